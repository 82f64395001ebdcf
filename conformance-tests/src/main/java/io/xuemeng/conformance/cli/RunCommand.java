package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.report.Reports;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.ExpectedFailures;
import io.xuemeng.conformance.run.Plan;
import io.xuemeng.conformance.target.Target;
import io.xuemeng.conformance.target.TargetReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code run}: tests a platform and says whether it conforms. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = KitVersion.class)
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Main main;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Language language;

    @Option(names = "--target", paramLabel = "FILE", required = true, descriptionKey = "target")
    @SuppressWarnings("NullAway.Init")
    private Path targetFile;

    @Option(names = "--report", paramLabel = "DIR", required = true, descriptionKey = "report")
    @SuppressWarnings("NullAway.Init")
    private Path reportFolder;

    @Option(names = "--only", paramLabel = "ID", split = ",", descriptionKey = "only")
    private List<String> only = new ArrayList<>();

    @Option(names = "--expected-failures", paramLabel = "FILE", descriptionKey = "expected-failures")
    private @Nullable Path expectedFile;

    @Override
    public Integer call() throws IOException {
        Locale locale = language.locale();
        if (!Files.isRegularFile(targetFile)) {
            throw SettingsException.of("cli.noTarget", targetFile);
        }
        Places.folder(reportFolder);
        ExpectedFailures expected = expectedFile == null ? null : read(expectedFile);
        Target target = TargetReader.read(targetFile, main.environment());
        String run = ConformanceRun.newId();
        Path inputs = reportFolder.resolve("inputs").resolve(run);
        RunResult result;
        try (Workspace workspace = new Workspace(run, inputs)) {
            List<Offer> offers = target.connect(workspace);
            KnownIds.check(only, offers);
            Files.createDirectories(inputs);
            result = ConformanceRun.run(
                    new Plan(target.platform(), target.sha256(), offers, only, expected, target.secrets()), workspace);
        }
        Reports.write(result, reportFolder, locale);
        new Summary(spec.commandLine().getOut(), locale).print(result, reportFolder.resolve("index.html"));
        return result.exitCode();
    }

    private static ExpectedFailures read(Path file) throws IOException {
        Places.readable(file);
        try {
            return ExpectedFailures.read(file);
        } catch (CharacterCodingException e) {
            throw SettingsException.of("target.utf8", file);
        }
    }
}
