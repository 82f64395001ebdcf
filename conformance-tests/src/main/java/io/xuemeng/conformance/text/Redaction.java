package io.xuemeng.conformance.text;

import io.xuemeng.core.requirement.SafeText;
import java.util.Collection;
import java.util.List;

/**
 * Takes out of a text what no report may show: the secrets of this run, credentials where they stand (addresses,
 * header fields, cookies, JSON, forms, XML, settings, signed tokens, private keys), and personal data.
 * Characters that steer a terminal or hide text become visible. Immutable and thread-safe.
 */
public final class Redaction {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    private static final char CUT = '…';

    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    /**
     * A redaction that also takes out these texts wherever they stand, as they are and encoded: for addresses, forms, JSON, XML and in base64. Of
     * a text with a colon, {@code name:password}, what is behind the first colon is taken out too.
     *
     * @param secrets those of fewer than four characters are left alone: they stand in every text
     */
    public static Redaction of(Collection<String> secrets) {
        return new Redaction(secrets.stream()
                .flatMap(secret -> SecretForms.of(secret).stream())
                .distinct()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList());
    }

    /**
     * The text without them.
     *
     * @param maxLength in characters; what is longer is cut and ends with {@code …}
     */
    public String apply(String text, int maxLength) {
        // Never scan much more than could be shown, and never cut before masking.
        String begin = Excerpt.begin(text, maxLength);
        String shown = begin.length() < text.length() ? begin + CUT : begin;
        for (String secret : secrets) {
            shown = shown.replace(secret, MASK);
        }
        shown = Credentials.masked(withoutBegunSecrets(shown));
        StringBuilder lines = new StringBuilder(shown.length());
        for (String line : shown.split("\\R", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n").append(SafeText.visible(line.replace('\t', ' '), maxLength));
        }
        return lines.length() <= maxLength ? lines.toString() : lines.substring(0, maxLength - 1) + CUT;
    }

    /** Where a text was cut, what stands before the cut may be the begin of a secret. */
    private String withoutBegunSecrets(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int cut = text.indexOf(CUT); cut >= 0; cut = text.indexOf(CUT, from)) {
            int begun = begun(text, from, cut);
            out.append(text, from, cut - begun).append(begun > 0 ? MASK : "").append(CUT);
            from = cut + 1;
        }
        return out.append(text, from, text.length()).toString();
    }

    private int begun(String text, int from, int cut) {
        int longest = 0;
        for (String secret : secrets) {
            for (int length = Math.min(secret.length() - 1, cut - from);
                    length >= Math.max(SecretForms.SHORTEST, longest + 1);
                    length--) {
                if (text.regionMatches(cut - length, secret, 0, length)) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    /** Both languages of a text without them. */
    public Bilingual apply(Bilingual text, int maxLength) {
        return new Bilingual(apply(text.zh(), maxLength), apply(text.en(), maxLength));
    }
}
