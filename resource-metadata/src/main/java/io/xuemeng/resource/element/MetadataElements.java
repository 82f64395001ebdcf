package io.xuemeng.resource.element;

import static io.xuemeng.resource.element.Element.Origin.LOM;
import static io.xuemeng.resource.element.Element.Origin.XUEMENG;
import static io.xuemeng.resource.element.Element.composite;
import static io.xuemeng.resource.element.Element.composites;
import static io.xuemeng.resource.element.Element.value;
import static io.xuemeng.resource.element.Element.values;
import static io.xuemeng.resource.element.ElementKind.DATE_TIME;
import static io.xuemeng.resource.element.ElementKind.MULTILINGUAL;
import static io.xuemeng.resource.element.ElementKind.TEXT;
import static io.xuemeng.resource.element.ElementKind.VOCABULARY;

import io.xuemeng.resource.metadata.Accessibility;
import io.xuemeng.resource.metadata.AigcLabel;
import io.xuemeng.resource.metadata.Annotation;
import io.xuemeng.resource.metadata.Applicability;
import io.xuemeng.resource.metadata.Audit;
import io.xuemeng.resource.metadata.Basis;
import io.xuemeng.resource.metadata.Classification;
import io.xuemeng.resource.metadata.Curriculum;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.Educational;
import io.xuemeng.resource.metadata.General;
import io.xuemeng.resource.metadata.Identifier;
import io.xuemeng.resource.metadata.LifeCycle;
import io.xuemeng.resource.metadata.MetaMetadata;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.Price;
import io.xuemeng.resource.metadata.Relation;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.Rights;
import io.xuemeng.resource.metadata.Technical;
import io.xuemeng.resource.metadata.Textbook;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.List;

/**
 * Every element of the metadata model, once: its name in the LOM and in JSON, its number in the standard, how often it may
 * occur, and how to get it out of a record and to put a record together. The XML and JSON bindings, the profiles and the
 * documentation walk this tree, so an element is added in one place.
 */
public final class MetadataElements {

    /** {@link Curriculum}. */
    public static final CompositeType<Curriculum> CURRICULUM = new CompositeType<>(
            "Curriculum",
            Curriculum.class,
            List.of(
                    values("stage", "x.10.1", XUEMENG, VOCABULARY),
                    values("grade", "x.10.2", XUEMENG, VOCABULARY),
                    value("subject", "x.10.3", XUEMENG, VOCABULARY),
                    value("edition", "x.10.4", XUEMENG, VOCABULARY),
                    value("volume", "x.10.5", XUEMENG, VOCABULARY),
                    values("curricularStandard", "x.10.6", XUEMENG, TEXT),
                    values("textbookCode", "x.10.7", XUEMENG, TEXT)),
            record -> new Object[] {
                record.stages(),
                record.grades(),
                record.subject(),
                record.edition(),
                record.volume(),
                record.curricularStandards(),
                record.textbookCodes()
            },
            slots -> new Curriculum(
                    slots.list(0, VocabularyTerm.class),
                    slots.list(1, VocabularyTerm.class),
                    slots.one(2, VocabularyTerm.class),
                    slots.one(3, VocabularyTerm.class),
                    slots.one(4, VocabularyTerm.class),
                    slots.list(5, String.class),
                    slots.list(6, String.class)));

    /** {@link Basis}. */
    public static final CompositeType<Basis> BASIS = new CompositeType<>(
            "Basis",
            Basis.class,
            List.of(
                    value("name", "x.11.2.1", XUEMENG, TEXT),
                    composite("identifier", "x.11.2.2", XUEMENG, LomElements.IDENTIFIER),
                    value("editionNumber", "x.11.2.3", XUEMENG, TEXT),
                    value("reprintNumber", "x.11.2.4", XUEMENG, TEXT)),
            record -> new Object[] {record.name(), record.identifier(), record.editionNumber(), record.reprintNumber()},
            slots -> new Basis(
                    slots.one(0, String.class),
                    slots.one(1, Identifier.class),
                    slots.one(2, String.class),
                    slots.one(3, String.class)));

