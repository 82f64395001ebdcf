package io.xuemeng.lrs.statement;

import io.xuemeng.core.code.CodeValidation;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes factories of Jakarta validators that judge built statements, in a reader's language, on the class path and on the module
 * path alike. On the class path every factory with Hibernate Validator does so by itself.
 *
 * <pre>{@code
 * Validator validator = StatementConstraints.factory(Locale.SIMPLIFIED_CHINESE).getValidator(); // share it between threads
 * validator.validate(statement);                 // by xAPI 2.0
 * validator.validate(statement, Xapi10.class);   // by xAPI 1.0.3
 * }</pre>
 */
public final class StatementConstraints {

    static final String PREFIX = "io.xuemeng.lrs.statement.";
    private static final String SUFFIX = ".message";

    private StatementConstraints() {}

    /**
     * A factory of the provider on the class path or module path, see {@link CodeValidation#factory(Locale)}. Build it once,
     * share it between threads, and close it.
     *
     * @param reader the language of the messages: Chinese, or English for all others
     */
    public static ValidatorFactory factory(Locale reader) {
        return CodeValidation.factory(reader, StatementConstraints::message);
    }

    /** What is said under a key, or null when the key is another's. */
    static @Nullable String message(String key, Locale locale) {
        for (StatementRequirement requirement : StatementRequirement.values()) {
            if (key.equals(PREFIX + requirement.id() + SUFFIX)) {
                return message(requirement, locale);
            }
        }
        return null;
    }

    /** A requirement as the message of a violation: its id, and how to mend it. */
    static String message(StatementRequirement requirement, Locale locale) {
        String colon = locale.getLanguage().equals("zh") ? "：" : ": ";
        return requirement.id() + colon + requirement.text(TextPart.REMEDY, locale);
    }
}
