package io.xuemeng.examples.intake;

import io.xuemeng.core.requirement.SdkVersion;
import io.xuemeng.resource.ResourceCatalogue;
import io.xuemeng.resource.profile.MetadataProfile;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class IntakeVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "xuemeng-intake " + SdkVersion.current(),
            "requirements " + ResourceCatalogue.of(MetadataProfile.alliance()).version()
        };
    }
}
