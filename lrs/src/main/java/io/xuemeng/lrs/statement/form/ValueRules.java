package io.xuemeng.lrs.statement.form;

import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Which requirement a value breaks; null when it breaks none. */
public final class ValueRules {

    private ValueRules() {}

    /** The requirement that a timestamp breaks in xAPI 2.0, or else in 1.0.3. */
    public static @Nullable StatementRequirement timestamp(CharSequence text, boolean xapi20) {
        return switch (TimestampForm.of(text)) {
            case RFC_3339 -> null;
            case RFC_3339_ONLY -> xapi20 ? null : StatementRequirement.TIMESTAMP_FORM;
            case ISO_8601_ONLY -> StatementRequirement.TIMESTAMP_RFC_3339;
            case MINUS_ZERO -> StatementRequirement.TIMESTAMP_MINUS_ZERO;
            case NONE -> StatementRequirement.TIMESTAMP_FORM;
        };
    }

    /** The requirement that a statement's version breaks in xAPI 2.0, or else in 1.0.3. */
    public static @Nullable StatementRequirement version(CharSequence text, boolean xapi20) {
        if (!xapi20) {
            return VersionNumbers.isOfLine(text, "1.0") ? null : StatementRequirement.VERSION_1_0;
        }
        if (VersionNumbers.isOfLine(text, "2.0")) {
            return null;
        }
        boolean known = VersionNumbers.isOfLine(text, "1.0")
                || (VersionNumbers.isSemantic(text) && VersionNumbers.major(text) >= 2);
        return known ? StatementRequirement.VERSION_2_0 : StatementRequirement.VERSION_FORM;
    }

    /** Whether a scaled score lies between −1 and 1. */
    public static boolean isScaled(BigDecimal scaled) {
        return scaled.abs().compareTo(BigDecimal.ONE) <= 0;
    }

    /** Whether a raw score lies between what is given of the lowest and the highest. */
    public static boolean isRaw(BigDecimal raw, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        return (min == null || raw.compareTo(min) >= 0) && (max == null || raw.compareTo(max) <= 0);
    }
}
