package io.xuemeng.resource.metadata;

import io.xuemeng.core.code.IsoDurationText;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A length of time, as found, and what is said of it in words.
 *
 * @param value for example {@code PT32M}; null when only words are given
 * @param description in words; null when absent
 * @see "LOM Duration; GB/T 7408 (ISO 8601)"
 */
public record DurationText(
        @IsoDurationText @Nullable String value,
        @Valid @Nullable MultilingualText description) {

    /** A value without words. */
    public static DurationText of(String value) {
        return new DurationText(value, null);
    }
}
