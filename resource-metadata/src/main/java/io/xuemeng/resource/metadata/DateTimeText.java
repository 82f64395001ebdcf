package io.xuemeng.resource.metadata;

import io.xuemeng.core.code.IsoDateTimeText;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * A date or a point in time, as found, and what is said of it in words.
 *
 * @param value for example {@code 2026-09-01}; null when only words are given
 * @param description in words; null when absent
 * @see "LOM DateTime; GB/T 7408 (ISO 8601)"
 */
public record DateTimeText(
        @IsoDateTimeText @Nullable String value,
        @Valid @Nullable MultilingualText description) {

    /** A value without words. */
    public static DateTimeText of(String value) {
        return new DateTimeText(value, null);
    }
}
