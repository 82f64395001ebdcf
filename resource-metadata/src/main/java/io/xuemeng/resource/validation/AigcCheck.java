package io.xuemeng.resource.validation;

import io.xuemeng.resource.metadata.AigcLabel;
import io.xuemeng.resource.requirement.MetadataRequirement;
import org.jspecify.annotations.Nullable;

/** What a label of AI-generated content must fill; whether its value is right is the affair of {@link TextRule}. */
final class AigcCheck {

    private AigcCheck() {}

    static void check(AigcLabel label, Reporter reporter) {
        if (label.label() == null || label.label().isBlank()) {
            reporter.report(reporter.of(MetadataRequirement.AIGC_LABEL_VALUE).with("value", ""));
        }
        filled(label.contentProducer(), "ContentProducer", MetadataRequirement.AIGC_PRODUCER_MISSING, reporter);
        filled(label.produceId(), "ProduceID", MetadataRequirement.AIGC_PRODUCER_MISSING, reporter);
        filled(label.contentPropagator(), "ContentPropagator", MetadataRequirement.AIGC_PROPAGATOR_MISSING, reporter);
        filled(label.propagateId(), "PropagateID", MetadataRequirement.AIGC_PROPAGATOR_MISSING, reporter);
    }

    private static void filled(
            @Nullable String value, String field, MetadataRequirement requirement, Reporter reporter) {
        if (value == null || value.isBlank()) {
            reporter.report(reporter.of(requirement).with("field", field));
        }
    }
}
