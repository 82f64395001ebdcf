package io.xuemeng.conformance.role;

import io.xuemeng.conformance.audit.Role;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One role that a platform declares. Immutable.
 *
 * @param role the role
 * @param subject what the kit talks to; its type is the one that the role asks for, see {@link RoleKit#subject()}
 * @param features the features it declares, see {@link RoleKit#features()}
 * @param parallel how many tests may talk to it at once, from 1
 */
public record Offer(Role role, Object subject, Set<String> features, int parallel) {

    /** Copies the set. */
    public Offer {
        features = Collections.unmodifiableSet(new TreeSet<>(features));
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel is at least 1, not " + parallel);
        }
    }

    /** A role whose subject is used by one test at a time. */
    public static Offer of(Role role, Object subject, String... features) {
        return new Offer(role, subject, Set.of(features), 1);
    }

    /** The same for a subject that may be used by several tests at once. */
    public Offer parallel(int tests) {
        return new Offer(role, subject, features, tests);
    }
}
