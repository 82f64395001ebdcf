package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Price} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Price",
        propOrder = {"chargingMode", "quantityUnit", "amount", "extension"})
final class PriceBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    VocabularyTermBinding chargingMode;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String quantityUnit;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String amount;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
