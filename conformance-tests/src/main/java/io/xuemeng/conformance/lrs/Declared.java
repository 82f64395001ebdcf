package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.role.XapiRoles;
import io.xuemeng.lrs.statement.XapiVersion;
import java.util.List;
import java.util.Set;

/** The versions of xAPI that an LRS declares to speak. */
record Declared(List<XapiVersion> versions) {

    private record Key() {}

    /** Keeps what was declared for the tests of this run. */
    static Declared of(Set<String> features, Workspace workspace) {
        return workspace.once(new Key(), () -> new Declared(XapiRoles.declared(features)));
    }

    /** What was declared, as preflight kept it. */
    static Declared known(Workspace workspace) {
        return workspace.once(new Key(), () -> {
            throw new IllegalStateException("preflight keeps what was declared");
        });
    }
}
