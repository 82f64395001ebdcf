package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.conformance.validator.SampleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code samples}: writes every sample, and the package the kit makes of it, as plain files with an index. */
@Command(name = "samples", mixinStandardHelpOptions = true, versionProvider = KitVersion.class)
final class SamplesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Language language;

    @Parameters(paramLabel = "DIR", descriptionKey = "samples.folder")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw SettingsException.of("cli.notEmpty", folder);
                }
            }
        }
        int count = SampleIndex.write(folder);
        spec.commandLine()
                .getOut()
                .println(Texts.of(language.locale(), "cli.samples", count, folder.resolve(SampleIndex.FILE)));
        return 0;
    }
}
