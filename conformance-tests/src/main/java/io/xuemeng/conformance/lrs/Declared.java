package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.lrs.statement.XapiVersion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The versions of xAPI that an LRS declares to speak. */
record Declared(List<XapiVersion> versions) {

    private static final Map<XapiVersion, String> FEATURES =
            new EnumMap<>(Map.of(XapiVersion.V1_0, "xapi-1.0.3", XapiVersion.V2_0, "xapi-2.0"));

    private record Key() {}

    /** The feature that says that an LRS speaks a version. */
    static String feature(XapiVersion version) {
        return FEATURES.getOrDefault(version, "");
    }

    /** Keeps what was declared for the tests of this run. */
    static Declared of(Set<String> features, Workspace workspace) {
        return workspace.once(
                new Key(),
                () -> new Declared(FEATURES.entrySet().stream()
                        .filter(entry -> features.contains(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    /** What was declared, as preflight kept it. */
    static Declared known(Workspace workspace) {
        return workspace.once(new Key(), () -> {
            throw new IllegalStateException("preflight keeps what was declared");
        });
    }
}
