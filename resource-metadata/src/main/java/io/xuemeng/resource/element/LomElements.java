package io.xuemeng.resource.element;

import static io.xuemeng.resource.element.Element.Origin.LOM;
import static io.xuemeng.resource.element.Element.Origin.XUEMENG;
import static io.xuemeng.resource.element.Element.composite;
import static io.xuemeng.resource.element.Element.composites;
import static io.xuemeng.resource.element.Element.value;
import static io.xuemeng.resource.element.Element.values;
import static io.xuemeng.resource.element.ElementKind.DATE_TIME;
import static io.xuemeng.resource.element.ElementKind.DURATION;
import static io.xuemeng.resource.element.ElementKind.MULTILINGUAL;
import static io.xuemeng.resource.element.ElementKind.TEXT;
import static io.xuemeng.resource.element.ElementKind.VOCABULARY;

import io.xuemeng.resource.metadata.Annotation;
import io.xuemeng.resource.metadata.Classification;
import io.xuemeng.resource.metadata.Contribute;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.DurationText;
import io.xuemeng.resource.metadata.Educational;
import io.xuemeng.resource.metadata.General;
import io.xuemeng.resource.metadata.Identifier;
import io.xuemeng.resource.metadata.Licence;
import io.xuemeng.resource.metadata.LifeCycle;
import io.xuemeng.resource.metadata.MetaMetadata;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.OrComposite;
import io.xuemeng.resource.metadata.RelatedResource;
import io.xuemeng.resource.metadata.Relation;
import io.xuemeng.resource.metadata.Rights;
import io.xuemeng.resource.metadata.Taxon;
import io.xuemeng.resource.metadata.TaxonPath;
import io.xuemeng.resource.metadata.Technical;
import io.xuemeng.resource.metadata.TechnicalRequirement;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.List;

/**
 * The elements of the nine categories of the LOM, with the few that Chinese practice adds within them. {@link
 * MetadataElements} puts them together with the rest.
 */
public final class LomElements {

    /** {@link Identifier}. */
    public static final CompositeType<Identifier> IDENTIFIER = new CompositeType<>(
            "Identifier",
            Identifier.class,
            List.of(value("catalog", "1.1.1", LOM, TEXT), value("entry", "1.1.2", LOM, TEXT)),
            record -> new Object[] {record.catalog(), record.entry()},
            slots -> new Identifier(slots.one(0, String.class), slots.one(1, String.class)));

    /** {@link General}. */
    public static final CompositeType<General> GENERAL = new CompositeType<>(
            "General",
            General.class,
            List.of(
                    composites("identifier", "1.1", LOM, IDENTIFIER),
                    value("title", "1.2", LOM, MULTILINGUAL),
                    values("alternativeTitle", "x.1.2", XUEMENG, MULTILINGUAL),
                    values("language", "1.3", LOM, TEXT),
                    values("description", "1.4", LOM, MULTILINGUAL),
                    values("keyword", "1.5", LOM, MULTILINGUAL),
                    values("coverage", "1.6", LOM, MULTILINGUAL),
                    value("structure", "1.7", LOM, VOCABULARY),
                    value("aggregationLevel", "1.8", LOM, VOCABULARY)),
            record -> new Object[] {
                record.identifiers(),
                record.title(),
                record.alternativeTitles(),
                record.languages(),
                record.descriptions(),
                record.keywords(),
                record.coverages(),
                record.structure(),
                record.aggregationLevel()
            },
            slots -> new General(
                    slots.list(0, Identifier.class),
                    slots.one(1, MultilingualText.class),
                    slots.list(2, MultilingualText.class),
                    slots.list(3, String.class),
                    slots.list(4, MultilingualText.class),
                    slots.list(5, MultilingualText.class),
                    slots.list(6, MultilingualText.class),
                    slots.one(7, VocabularyTerm.class),
                    slots.one(8, VocabularyTerm.class)));

    /** {@link Contribute}. */
    public static final CompositeType<Contribute> CONTRIBUTE = new CompositeType<>(
            "Contribute",
            Contribute.class,
            List.of(
                    value("role", "2.3.1", LOM, VOCABULARY),
                    values("entity", "2.3.2", LOM, TEXT),
                    value("date", "2.3.3", LOM, DATE_TIME)),
            record -> new Object[] {record.role(), record.entities(), record.date()},
            slots -> new Contribute(
                    slots.one(0, VocabularyTerm.class), slots.list(1, String.class), slots.one(2, DateTimeText.class)));

    /** {@link LifeCycle}. */
    public static final CompositeType<LifeCycle> LIFE_CYCLE = new CompositeType<>(
            "LifeCycle",
            LifeCycle.class,
            List.of(
                    value("version", "2.1", LOM, MULTILINGUAL),
                    value("status", "2.2", LOM, VOCABULARY),
                    composites("contribute", "2.3", LOM, CONTRIBUTE)),
            record -> new Object[] {record.version(), record.status(), record.contributes()},
            slots -> new LifeCycle(
                    slots.one(0, MultilingualText.class),
                    slots.one(1, VocabularyTerm.class),
                    slots.list(2, Contribute.class)));

