package io.xuemeng.resource.xml.jaxb;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link io.xuemeng.resource.metadata.Textbook} as JAXB binds it: for each element of the model the field of its name. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "Textbook",
        propOrder = {
            "type",
            "basis",
            "publicationForm",
            "publicationPlace",
            "audit",
            "applicability",
            "price",
            "usageRestrictions",
            "extension"
        })
final class TextbookBinding {

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> type;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<BasisBinding> basis;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<VocabularyTermBinding> publicationForm;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String publicationPlace;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<AuditBinding> audit;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    ApplicabilityBinding applicability;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<PriceBinding> price;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    String usageRestrictions;

    @XmlElement(namespace = BoundNamespaces.XUEMENG)
    @Nullable
    List<ExtensionBinding> extension;
}
