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

/** The text must be the identifier of a school or institution (学校（机构）标识码); null is valid. See {@link InstitutionId#isValid}. */
@Documented
@Constraint(validatedBy = InstitutionIdText.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.CONSTRUCTOR,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface InstitutionIdText {

    /** The message, or its key in braces. */
    String message() default "{io.xuemeng.core.code.InstitutionIdText.message}";

    /** The groups it is checked in; none for the default group. */
    Class<?>[] groups() default {};

    /** What the application attaches to it. */
    Class<? extends Payload>[] payload() default {};

    /** Checks texts for the constraint; created by the validation provider. Stateless and thread-safe. */
    final class Validator implements ConstraintValidator<InstitutionIdText, CharSequence> {

        /** For the validation provider. */
        public Validator() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || InstitutionId.isValid(text);
        }
    }
}
