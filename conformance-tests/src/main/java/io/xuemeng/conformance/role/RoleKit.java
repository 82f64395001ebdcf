package io.xuemeng.conformance.role;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.core.requirement.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a role brings to the kit: its requirements and their audit, its tests, and how a platform is plugged in. Found through
 * {@link java.util.ServiceLoader}, so that a new role is a new package and one line. Implementations are stateless.
 *
 * @param <S> what the tests of the role talk to
 */
public interface RoleKit<S> {

    /** The role. */
    Role role();

    /** The type of what its tests talk to. */
    Class<S> subject();

    /** Every requirement that concerns the role, testable or not. */
    List<Requirement> requirements();

    /** What the audit says of each of them. */
    Audit audit();

    /** The features that a platform may declare, by name, with what they mean. */
    Map<String, Bilingual> features();

    /** The classes of its tests. */
    List<Class<?>> tests();

    /**
     * Plugs in the platform that a section of a target file describes. Whether it can be reached is for {@link #preflight}.
     *
     * @throws SettingsException when the section is not understood
     */
    S connect(Settings settings, Workspace workspace);

    /**
     * Tells the platform what is coming, and makes sure that it answers at all, before any test.
     *
     * @param features those that are declared
     * @param selection the ids that are going to be tested
     * @throws NoAnswerException when it does not
     */
    void preflight(S subject, Set<String> features, Predicate<String> selection, Workspace workspace);

    /**
     * Whether the platform has a feature that it does not declare.
     *
     * @return what was seen; empty when it has not, or when it cannot be told
     * @throws NoAnswerException when it does not answer, as whoever does not declare it need not
     */
    Optional<Bilingual> probe(String feature, S subject, Workspace workspace);

    /** The section of a target file with all its settings, each explained in a comment: {@code settings.yaml} beside the class. */
    default String settingsTemplate() {
        try (InputStream in = getClass().getResourceAsStream("settings.yaml")) {
            if (in == null) {
                throw new IllegalStateException("settings.yaml is missing beside " + getClass());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the audit's further attributes mean for one requirement, for whoever asks the kit to explain it. */
    default List<Bilingual> explain(String id) {
        return List.of();
    }
}
