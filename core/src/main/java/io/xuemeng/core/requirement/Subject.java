package io.xuemeng.core.requirement;

import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param name the input as the caller named it, for example a path; not altered, so escape it for your medium
 * @param sha256 the SHA-256 of the input's bytes in lower-case hexadecimal; null when they could not all be read
 * @param size the input's length in bytes; -1 when unknown
 * @param format what the input is, for example {@code "SCORM 1.2 (IMS CP 1.1.2)"}; null when not recognised
 * @param title the title it gives itself, made safe to show; null when it has none
 */
public record Subject(
        String name,
        @Nullable String sha256,
        long size,
        @Nullable String format,
        @Nullable String title) {

    /** Makes the texts that come from the input safe to show. */
    public Subject {
        format = format == null ? null : SafeText.argument(format);
        title = title == null ? null : SafeText.argument(title);
    }

    /** A subject of which only its name is known. */
    public static Subject named(String name) {
        return new Subject(name, null, -1, null, null);
    }
}
