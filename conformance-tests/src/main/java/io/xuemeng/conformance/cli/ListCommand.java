package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code list}: the catalogue, one requirement of one role a line, its columns separated by tabs. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = KitVersion.class)
final class ListCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Language language;

    @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "role")
    private @Nullable String roleName;

    @Override
    public void run() {
        Locale locale = language.locale();
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Requirement> requirements = RoleKits.requirements();
        for (RoleKit<?> kit : RoleKits.all()) {
            if (roleName != null && !kit.role().id().equals(roleName)) {
                continue;
            }
            for (AuditEntry entry : kit.audit().entries()) {
                Requirement requirement = requirements.get(entry.id());
                String features = entry.features().isEmpty() ? "-" : String.join(",", entry.features());
                String tested = entry.isTestable()
                        ? Texts.of(locale, "cli.tested")
                        : Texts.of(locale, "cli.untested", entry.why());
                out.println(String.join(
                        "\t",
                        kit.role().id(),
                        entry.id(),
                        requirement == null ? "" : requirement.level().name(),
                        features,
                        requirement == null ? "" : requirement.source(locale),
                        tested));
            }
        }
        if (roleName != null && Role.find(roleName).flatMap(RoleKits::find).isEmpty()) {
            throw SettingsException.of(
                    "settings.oneOf",
                    "--role",
                    RoleKits.all().stream().map(kit -> kit.role().id()).collect(Collectors.joining(", ")),
                    roleName);
        }
    }
}
