package io.xuemeng.core.code;

import jakarta.validation.Configuration;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes factories of Jakarta validators that need no expression language, so that nothing in a value or a message is ever
 * evaluated. Applications that have a factory of their own need none of this: the constraints work with any provider, and
 * Hibernate Validator finds their messages on the class path by itself.
 */
public final class CodeValidation {

    private static final String WITHOUT_EXPRESSIONS =
            "org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator";

    private CodeValidation() {}

    /** A factory whose messages are in the language of the Java process, see {@link #factory(Locale)}. */
    public static ValidatorFactory factory() {
        return factory(Locale.getDefault());
    }

    /**
     * A factory of the provider on the class path or module path, Hibernate Validator unless the application has another.
     * It reads no {@code META-INF/validation.xml}. Build it once, share it between threads, and close it.
     *
     * @param reader the language of the messages: Chinese, or English for all others
     * @throws jakarta.validation.ValidationException when there is no provider
     */
    public static ValidatorFactory factory(Locale reader) {
        return factory(reader, (key, locale) -> null);
    }

    /**
     * The same for whoever has constraints of his own beside these.
     *
     * @param more what to say under a key that begins with {@code io.xuemeng.} and that the provider has no text for, in a
     *     language; null when the key is another's
     */
    public static ValidatorFactory factory(Locale reader, BiFunction<String, Locale, @Nullable String> more) {
        Configuration<?> configuration =
                Validation.byDefaultProvider().configure().ignoreXmlConfiguration();
        // For a language that it has no texts in, the provider would take that of the process.
        Locale language = reader.getLanguage().equals("zh") ? reader : Locale.ENGLISH;
        MessageInterpolator interpolator = new ConstraintMessages(withoutExpressions(configuration), language, more);
        return configuration.messageInterpolator(interpolator).buildValidatorFactory();
    }

    /** By name, because only the application's class path says which provider there is. */
    private static MessageInterpolator withoutExpressions(Configuration<?> configuration) {
        try {
            ClassLoader provider = configuration.getClass().getClassLoader();
            return Class.forName(WITHOUT_EXPRESSIONS, true, provider)
                    .asSubclass(MessageInterpolator.class)
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            return configuration.getDefaultMessageInterpolator(); // another provider than Hibernate Validator
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this version of Hibernate Validator is not supported, 8.0 and later are", e);
        }
    }
}
