package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.AigcLabel} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "AigcLabel",
        propOrder = {
            "label",
            "contentProducer",
            "produceId",
            "reservedCode1",
            "contentPropagator",
            "propagateId",
            "reservedCode2",
            "extension"
        })
final class AigcLabelBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String label;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String contentProducer;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String produceId;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String reservedCode1;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String contentPropagator;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String propagateId;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String reservedCode2;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
