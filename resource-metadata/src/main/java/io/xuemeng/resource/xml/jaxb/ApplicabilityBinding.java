package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Applicability} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Applicability",
        propOrder = {"grade", "region", "audience", "extension"})
final class ApplicabilityBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> grade;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<String> region;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> audience;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
