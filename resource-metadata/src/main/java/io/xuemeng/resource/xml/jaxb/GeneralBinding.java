package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.General} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "General",
        propOrder = {
            "identifier",
            "title",
            "alternativeTitle",
            "language",
            "description",
            "keyword",
            "coverage",
            "structure",
            "aggregationLevel",
            "extension"
        })
final class GeneralBinding {

    @Nullable
    List<IdentifierBinding> identifier;

    @Nullable
    MultilingualTextBinding title;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<MultilingualTextBinding> alternativeTitle;

    @Nullable
    List<String> language;

    @Nullable
    List<MultilingualTextBinding> description;

    @Nullable
    List<MultilingualTextBinding> keyword;

    @Nullable
    List<MultilingualTextBinding> coverage;

    @Nullable
    VocabularyTermBinding structure;

    @Nullable
    VocabularyTermBinding aggregationLevel;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
