package io.xuemeng.conformance.audit;

import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the audit says of one requirement in one role. Immutable.
 *
 * @param id the requirement
 * @param features the features it is about, all of which must be declared for it to apply; empty when it always applies
 * @param tests the tests that are about it, as {@code Class.method}; empty when it is not testable
 * @param untestable why it cannot be tested, as the key of a text; null when it can
 * @param attributes what else the role's tests need to know, by name
 */
public record AuditEntry(
        String id,
        Set<String> features,
        List<String> tests,
        @Nullable String untestable,
        Map<String, String> attributes) {

    /** Copies the collections. */
    public AuditEntry {
        features = Collections.unmodifiableSet(new TreeSet<>(features));
        tests = List.copyOf(tests);
        attributes = Map.copyOf(attributes);
    }

    /** Whether it can be tested. */
    public boolean isTestable() {
        return untestable == null;
    }

    /** Why it cannot be tested. */
    public Bilingual why() {
        return untestable == null ? Bilingual.same("") : Texts.of("untestable." + untestable);
    }

    /**
     * What else the role's tests need to know.
     *
     * @throws IllegalStateException when the audit does not say it
     */
    public String attribute(String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("the audit says nothing of " + name + " for " + id);
        }
        return value;
    }
}
