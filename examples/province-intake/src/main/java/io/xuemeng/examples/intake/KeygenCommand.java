package io.xuemeng.examples.intake;

import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.examples.intake.report.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xuemeng-intake keygen --demo}: keys, authorities and a timestamp authority for trying out, and for nothing else. */
@Command(name = "keygen", mixinStandardHelpOptions = true, versionProvider = IntakeVersion.class)
final class KeygenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Option(names = "--demo", paramLabel = "DIR", required = true, descriptionKey = "demo")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        Locale locale = language.locale();
        if (Files.exists(folder) && !isEmptyFolder()) {
            throw new ParameterException(spec.commandLine(), Texts.of(locale, "not.empty", folder));
        }
        DemonstrationKeys.writeTo(folder);
        spec.commandLine().getOut().println(DemonstrationAuthority.LABEL);
        spec.commandLine().getOut().println(Texts.of(locale, "generated", folder));
        return Intake.ACCEPTED;
    }

    private boolean isEmptyFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
