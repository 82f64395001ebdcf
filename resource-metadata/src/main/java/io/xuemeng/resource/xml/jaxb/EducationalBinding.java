package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Educational} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Educational",
        propOrder = {
            "interactivityType",
            "learningResourceType",
            "interactivityLevel",
            "semanticDensity",
            "intendedEndUserRole",
            "context",
            "typicalAgeRange",
            "difficulty",
            "typicalLearningTime",
            "description",
            "language",
            "extension"
        })
final class EducationalBinding {

    @Nullable
    VocabularyTermBinding interactivityType;

    @Nullable
    List<VocabularyTermBinding> learningResourceType;

    @Nullable
    VocabularyTermBinding interactivityLevel;

    @Nullable
    VocabularyTermBinding semanticDensity;

    @Nullable
    List<VocabularyTermBinding> intendedEndUserRole;

    @Nullable
    List<VocabularyTermBinding> context;

    @Nullable
    List<MultilingualTextBinding> typicalAgeRange;

    @Nullable
    VocabularyTermBinding difficulty;

    @Nullable
    DurationTextBinding typicalLearningTime;

    @Nullable
    List<MultilingualTextBinding> description;

    @Nullable
    List<String> language;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
