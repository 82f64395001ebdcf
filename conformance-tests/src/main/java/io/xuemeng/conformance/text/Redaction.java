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

    private static final int MIN_SECRET = 4;

    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    /**
     * A redaction that also takes out these texts wherever they stand.
     *
     * @param secrets those of fewer than four characters are left alone: they stand in every text
     */
    public static Redaction of(Collection<String> secrets) {
        return new Redaction(secrets.stream()
                .filter(secret -> secret.length() >= MIN_SECRET)
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
        String shown = text.length() > maxLength * 4L ? text.substring(0, maxLength * 4) : text;
        for (String secret : secrets) {
            shown = shown.replace(secret, MASK);
        }
        shown = Credentials.masked(shown);
        StringBuilder lines = new StringBuilder(shown.length());
        for (String line : shown.split("\\R", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n").append(SafeText.visible(line.replace('\t', ' '), maxLength));
        }
        return lines.length() <= maxLength ? lines.toString() : lines.substring(0, maxLength - 1) + '…';
    }

    /** Both languages of a text without them. */
    public Bilingual apply(Bilingual text, int maxLength) {
        return new Bilingual(apply(text.zh(), maxLength), apply(text.en(), maxLength));
    }
}
