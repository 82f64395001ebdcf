package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code If-Match} and {@code If-None-Match} ask of a document (RFC 9110, 13.1). An entity tag may lack its quotes, for some
 * clients forget them. Immutable.
 */
final class Precondition {

    private static final Pattern TAG = Pattern.compile("\\G\\s*(?:(?:W/)?\"([^\"]*)\"|([^\",\\s*]+))\\s*(?:,|$)");

    private final @Nullable Set<String> match;
    private final @Nullable Set<String> noneMatch;

    private Precondition(@Nullable Set<String> match, @Nullable Set<String> noneMatch) {
        this.match = match;
        this.noneMatch = noneMatch;
    }

    static Precondition of(Headers headers) {
        return new Precondition(tags(headers, "If-Match"), tags(headers, "If-None-Match"));
    }

    /** The tags of a header; {@code *} for any; null when there is no such header. */
    private static @Nullable Set<String> tags(Headers headers, String name) {
        if (headers.all(name).isEmpty()) {
            return null;
        }
        String value = String.join(",", headers.all(name)).strip();
        if (value.equals("*")) {
            return Set.of("*");
        }
        Set<String> tags = new LinkedHashSet<>();
        Matcher matcher = TAG.matcher(value);
        int end = 0;
        while (end < value.length() && matcher.find()) {
            tags.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            end = matcher.end();
        }
        if (end < value.length() || tags.isEmpty()) {
            throw Refusal.of(
                    LrsRequirement.ETAG_FORM,
                    Finding.of(LrsRequirement.ETAG_FORM).with("header", name));
        }
        return tags;
    }

    /** Whether there is none. */
    boolean isAbsent() {
        return match == null && noneMatch == null;
    }

    /**
     * Refuses with 412 unless the document is as expected.
     *
     * @param etag of the document; null when there is none
     */
    void check(@Nullable String etag) {
        if (match != null && !contains(match, etag)) {
            throw failed("If-Match");
        }
        if (noneMatch != null && contains(noneMatch, etag)) {
            throw failed("If-None-Match");
        }
    }

    /** Whether whoever reads has this already. */
    boolean isNotModified(String etag) {
        return noneMatch != null && contains(noneMatch, etag);
    }

    private static boolean contains(Set<String> tags, @Nullable String etag) {
        return etag != null && (tags.contains("*") || tags.contains(etag));
    }

    private static Refusal failed(String header) {
        return Refusal.of(
                LrsRequirement.PRECONDITION,
                Finding.of(LrsRequirement.PRECONDITION).with("header", header));
    }
}
