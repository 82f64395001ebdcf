package io.xuemeng.conformance.role;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import java.util.List;
import java.util.Map;

/**
 * A role with a catalogue of requirements, an audit of them and tests, all of which are fixed; what is left to a role itself is how a
 * platform is plugged in. Immutable.
 *
 * @param <S> what the tests of the role talk to
 */
public abstract class AuditedKit<S> implements RoleKit<S> {

    private final Role role;
    private final Class<S> subject;
    private final RequirementCatalogue catalogue;
    private final Audit audit;
    private final List<Class<?>> tests;

    /**
     * For the roles.
     *
     * @param subject the type of what its tests talk to
     * @param catalogue every requirement that concerns the role
     * @param audit what is said of each of them
     * @param tests the classes of its tests
     */
    protected AuditedKit(
            Role role, Class<S> subject, RequirementCatalogue catalogue, Audit audit, List<Class<?>> tests) {
        this.role = role;
        this.subject = subject;
        this.catalogue = catalogue;
        this.audit = audit;
        this.tests = List.copyOf(tests);
    }

    /**
     * Adds features whose names their texts have too.
     *
     * @param text what stands before the name in the key of the text
     */
    protected static void addFeatures(Map<String, Bilingual> features, String text, String... names) {
        for (String name : names) {
            features.put(name, Texts.of(text + name));
        }
    }

    @Override
    public final Role role() {
        return role;
    }

    @Override
    public final Class<S> subject() {
        return subject;
    }

    @Override
    public final List<Requirement> requirements() {
        return catalogue.requirements();
    }

    @Override
    public final Audit audit() {
        return audit;
    }

    @Override
    public final List<Class<?>> tests() {
        return tests;
    }
}
