package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Curriculum} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Curriculum",
        propOrder = {"stage", "grade", "subject", "edition", "volume", "curricularStandard", "textbookCode", "extension"
        })
final class CurriculumBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> stage;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> grade;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    VocabularyTermBinding subject;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    VocabularyTermBinding edition;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    VocabularyTermBinding volume;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<String> curricularStandard;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<String> textbookCode;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
