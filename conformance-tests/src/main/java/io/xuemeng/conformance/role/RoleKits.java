package io.xuemeng.conformance.role;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.SdkVersion;
import io.xuemeng.core.requirement.TextPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The roles that this kit can test. Thread-safe. */
public final class RoleKits {

    private static final List<RoleKit<?>> ALL = load();

    private RoleKits() {}

    private static List<RoleKit<?>> load() {
        Map<Role, RoleKit<?>> kits = new TreeMap<>();
        for (RoleKit<?> kit : ServiceLoader.load(RoleKit.class, RoleKits.class.getClassLoader())) {
            RoleKit<?> other = kits.put(kit.role(), kit);
            if (other != null) {
                throw new IllegalStateException("two classes bring the role " + kit.role() + ": "
                        + other.getClass().getName() + ", " + kit.getClass().getName());
            }
        }
        return List.copyOf(kits.values());
    }

    /** All of them, in the order of {@link Role}. */
    public static List<RoleKit<?>> all() {
        return ALL;
    }

    /** The one for a role; empty when this version of the kit has no tests for it. */
    public static Optional<RoleKit<?>> find(Role role) {
        return ALL.stream().filter(kit -> kit.role() == role).findFirst();
    }

    /** Every requirement of every role, by id. */
    public static Map<String, Requirement> requirements() {
        Map<String, Requirement> byId = new TreeMap<>();
        ALL.forEach(kit -> kit.requirements().forEach(requirement -> byId.put(requirement.id(), requirement)));
        return byId;
    }

    /** The kit's version and a hash over all it tests: ids, levels, sources, sentences, features and tests. */
    public static String catalogue() {
        List<String> lines = new ArrayList<>();
        for (RoleKit<?> kit : ALL) {
            Map<String, Requirement> byId = new TreeMap<>();
            kit.requirements().forEach(requirement -> byId.put(requirement.id(), requirement));
            for (AuditEntry entry : kit.audit().entries()) {
                Requirement requirement = byId.get(entry.id());
                lines.add(String.join(
                        "\u0000",
                        kit.role().id(),
                        entry.id(),
                        requirement == null ? "" : requirement.level().name(),
                        requirement == null ? "" : requirement.source(),
                        requirement == null ? "" : requirement.text(TextPart.PROBLEM, Locale.ROOT),
                        entry.features().toString(),
                        entry.tests().toString(),
                        new TreeMap<>(entry.attributes()).toString()));
            }
        }
        byte[] all = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return SdkVersion.current() + '+' + Workspace.digest(all).substring(0, 12);
    }
}
