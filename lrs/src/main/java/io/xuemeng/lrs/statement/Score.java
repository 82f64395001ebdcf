package io.xuemeng.lrs.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How well it was done (得分). Numbers keep the digits they were written with. Immutable.
 *
 * @param scaled from −1 to 1; null when absent
 * @param raw as it was counted, from {@code min} to {@code max} where these are given; null when absent
 * @param min the lowest possible; null when absent
 * @param max the highest possible, greater than {@code min}; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2451-score">Data 2.4.5.1; IEEE 9274.1.1-2023,
 *     4.2.2.4</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Score(
        @Nullable BigDecimal scaled,
        @Nullable BigDecimal raw,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    /** A score from −1 to 1. */
    public static Score scaled(double scaled) {
        return new Score(BigDecimal.valueOf(scaled), null, null, null);
    }

    /** A score as it was counted, with the lowest and the highest possible. */
    public static Score raw(double raw, double min, double max) {
        return new Score(null, BigDecimal.valueOf(raw), BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** This score, with what it is on a scale from −1 to 1. */
    public Score withScaled(double value) {
        return new Score(BigDecimal.valueOf(value), raw, min, max);
    }
}
