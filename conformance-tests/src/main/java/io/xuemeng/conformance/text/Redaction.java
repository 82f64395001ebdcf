package io.xuemeng.conformance.text;

import io.xuemeng.core.requirement.SafeText;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what no report may show: the secrets of this run, whatever looks like a credential, and personal data.
 * Characters that steer a terminal or hide text become visible. Immutable and thread-safe.
 */
public final class Redaction {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    private static final int MIN_SECRET = 4;
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?i)((?:proxy-)?authorization\"?\\s*[:=]\\s*\"?(?:basic|bearer|digest|dpop)?\\s*)[^\\s\"',;]+"
                    + "|((?:password|passwd|pwd|secret|token|api[-_]?key|client_secret|access_token|refresh_token)\"?\\s*[:=]\\s*\"?)"
                    + "[^\\s\"',;&]+"
                    + "|((?:https?|postgresql|mysql)://)[^\\s/@:]+:[^\\s/@]+(?=@)");
    private static final Pattern TOKEN =
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*");

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
        shown = TOKEN.matcher(shown).replaceAll(MASK);
        shown = CREDENTIAL
                .matcher(shown)
                .replaceAll(match -> Matcher.quoteReplacement(
                        kept(match.group(1)) + kept(match.group(2)) + kept(match.group(3)) + MASK));
        StringBuilder lines = new StringBuilder(shown.length());
        for (String line : shown.split("\\R", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n").append(SafeText.visible(line.replace('\t', ' '), maxLength));
        }
        return lines.length() <= maxLength ? lines.toString() : lines.substring(0, maxLength - 1) + '…';
    }

    private static String kept(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    /** Both languages of a text without them. */
    public Bilingual apply(Bilingual text, int maxLength) {
        return new Bilingual(apply(text.zh(), maxLength), apply(text.en(), maxLength));
    }
}
