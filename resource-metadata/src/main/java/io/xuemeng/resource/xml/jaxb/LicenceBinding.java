package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Licence} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Licence",
        propOrder = {"identifier", "uri", "name", "holder", "extension"})
final class LicenceBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String identifier;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String uri;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    MultilingualTextBinding name;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String holder;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