    /** {@link MetaMetadata}. */
    public static final CompositeType<MetaMetadata> META_METADATA = new CompositeType<>(
            "MetaMetadata",
            MetaMetadata.class,
            List.of(
                    composites("identifier", "3.1", LOM, IDENTIFIER),
                    composites("contribute", "3.2", LOM, CONTRIBUTE),
                    values("metadataSchema", "3.3", LOM, TEXT),
                    value("language", "3.4", LOM, TEXT)),
            record -> new Object[] {
                record.identifiers(), record.contributes(), record.metadataSchemas(), record.language()
            },
            slots -> new MetaMetadata(
                    slots.list(0, Identifier.class),
                    slots.list(1, Contribute.class),
                    slots.list(2, String.class),
                    slots.one(3, String.class)));

    /** {@link OrComposite}. */
    public static final CompositeType<OrComposite> OR_COMPOSITE = new CompositeType<>(
            "OrComposite",
            OrComposite.class,
            List.of(
                    value("type", "4.4.1.1", LOM, VOCABULARY),
                    value("name", "4.4.1.2", LOM, VOCABULARY),
                    value("minimumVersion", "4.4.1.3", LOM, TEXT),
                    value("maximumVersion", "4.4.1.4", LOM, TEXT)),
            record -> new Object[] {record.type(), record.name(), record.minimumVersion(), record.maximumVersion()},
            slots -> new OrComposite(
                    slots.one(0, VocabularyTerm.class),
                    slots.one(1, VocabularyTerm.class),
                    slots.one(2, String.class),
                    slots.one(3, String.class)));

    /** {@link TechnicalRequirement}. */
    public static final CompositeType<TechnicalRequirement> TECHNICAL_REQUIREMENT = new CompositeType<>(
            "TechnicalRequirement",
            TechnicalRequirement.class,
            List.of(composites("orComposite", "4.4.1", LOM, OR_COMPOSITE)),
            record -> new Object[] {record.orComposites()},
            slots -> new TechnicalRequirement(slots.list(0, OrComposite.class)));

    /** {@link Technical}. */
    public static final CompositeType<Technical> TECHNICAL = new CompositeType<>(
            "Technical",
            Technical.class,
            List.of(
                    values("format", "4.1", LOM, TEXT),
                    value("size", "4.2", LOM, TEXT),
                    values("location", "4.3", LOM, TEXT),
                    composites("requirement", "4.4", LOM, TECHNICAL_REQUIREMENT),
                    value("installationRemarks", "4.5", LOM, MULTILINGUAL),
                    value("otherPlatformRequirements", "4.6", LOM, MULTILINGUAL),
                    value("duration", "4.7", LOM, DURATION)),
            record -> new Object[] {
                record.formats(),
                record.size(),
                record.locations(),
                record.requirements(),
                record.installationRemarks(),
                record.otherPlatformRequirements(),
                record.duration()
            },
            slots -> new Technical(
                    slots.list(0, String.class),
                    slots.one(1, String.class),
                    slots.list(2, String.class),
                    slots.list(3, TechnicalRequirement.class),
                    slots.one(4, MultilingualText.class),
                    slots.one(5, MultilingualText.class),
                    slots.one(6, DurationText.class)));

    /** {@link Educational}. */
    public static final CompositeType<Educational> EDUCATIONAL = new CompositeType<>(
            "Educational",
            Educational.class,
            List.of(
                    value("interactivityType", "5.1", LOM, VOCABULARY),
                    values("learningResourceType", "5.2", LOM, VOCABULARY),
                    value("interactivityLevel", "5.3", LOM, VOCABULARY),
                    value("semanticDensity", "5.4", LOM, VOCABULARY),
                    values("intendedEndUserRole", "5.5", LOM, VOCABULARY),
                    values("context", "5.6", LOM, VOCABULARY),
                    values("typicalAgeRange", "5.7", LOM, MULTILINGUAL),
                    value("difficulty", "5.8", LOM, VOCABULARY),
                    value("typicalLearningTime", "5.9", LOM, DURATION),
                    values("description", "5.10", LOM, MULTILINGUAL),
                    values("language", "5.11", LOM, TEXT)),
            record -> new Object[] {
                record.interactivityType(),
                record.learningResourceTypes(),
                record.interactivityLevel(),
                record.semanticDensity(),
                record.intendedEndUserRoles(),
                record.contexts(),
                record.typicalAgeRanges(),
                record.difficulty(),
                record.typicalLearningTime(),
                record.descriptions(),
                record.languages()
            },
            slots -> new Educational(
                    slots.one(0, VocabularyTerm.class),
                    slots.list(1, VocabularyTerm.class),
                    slots.one(2, VocabularyTerm.class),
                    slots.one(3, VocabularyTerm.class),
                    slots.list(4, VocabularyTerm.class),
                    slots.list(5, VocabularyTerm.class),
                    slots.list(6, MultilingualText.class),
                    slots.one(7, VocabularyTerm.class),
                    slots.one(8, DurationText.class),
                    slots.list(9, MultilingualText.class),
                    slots.list(10, String.class)));

