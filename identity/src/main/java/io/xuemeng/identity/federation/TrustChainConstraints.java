package io.xuemeng.identity.federation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

    private static final Pattern NETWORK_ADDRESS = Pattern.compile("\\d+(?:\\.\\d+)*|\\[.*]");

    /** Copies the lists. */
    public TrustChainConstraints {
        permitted = permitted == null ? null : List.copyOf(permitted);
        excluded = List.copyOf(excluded);
        allowedEntityTypes = allowedEntityTypes == null ? null : List.copyOf(allowedEntityTypes);
    }

    /**
     * Whether an entity may have a name: by its host, in any case of letters. Where names are constrained at all, a host that is an
     * address of a network has none that could be judged, and is not permitted (RFC 5280, 4.2.1.10).
     */
    boolean permitsName(String entity) {
        if (permitted == null && excluded.isEmpty()) {
            return true;
        }
        String host = name(EntityIds.host(entity));
        if (NETWORK_ADDRESS.matcher(host).matches() || excluded.stream().anyMatch(name -> matches(host, name(name)))) {
            return false;
        }
        return permitted == null || permitted.stream().anyMatch(name -> matches(host, name(name)));
    }

    /** A name as it is compared: the dot that a whole name may end with makes no other host of it (RFC 1034, 3.1). */
    private static String name(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() > 1 && lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** RFC 5280, 4.2.1.10: with a dot in front it is a domain, which its own name does not belong to. */
    private static boolean matches(String host, String name) {
        return name.startsWith(".") ? host.endsWith(name) && host.length() > name.length() : host.equals(name);
    }
}
