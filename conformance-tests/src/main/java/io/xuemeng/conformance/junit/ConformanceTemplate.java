package io.xuemeng.conformance.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is made for many requirements alike: it is run once for each id under which the audit of the class's role names
 * it. The method takes what a {@link ConformanceTest} may take; the {@code AuditEntry} says which id it is run for.
 */
@Documented
@TestTemplate
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ExtendWith(ConformanceTemplateExtension.class)
@ExtendWith(ConformanceExtension.class)
public @interface ConformanceTemplate {}
