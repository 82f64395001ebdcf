package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Audit} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Audit",
        propOrder = {"auditItem", "institute", "date", "extension"})
final class AuditBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String auditItem;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String institute;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    DateTimeTextBinding date;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
