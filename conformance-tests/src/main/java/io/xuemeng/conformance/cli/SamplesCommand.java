package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.sample.TokenSamples;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.conformance.validator.SampleIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code samples}: writes every sample, the package the kit makes of it, and every token, as plain files with an index each. */
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
        Places.folder(folder);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw SettingsException.of("cli.notEmpty", folder);
                }
            }
        }
        int count = SampleIndex.write(folder);
        int tokens = TokenSamples.all().write(folder);
        PrintWriter out = spec.commandLine().getOut();
        out.println(Texts.of(language.locale(), "cli.samples", count, folder.resolve(SampleIndex.FILE)));
        out.println(Texts.of(
                language.locale(),
                "cli.tokenSamples",
                tokens,
                folder.resolve(TokenSamples.FOLDER).resolve(SampleIndex.FILE)));
        return 0;
    }
}