    /** {@link Audit}. */
    public static final CompositeType<Audit> AUDIT = new CompositeType<>(
            "Audit",
            Audit.class,
            List.of(
                    value("auditItem", "x.11.5.1", XUEMENG, TEXT),
                    value("institute", "x.11.5.2", XUEMENG, TEXT),
                    value("date", "x.11.5.3", XUEMENG, DATE_TIME)),
            record -> new Object[] {record.auditItem(), record.institute(), record.date()},
            slots -> new Audit(
                    slots.one(0, String.class), slots.one(1, String.class), slots.one(2, DateTimeText.class)));

    /** {@link Applicability}. */
    public static final CompositeType<Applicability> APPLICABILITY = new CompositeType<>(
            "Applicability",
            Applicability.class,
            List.of(
                    values("grade", "x.11.6.1", XUEMENG, VOCABULARY),
                    values("region", "x.11.6.2", XUEMENG, TEXT),
                    values("audience", "x.11.6.3", XUEMENG, VOCABULARY)),
            record -> new Object[] {record.grades(), record.regions(), record.audiences()},
            slots -> new Applicability(
                    slots.list(0, VocabularyTerm.class),
                    slots.list(1, String.class),
                    slots.list(2, VocabularyTerm.class)));

    /** {@link Price}. */
    public static final CompositeType<Price> PRICE = new CompositeType<>(
            "Price",
            Price.class,
            List.of(
                    value("chargingMode", "x.11.7.1", XUEMENG, VOCABULARY),
                    value("quantityUnit", "x.11.7.2", XUEMENG, TEXT),
                    value("amount", "x.11.7.3", XUEMENG, TEXT)),
            record -> new Object[] {record.chargingMode(), record.quantityUnit(), record.amount()},
            slots -> new Price(
                    slots.one(0, VocabularyTerm.class), slots.one(1, String.class), slots.one(2, String.class)));

    /** {@link Textbook}. */
    public static final CompositeType<Textbook> TEXTBOOK = new CompositeType<>(
            "Textbook",
            Textbook.class,
            List.of(
                    values("type", "x.11.1", XUEMENG, VOCABULARY),
                    composites("basis", "x.11.2", XUEMENG, BASIS),
                    values("publicationForm", "x.11.3", XUEMENG, VOCABULARY),
                    value("publicationPlace", "x.11.4", XUEMENG, TEXT),
                    composites("audit", "x.11.5", XUEMENG, AUDIT),
                    composite("applicability", "x.11.6", XUEMENG, APPLICABILITY),
                    composites("price", "x.11.7", XUEMENG, PRICE),
                    value("usageRestrictions", "x.11.8", XUEMENG, TEXT)),
            record -> new Object[] {
                record.types(),
                record.bases(),
                record.publicationForms(),
                record.publicationPlace(),
                record.audits(),
                record.applicability(),
                record.prices(),
                record.usageRestrictions()
            },
            slots -> new Textbook(
                    slots.list(0, VocabularyTerm.class),
                    slots.list(1, Basis.class),
                    slots.list(2, VocabularyTerm.class),
                    slots.one(3, String.class),
                    slots.list(4, Audit.class),
                    slots.one(5, Applicability.class),
                    slots.list(6, Price.class),
                    slots.one(7, String.class)));

    /** {@link AigcLabel}. */
    public static final CompositeType<AigcLabel> AIGC_LABEL = new CompositeType<>(
            "AigcLabel",
            AigcLabel.class,
            List.of(
                    value("label", "x.12.1", XUEMENG, TEXT),
                    value("contentProducer", "x.12.2", XUEMENG, TEXT),
                    value("produceId", "x.12.3", XUEMENG, TEXT),
                    value("reservedCode1", "x.12.4", XUEMENG, TEXT),
                    value("contentPropagator", "x.12.5", XUEMENG, TEXT),
                    value("propagateId", "x.12.6", XUEMENG, TEXT),
                    value("reservedCode2", "x.12.7", XUEMENG, TEXT)),
            record -> new Object[] {
                record.label(),
                record.contentProducer(),
                record.produceId(),
                record.reservedCode1(),
                record.contentPropagator(),
                record.propagateId(),
                record.reservedCode2()
            },
            slots -> new AigcLabel(
                    slots.one(0, String.class),
                    slots.one(1, String.class),
                    slots.one(2, String.class),
                    slots.one(3, String.class),
                    slots.one(4, String.class),
                    slots.one(5, String.class),
                    slots.one(6, String.class)));

