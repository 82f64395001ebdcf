package io.xuemeng.conformance.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test about one requirement. The audit of the class's role names it under that id. The method may take the subject of the
 * role, the {@link Check} to say what is expected, the role's {@code Workspace}, and the {@code AuditEntry}.
 */
@Documented
@Test
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ExtendWith(ConformanceExtension.class)
public @interface ConformanceTest {

    /** The id of the requirement. */
    String value();
}
