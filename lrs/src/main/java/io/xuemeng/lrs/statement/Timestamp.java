package io.xuemeng.lrs.statement;

import io.xuemeng.lrs.statement.form.TimestampForm;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A point in time as a statement writes it, offset and digits included (时间戳). Immutable; equal when the texts are.
 *
 * @param text as found, right or wrong; validation judges it
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#45-iso-8601-timestamps">Data 4.5; IEEE
 *     9274.1.1-2023, 4.2.7</a>
 */
public record Timestamp(String text) {

    /** The timestamp with this text. */
    public static Timestamp of(String text) {
        return new Timestamp(text);
    }

    /** The timestamp for an instant, in UTC. */
    public static Timestamp of(Instant instant) {
        return new Timestamp(instant.toString());
    }

    /** The timestamp for a time with its offset, which is kept. */
    public static Timestamp of(OffsetDateTime time) {
        return new Timestamp(time.toString());
    }

    /**
     * The instant, cut to nanoseconds. A time without an offset is taken for UTC. Empty when the text is no date and time of ISO
     * 8601 or RFC 3339.
     */
    public Optional<Instant> instant() {
        return Optional.ofNullable(TimestampForm.instant(text));
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
