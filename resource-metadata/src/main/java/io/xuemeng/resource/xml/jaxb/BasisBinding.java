package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Basis} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Basis",
        propOrder = {"name", "identifier", "editionNumber", "reprintNumber", "extension"})
final class BasisBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String name;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    IdentifierBinding identifier;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String editionNumber;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String reprintNumber;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