    /** {@link Accessibility}. */
    public static final CompositeType<Accessibility> ACCESSIBILITY = new CompositeType<>(
            "Accessibility",
            Accessibility.class,
            List.of(
                    values("accessMode", "x.13.1", XUEMENG, VOCABULARY),
                    values("accessModeSufficient", "x.13.2", XUEMENG, TEXT),
                    values("accessibilityFeature", "x.13.3", XUEMENG, VOCABULARY),
                    values("accessibilityHazard", "x.13.4", XUEMENG, VOCABULARY),
                    values("accessibilityControl", "x.13.5", XUEMENG, VOCABULARY),
                    value("accessibilitySummary", "x.13.6", XUEMENG, MULTILINGUAL)),
            record -> new Object[] {
                record.accessModes(),
                record.accessModesSufficient(),
                record.features(),
                record.hazards(),
                record.controls(),
                record.summary()
            },
            slots -> new Accessibility(
                    slots.list(0, VocabularyTerm.class),
                    slots.list(1, String.class),
                    slots.list(2, VocabularyTerm.class),
                    slots.list(3, VocabularyTerm.class),
                    slots.list(4, VocabularyTerm.class),
                    slots.one(5, MultilingualText.class)));

    /** {@link ResourceMetadata}. */
    public static final CompositeType<ResourceMetadata> RESOURCE_METADATA = new CompositeType<>(
            "ResourceMetadata",
            ResourceMetadata.class,
            List.of(
                    composite("general", "1", LOM, LomElements.GENERAL),
                    composite("lifeCycle", "2", LOM, LomElements.LIFE_CYCLE),
                    composite("metaMetadata", "3", LOM, LomElements.META_METADATA),
                    composite("technical", "4", LOM, LomElements.TECHNICAL),
                    composites("educational", "5", LOM, LomElements.EDUCATIONAL),
                    composite("rights", "6", LOM, LomElements.RIGHTS),
                    composites("relation", "7", LOM, LomElements.RELATION),
                    composites("annotation", "8", LOM, LomElements.ANNOTATION),
                    composites("classification", "9", LOM, LomElements.CLASSIFICATION),
                    composite("curriculum", "x.10", XUEMENG, CURRICULUM),
                    composite("textbook", "x.11", XUEMENG, TEXTBOOK),
                    composite("aigc", "x.12", XUEMENG, AIGC_LABEL),
                    composite("accessibility", "x.13", XUEMENG, ACCESSIBILITY)),
            record -> new Object[] {
                record.general(),
                record.lifeCycle(),
                record.metaMetadata(),
                record.technical(),
                record.educationals(),
                record.rights(),
                record.relations(),
                record.annotations(),
                record.classifications(),
                record.curriculum(),
                record.textbook(),
                record.aigc(),
                record.accessibility()
            },
            slots -> new ResourceMetadata(
                    slots.one(0, General.class),
                    slots.one(1, LifeCycle.class),
                    slots.one(2, MetaMetadata.class),
                    slots.one(3, Technical.class),
                    slots.list(4, Educational.class),
                    slots.one(5, Rights.class),
                    slots.list(6, Relation.class),
                    slots.list(7, Annotation.class),
                    slots.list(8, Classification.class),
                    slots.one(9, Curriculum.class),
                    slots.one(10, Textbook.class),
                    slots.one(11, AigcLabel.class),
                    slots.one(12, Accessibility.class),
                    slots.extensions()));

    private MetadataElements() {}
}
