package io.xuemeng.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.xuemeng.conformance.report.Reports;
import io.xuemeng.conformance.report.ResultFile;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.role.SettingsException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: makes the reports of a result again. */
@Command(name = "report", mixinStandardHelpOptions = true, versionProvider = KitVersion.class)
final class ReportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Language language;

    @Parameters(paramLabel = "FILE", descriptionKey = "report.file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--report", paramLabel = "DIR", required = true, descriptionKey = "report")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Places.readable(file);
        Places.folder(folder);
        RunResult result = read();
        Reports.derive(result, folder, language.locale());
        new Summary(spec.commandLine().getOut(), language.locale()).print(result, folder.resolve("index.html"));
        return 0;
    }

    private RunResult read() throws FileSystemException {
        try {
            return ResultFile.read(file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            String problem =
                    e.getCause() instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw SettingsException.of("cli.noResult", file, problem);
        }
    }
}
