package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Technical} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Technical",
        propOrder = {
            "format",
            "size",
            "location",
            "requirement",
            "installationRemarks",
            "otherPlatformRequirements",
            "duration",
            "extension"
        })
final class TechnicalBinding {

    @Nullable
    List<String> format;

    @Nullable
    String size;

    @Nullable
    List<String> location;

    @Nullable
    List<TechnicalRequirementBinding> requirement;

    @Nullable
    MultilingualTextBinding installationRemarks;

    @Nullable
    MultilingualTextBinding otherPlatformRequirements;

    @Nullable
    DurationTextBinding duration;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
