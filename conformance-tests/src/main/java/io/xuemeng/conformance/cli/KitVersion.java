package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.core.requirement.SdkVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class KitVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"xuemeng-conformance " + SdkVersion.current(), "catalogue " + RoleKits.catalogue()};
    }
}
