package io.xuemeng.resource.validation;

import io.xuemeng.resource.metadata.VCard;
import io.xuemeng.resource.requirement.MetadataRequirement;

/** Judges the vCards that name contributors. */
final class EntityCheck {

    private EntityCheck() {}

    static void check(String text, Reporter reporter) {
        VCard.Reading reading = VCard.read(text);
        for (VCard.Problem problem : reading.problems()) {
            switch (problem) {
                case BARE_LINE_FEEDS -> {
                    // XML turns every CR LF into these, so nobody can do otherwise.
                }
                case NOT_A_VCARD ->
                    reporter.report(
                            reporter.of(MetadataRequirement.ENTITY_NOT_VCARD).with("value", text));
                case OTHER_VERSION ->
                    reporter.report(reporter.of(MetadataRequirement.VCARD_OTHER_VERSION)
                            .with("value", String.valueOf(reading.card().version())));
                default -> reporter.report(reporter.of(requirement(problem)));
            }
        }
    }

    private static MetadataRequirement requirement(VCard.Problem problem) {
        return switch (problem) {
            case ESCAPED_LINE_ENDS, LOST_LINE_ENDS -> MetadataRequirement.VCARD_LINE_ENDS;
            case INDENTED -> MetadataRequirement.VCARD_INDENTED;
            case NO_VERSION -> MetadataRequirement.VCARD_WITHOUT_VERSION;
            case NO_FORMATTED_NAME -> MetadataRequirement.VCARD_WITHOUT_FORMATTED_NAME;
            case NO_NAME -> MetadataRequirement.VCARD_WITHOUT_NAME;
            case NO_END -> MetadataRequirement.VCARD_WITHOUT_END;
            case MORE_AFTER_END -> MetadataRequirement.VCARD_FOLLOWED_BY_MORE;
            default -> MetadataRequirement.VCARD_MALFORMED_LINE;
        };
    }
}
