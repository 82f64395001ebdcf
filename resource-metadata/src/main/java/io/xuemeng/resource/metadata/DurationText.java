package io.xuemeng.resource.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A length of time, as found, and what is said of it in words.
 *
 * @param value for example {@code PT32M}; null when only words are given
 * @param description in words; null when absent
 * @see "LOM Duration; GB/T 7408 (ISO 8601)"
 */
public record DurationText(@Nullable String value, @Nullable MultilingualText description) {

    /** A value without words. */
    public static DurationText of(String value) {
        return new DurationText(value, null);
    }
}