    /** {@link Licence}. */
    public static final CompositeType<Licence> LICENCE = new CompositeType<>(
            "Licence",
            Licence.class,
            List.of(
                    value("identifier", "x.6.1", XUEMENG, TEXT),
                    value("uri", "x.6.2", XUEMENG, TEXT),
                    value("name", "x.6.3", XUEMENG, MULTILINGUAL),
                    value("holder", "x.6.4", XUEMENG, TEXT)),
            record -> new Object[] {record.identifier(), record.uri(), record.name(), record.holder()},
            slots -> new Licence(
                    slots.one(0, String.class),
                    slots.one(1, String.class),
                    slots.one(2, MultilingualText.class),
                    slots.one(3, String.class)));

    /** {@link Rights}. */
    public static final CompositeType<Rights> RIGHTS = new CompositeType<>(
            "Rights",
            Rights.class,
            List.of(
                    value("cost", "6.1", LOM, VOCABULARY),
                    value("copyrightAndOtherRestrictions", "6.2", LOM, VOCABULARY),
                    value("description", "6.3", LOM, MULTILINGUAL),
                    composite("licence", "x.6", XUEMENG, LICENCE)),
            record -> new Object[] {
                record.cost(), record.copyrightAndOtherRestrictions(), record.description(), record.licence()
            },
            slots -> new Rights(
                    slots.one(0, VocabularyTerm.class),
                    slots.one(1, VocabularyTerm.class),
                    slots.one(2, MultilingualText.class),
                    slots.one(3, Licence.class)));

    /** {@link RelatedResource}. */
    public static final CompositeType<RelatedResource> RELATED_RESOURCE = new CompositeType<>(
            "RelatedResource",
            RelatedResource.class,
            List.of(
                    composites("identifier", "7.2.1", LOM, IDENTIFIER),
                    values("description", "7.2.2", LOM, MULTILINGUAL)),
            record -> new Object[] {record.identifiers(), record.descriptions()},
            slots -> new RelatedResource(slots.list(0, Identifier.class), slots.list(1, MultilingualText.class)));

    /** {@link Relation}. */
    public static final CompositeType<Relation> RELATION = new CompositeType<>(
            "Relation",
            Relation.class,
            List.of(value("kind", "7.1", LOM, VOCABULARY), composite("resource", "7.2", LOM, RELATED_RESOURCE)),
            record -> new Object[] {record.kind(), record.resource()},
            slots -> new Relation(slots.one(0, VocabularyTerm.class), slots.one(1, RelatedResource.class)));

    /** {@link Annotation}. */
    public static final CompositeType<Annotation> ANNOTATION = new CompositeType<>(
            "Annotation",
            Annotation.class,
            List.of(
                    value("entity", "8.1", LOM, TEXT),
                    value("date", "8.2", LOM, DATE_TIME),
                    value("description", "8.3", LOM, MULTILINGUAL)),
            record -> new Object[] {record.entity(), record.date(), record.description()},
            slots -> new Annotation(
                    slots.one(0, String.class),
                    slots.one(1, DateTimeText.class),
                    slots.one(2, MultilingualText.class)));

    /** {@link Taxon}. */
    public static final CompositeType<Taxon> TAXON = new CompositeType<>(
            "Taxon",
            Taxon.class,
            List.of(value("id", "9.2.2.1", LOM, TEXT), value("entry", "9.2.2.2", LOM, MULTILINGUAL)),
            record -> new Object[] {record.id(), record.entry()},
            slots -> new Taxon(slots.one(0, String.class), slots.one(1, MultilingualText.class)));

    /** {@link TaxonPath}. */
    public static final CompositeType<TaxonPath> TAXON_PATH = new CompositeType<>(
            "TaxonPath",
            TaxonPath.class,
            List.of(value("source", "9.2.1", LOM, MULTILINGUAL), composites("taxon", "9.2.2", LOM, TAXON)),
            record -> new Object[] {record.source(), record.taxons()},
            slots -> new TaxonPath(slots.one(0, MultilingualText.class), slots.list(1, Taxon.class)));

    /** {@link Classification}. */
    public static final CompositeType<Classification> CLASSIFICATION = new CompositeType<>(
            "Classification",
            Classification.class,
            List.of(
                    value("purpose", "9.1", LOM, VOCABULARY),
                    composites("taxonPath", "9.2", LOM, TAXON_PATH),
                    value("description", "9.3", LOM, MULTILINGUAL),
                    values("keyword", "9.4", LOM, MULTILINGUAL)),
            record -> new Object[] {record.purpose(), record.taxonPaths(), record.description(), record.keywords()},
            slots -> new Classification(
                    slots.one(0, VocabularyTerm.class),
                    slots.list(1, TaxonPath.class),
                    slots.one(2, MultilingualText.class),
                    slots.list(3, MultilingualText.class)));

    private LomElements() {}
}
