package io.xuemeng.identity.federation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to hold for everybody below an entity (OpenID Federation 1.0, 6.2): 信任链约束. Immutable.
 *
 * @param maxPathLength {@code max_path_length}: how many intermediates may stand between; -1 for any number
 * @param permitted {@code naming_constraints.permitted}: the hosts or, with a dot in front, domains; null for all
 * @param excluded {@code naming_constraints.excluded}: the same for those that are not allowed whatever is permitted
 * @param allowedEntityTypes {@code allowed_entity_types}; null for all
 */
public record TrustChainConstraints(
        int maxPathLength,
        @Nullable List<String> permitted,
        List<String> excluded,
        @Nullable List<String> allowedEntityTypes) {

    /** Copies the lists. */
    public TrustChainConstraints {
        permitted = permitted == null ? null : List.copyOf(permitted);
        excluded = List.copyOf(excluded);
        allowedEntityTypes = allowedEntityTypes == null ? null : List.copyOf(allowedEntityTypes);
    }

    /** Whether an entity may have a name: by its host, in any case of letters. */
    boolean permitsName(String entity) {
        String host = EntityIds.host(entity).toLowerCase(Locale.ROOT);
        if (excluded.stream().anyMatch(name -> matches(host, name))) {
            return false;
        }
        return permitted == null || permitted.stream().anyMatch(name -> matches(host, name));
    }

    /** RFC 5280, 4.2.1.10: with a dot in front it is a domain, which its own name does not belong to. */
    private static boolean matches(String host, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") ? host.endsWith(lower) && host.length() > lower.length() : host.equals(lower);
    }
}
