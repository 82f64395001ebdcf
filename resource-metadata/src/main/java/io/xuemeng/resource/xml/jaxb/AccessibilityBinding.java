package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Accessibility} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Accessibility",
        propOrder = {
            "accessMode",
            "accessModeSufficient",
            "accessibilityFeature",
            "accessibilityHazard",
            "accessibilityControl",
            "accessibilitySummary",
            "extension"
        })
final class AccessibilityBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> accessMode;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<String> accessModeSufficient;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> accessibilityFeature;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> accessibilityHazard;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> accessibilityControl;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    MultilingualTextBinding accessibilitySummary;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
