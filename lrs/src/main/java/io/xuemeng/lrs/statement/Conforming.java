package io.xuemeng.lrs.statement;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record must be as xAPI asks: in the default group as xAPI 2.0 does, in the group {@link Xapi10} as 1.0.3 does. All records
 * of this package carry it, so whoever validates a statement, or an object of his own with a {@code @Valid} part of one, gets
 * what the streaming reader would find in the JSON of the same record. The message begins with the requirement's id.
 */
@Documented
@Constraint(validatedBy = ConformingValidator.class)
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
}
