package io.xuemeng.conformance.lrs;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Gives the ids of a sample, and the owners of its documents, new names, so that no two runs meet in one LRS, and changes nothing else in
 * it.
 */
final class SampleNames {

    private static final Pattern UUID = Pattern.compile("\\b[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\b");

    private SampleNames() {}

    /** The text with other ids; the same id becomes the same other one, in capital letters where it had them. */
    static String replaced(String text, Names names, String sample) {
        return UUID.matcher(text).replaceAll(match -> {
            String lower = match.group().toLowerCase(Locale.ROOT);
            String other = names.id(sample + lower);
            return lower.equals(match.group()) ? other : other.toUpperCase(Locale.ROOT);
        });
    }

    /** Whether a request holds what is signed, and so keeps its ids: a store may have it from an earlier run. */
    static boolean isSigned(String text) {
        return text.contains("\neyJ");
    }

    /** The request with other ids, and another agent where it is about the agent's documents. */
    static String replacedInRequest(String text, Names names, String sample) {
        if (isSigned(text)) {
            return text; // what is signed is this statement and no other
        }
        String agent = names.id(sample).substring(0, 13);
        return replaced(text, names, sample)
                .replace("a@example.cn", agent + "@example.cn")
                .replace("a%40example.cn", agent + "%40example.cn");
    }
}
