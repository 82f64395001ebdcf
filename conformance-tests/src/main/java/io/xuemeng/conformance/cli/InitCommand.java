package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code init}: writes a target file in which everything is explained. */
@Command(name = "init", mixinStandardHelpOptions = true, versionProvider = KitVersion.class)
final class InitCommand implements Callable<Integer> {

    private static final String HEAD = """
            # What the conformance kit tests: java -jar xuemeng-conformance.jar run --target %s --report out
            # Secrets stand in the environment, never here: ${NAME} is replaced by the variable NAME.

            # The platform and its version, as the report names it.
            platform: Example 1.0

            # The roles it declares. Take out those that it does not have; it is held to all that the catalogue has for the others.
            roles:
            """;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Language language;

    @Parameters(paramLabel = "FILE", defaultValue = "target.yaml", descriptionKey = "init.file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Places.newFile(file);
        StringBuilder text = new StringBuilder(HEAD.formatted(file.getFileName()));
        for (RoleKit<?> kit : RoleKits.all()) {
            text.append(kit.settingsTemplate()).append('\n');
        }
        try {
            Files.writeString(
                    file,
                    text.toString().stripTrailing() + '\n',
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw SettingsException.of("cli.exists", file);
        }
        spec.commandLine().getOut().println(Texts.of(language.locale(), "cli.written", file));
        return 0;
    }
}
