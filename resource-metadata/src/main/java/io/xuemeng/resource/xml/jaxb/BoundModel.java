package io.xuemeng.resource.xml.jaxb;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.MetadataElements;
import java.util.HashMap;
import java.util.Map;

/** Which class binds which composite of the model. Immutable. */
final class BoundModel {

    private static final Map<CompositeType<?>, Class<?>> CLASSES = Map.ofEntries(
            Map.entry(MetadataElements.RESOURCE_METADATA, ResourceMetadataBinding.class),
            Map.entry(MetadataElements.GENERAL, GeneralBinding.class),
            Map.entry(MetadataElements.IDENTIFIER, IdentifierBinding.class),
            Map.entry(MetadataElements.LIFE_CYCLE, LifeCycleBinding.class),
            Map.entry(MetadataElements.CONTRIBUTE, ContributeBinding.class),
            Map.entry(MetadataElements.META_METADATA, MetaMetadataBinding.class),
            Map.entry(MetadataElements.TECHNICAL, TechnicalBinding.class),
            Map.entry(MetadataElements.TECHNICAL_REQUIREMENT, TechnicalRequirementBinding.class),
            Map.entry(MetadataElements.OR_COMPOSITE, OrCompositeBinding.class),
            Map.entry(MetadataElements.EDUCATIONAL, EducationalBinding.class),
            Map.entry(MetadataElements.RIGHTS, RightsBinding.class),
            Map.entry(MetadataElements.LICENCE, LicenceBinding.class),
            Map.entry(MetadataElements.RELATION, RelationBinding.class),
            Map.entry(MetadataElements.RELATED_RESOURCE, RelatedResourceBinding.class),
            Map.entry(MetadataElements.ANNOTATION, AnnotationBinding.class),
            Map.entry(MetadataElements.CLASSIFICATION, ClassificationBinding.class),
            Map.entry(MetadataElements.TAXON_PATH, TaxonPathBinding.class),
            Map.entry(MetadataElements.TAXON, TaxonBinding.class),
            Map.entry(MetadataElements.CURRICULUM, CurriculumBinding.class),
            Map.entry(MetadataElements.TEXTBOOK, TextbookBinding.class),
            Map.entry(MetadataElements.BASIS, BasisBinding.class),
            Map.entry(MetadataElements.AUDIT, AuditBinding.class),
            Map.entry(MetadataElements.APPLICABILITY, ApplicabilityBinding.class),
            Map.entry(MetadataElements.PRICE, PriceBinding.class),
            Map.entry(MetadataElements.AIGC_LABEL, AigcLabelBinding.class),
            Map.entry(MetadataElements.ACCESSIBILITY, AccessibilityBinding.class));

    private static final Map<CompositeType<?>, BoundComposite> COMPOSITES = composites();

    private BoundModel() {}

    private static Map<CompositeType<?>, BoundComposite> composites() {
        Map<CompositeType<?>, BoundComposite> composites = new HashMap<>();
        CLASSES.forEach((type, binding) -> composites.put(type, new BoundComposite(type, binding)));
        return Map.copyOf(composites);
    }

    static BoundComposite of(CompositeType<?> type) {
        BoundComposite composite = COMPOSITES.get(type);
        if (composite == null) {
            throw new IllegalStateException("no class binds " + type.name());
        }
        return composite;
    }
}
