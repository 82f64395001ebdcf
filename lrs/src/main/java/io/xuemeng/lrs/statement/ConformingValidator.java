package io.xuemeng.lrs.statement;

import io.xuemeng.core.requirement.Severity;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks records for {@link Conforming}; created by the validation provider. Thread-safe once it is initialized. */
final class ConformingValidator implements ConstraintValidator<Conforming, Object> {

    private XapiVersion version = XapiVersion.V2_0;

    /** For the validation provider. */
    ConformingValidator() {}

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
        ConstraintValidatorContext.ConstraintViolationBuilder builder = context.buildConstraintViolationWithTemplate(
                "{io.xuemeng.lrs.statement." + requirement.id() + ".message}");
        if (component == null) {
            builder.addConstraintViolation();
        } else {
            builder.addPropertyNode(component).addConstraintViolation();
        }
    }
}
