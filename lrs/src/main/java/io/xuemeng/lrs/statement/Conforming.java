package io.xuemeng.lrs.statement;

import io.xuemeng.core.requirement.Severity;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * The record must be as xAPI asks: in the default group as xAPI 2.0 does, in the group {@link Xapi10} as 1.0.3 does. All records
 * of this package carry it, so whoever validates a statement, or an object of his own with a {@code @Valid} part of one, gets
 * what the streaming reader would find in the JSON of the same record. The message begins with the requirement's id.
 */
@Documented
@Constraint(validatedBy = Conforming.Validator.class)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Conforming.List.class)
public @interface Conforming {

    /** The version to which it must conform. */
    XapiVersion version() default XapiVersion.V2_0;

    /** Not used: each broken requirement has its own message. */
    String message() default "{io.xuemeng.lrs.statement.Conforming.message}";

    /** The groups it is checked in; none for the default group. */
    Class<?>[] groups() default {};

    /** What the application attaches to it. */
    Class<? extends Payload>[] payload() default {};

    /** Several of it on one record. */
    @Documented
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /** The constraints. */
        Conforming[] value();
    }

    /** Checks records for {@link Conforming}; created by the validation provider. Thread-safe once it is initialized. */
    final class Validator implements ConstraintValidator<Conforming, Object> {

        private XapiVersion version = XapiVersion.V2_0;

        /** For the validation provider. */
        public Validator() {}

        @Override
        public void initialize(Conforming constraint) {
            version = constraint.version();
        }

        @Override
        public boolean isValid(@Nullable Object part, ConstraintValidatorContext context) {
            if (part == null) {
                return true;
            }
            boolean[] valid = {true};
            new RecordRules(version, (requirement, component) -> {
                        // What is only not recommended makes no record invalid.
                        if (requirement.severity().isWorseThan(Severity.WARNING)) {
                            valid[0] = false;
                            report(context, requirement, component);
                        }
                    })
                    .check(part);
            return valid[0];
        }

        private static void report(
                ConstraintValidatorContext context, StatementRequirement requirement, @Nullable String component) {
            context.disableDefaultConstraintViolation();
            ConstraintValidatorContext.ConstraintViolationBuilder builder =
                    context.buildConstraintViolationWithTemplate(
                            "{io.xuemeng.lrs.statement." + requirement.id() + ".message}");
            if (component == null) {
                builder.addConstraintViolation();
            } else {
                builder.addPropertyNode(component).addConstraintViolation();
            }
        }
    }
}
