package io.xuemeng.core.code;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text must be a date or date-time (GB/T 7408, ISO 8601), in LOM's subset or not; null is valid. See {@link IsoDateTime#isValid}. */
@Documented
@Constraint(validatedBy = IsoDateTimeText.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.CONSTRUCTOR,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface IsoDateTimeText {

    /** The message, or its key in braces. */
    String message() default "{io.xuemeng.core.code.IsoDateTimeText.message}";

    /** The groups it is checked in; none for the default group. */
    Class<?>[] groups() default {};

    /** What the application attaches to it. */
    Class<? extends Payload>[] payload() default {};

    /** Checks texts for the constraint; created by the validation provider. Stateless and thread-safe. */
    final class Validator implements ConstraintValidator<IsoDateTimeText, CharSequence> {

        /** For the validation provider. */
        public Validator() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || IsoDateTime.isValid(text);
        }
    }
}
