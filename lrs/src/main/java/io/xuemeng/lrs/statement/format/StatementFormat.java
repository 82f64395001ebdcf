package io.xuemeng.lrs.statement.format;

import java.util.Locale;
import java.util.Optional;

/**
 * The formats in which a store returns statements.
 *
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Communication.md#213-get-statements">Communication 2.1.3;
 *     IEEE 9274.1.1-2023, 4.1.6.1</a>
 */
public enum StatementFormat {
    /** Only what identifies agents, groups, verbs and activities. */
    IDS,
    /** As they were received. */
    EXACT,
    /** Activities and verbs as the store describes them, in one language each. */
    CANONICAL;

    private final String parameter = name().toLowerCase(Locale.ROOT);

    /** The format that a value of the parameter {@code format} means, letter case included; empty for every other value. */
    public static Optional<StatementFormat> ofParameter(String value) {
        for (StatementFormat format : values()) {
            if (format.parameter.equals(value)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The value of the parameter. */
    public String parameter() {
        return parameter;
    }
}
