package io.xuemeng.examples.platform;

import io.xuemeng.core.requirement.SdkVersion;
import io.xuemeng.lrs.statement.XapiVersion;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class PlatformVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "xuemeng-platform " + SdkVersion.current(),
            Arrays.stream(XapiVersion.values()).map(XapiVersion::edition).collect(Collectors.joining(", "))
        };
    }
}
