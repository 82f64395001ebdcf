package io.xuemeng.conformance.target;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A target file: the platform, and the roles it declares with what the kit needs to talk to it. Immutable.
 *
 * @param platform the platform's name and version
 * @param sha256 the SHA-256 of the file as it was read, without the values of secrets
 * @param secrets the values that were taken from the environment
 * @param roles the section of each role
 */
public record Target(String platform, String sha256, Set<String> secrets, Map<Role, Settings> roles) {

    /** Copies the collections. */
    public Target {
        secrets = Set.copyOf(secrets);
        roles = Map.copyOf(roles);
    }

    /**
     * Plugs the platform in.
     *
     * @throws SettingsException when a section is not understood
     */
    public List<Offer> connect(Workspace workspace) {
        List<Offer> offers = new ArrayList<>();
        for (RoleKit<?> kit : RoleKits.all()) {
            Settings settings = roles.get(kit.role());
            if (settings != null) {
                offers.add(offer(kit, settings, workspace));
            }
        }
        return offers;
    }

    private static Offer offer(RoleKit<?> kit, Settings settings, Workspace workspace) {
        Set<String> features = new HashSet<>();
        for (String feature : settings.texts("features")) {
            if (!kit.features().containsKey(feature)) {
                throw SettingsException.of(
                        "settings.oneOf",
                        settings.path() + ".features",
                        kit.features().keySet().stream().sorted().collect(Collectors.joining(", ")),
                        feature);
            }
            features.add(feature);
        }
        int parallel = settings.number("parallel", 1, 1, 64);
        Object subject = kit.connect(settings, workspace);
        settings.finish();
        return new Offer(kit.role(), subject, features, parallel);
    }
}
