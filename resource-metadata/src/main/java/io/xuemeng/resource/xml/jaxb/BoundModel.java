package io.xuemeng.resource.xml.jaxb;

import io.xuemeng.resource.element.CompositeType;
import io.xuemeng.resource.element.LomElements;
import io.xuemeng.resource.element.MetadataElements;
import java.util.HashMap;
import java.util.Map;

/** Which class binds which composite of the model. Immutable. */
final class BoundModel {

    private static final Map<CompositeType<?>, Class<?>> CLASSES = Map.ofEntries(
            Map.entry(MetadataElements.RESOURCE_METADATA, ResourceMetadataBinding.class),
            Map.entry(LomElements.GENERAL, GeneralBinding.class),
            Map.entry(LomElements.IDENTIFIER, IdentifierBinding.class),
            Map.entry(LomElements.LIFE_CYCLE, LifeCycleBinding.class),
            Map.entry(LomElements.CONTRIBUTE, ContributeBinding.class),
            Map.entry(LomElements.META_METADATA, MetaMetadataBinding.class),
            Map.entry(LomElements.TECHNICAL, TechnicalBinding.class),
            Map.entry(LomElements.TECHNICAL_REQUIREMENT, TechnicalRequirementBinding.class),
            Map.entry(LomElements.OR_COMPOSITE, OrCompositeBinding.class),
            Map.entry(LomElements.EDUCATIONAL, EducationalBinding.class),
            Map.entry(LomElements.RIGHTS, RightsBinding.class),
            Map.entry(LomElements.LICENCE, LicenceBinding.class),
            Map.entry(LomElements.RELATION, RelationBinding.class),
            Map.entry(LomElements.RELATED_RESOURCE, RelatedResourceBinding.class),
            Map.entry(LomElements.ANNOTATION, AnnotationBinding.class),
            Map.entry(LomElements.CLASSIFICATION, ClassificationBinding.class),
            Map.entry(LomElements.TAXON_PATH, TaxonPathBinding.class),
            Map.entry(LomElements.TAXON, TaxonBinding.class),
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
