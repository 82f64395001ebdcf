package io.xuemeng.resource.validation;

import io.xuemeng.resource.metadata.VCard;
import io.xuemeng.resource.requirement.MetadataRequirement;

/** Judges the vCards that name contributors. */
final class EntityCheck {

    private EntityCheck() {}

    static void check(String text, Reporter reporter) {
        if (isPlain(text)) {
            return;
        }
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

    /**
     * Whether a text is a vCard 3.0 of the simplest kind, of which nothing can be wrong: most are, and reading them with
     * all that the parser knows of damaged ones costs ten times as much.
     */
    private static boolean isPlain(String text) {
        boolean version = false;
        boolean formattedName = false;
        boolean name = false;
        int lines = 0;
        for (int from = 0; from < text.length(); lines++) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            int end = to > from && text.charAt(to - 1) == '\r' ? to - 1 : to;
            if (lines == 0) {
                if (!isLine(text, from, end, "BEGIN:VCARD")) {
                    return false;
                }
            } else if (isLine(text, from, end, "END:VCARD")) {
                return version && formattedName && name && to + 1 >= text.length();
            } else if (!isProperty(text, from, end)) {
                return false;
            } else {
                version |= isLine(text, from, end, "VERSION:3.0");
                formattedName |= end - from > 3 && text.startsWith("FN:", from) && text.charAt(end - 1) > ' ';
                name |= text.startsWith("N:", from);
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean isLine(String text, int from, int end, String line) {
        return end - from == line.length() && text.startsWith(line, from);
    }

    /** A name of letters alone, a colon. */
    private static boolean isProperty(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return i > from;
            }
            if ((c < 'A' || c > 'Z') && c != '-') {
                return false;
            }
        }
        return false;
    }
}
