package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.ResourceMetadata} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "lom")
@XmlType(
        name = "ResourceMetadata",
        propOrder = {
            "general",
            "lifeCycle",
            "metaMetadata",
            "technical",
            "educational",
            "rights",
            "relation",
            "annotation",
            "classification",
            "curriculum",
            "textbook",
            "aigc",
            "accessibility",
            "extension"
        })
final class ResourceMetadataBinding {

    @Nullable
    GeneralBinding general;

    @Nullable
    LifeCycleBinding lifeCycle;

    @Nullable
    MetaMetadataBinding metaMetadata;

    @Nullable
    TechnicalBinding technical;

    @Nullable
    List<EducationalBinding> educational;

    @Nullable
    RightsBinding rights;

    @Nullable
    List<RelationBinding> relation;

    @Nullable
    List<AnnotationBinding> annotation;

    @Nullable
    List<ClassificationBinding> classification;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    CurriculumBinding curriculum;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    TextbookBinding textbook;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    AigcLabelBinding aigc;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    AccessibilityBinding accessibility;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
