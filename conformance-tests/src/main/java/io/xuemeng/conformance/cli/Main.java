package io.xuemeng.conformance.cli;

import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.text.Texts;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code java -jar xuemeng-conformance.jar}. */
@Command(
        name = "xuemeng-conformance",
        mixinStandardHelpOptions = true,
        versionProvider = KitVersion.class,
        subcommands = {
            RunCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            InitCommand.class,
            SamplesCommand.class,
            ReportCommand.class
        })
public final class Main implements Runnable {

    /** The run could not be finished, or gave no verdict. */
    static final int NO_VERDICT = 2;
    /** The command line or the target file was wrong, or a file that they name cannot be read or written. */
    static final int USAGE = 64;

    private final Function<String, @Nullable String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Main(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** Where secrets come from. */
    Function<String, @Nullable String> environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "xuemeng-conformance run --target target.yaml --report out");
    }

    /** Runs the tool and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(
                run(args, System::getenv, Terminal.writer(FileDescriptor.out), Terminal.writer(FileDescriptor.err)));
    }

    /** Runs the tool and returns its exit code: 0, 1, 2 or 64. */
    public static int run(
            String[] args, Function<String, @Nullable String> environment, PrintWriter out, PrintWriter err) {
        CommandLine command = new CommandLine(new Main(environment));
        // Without a fallback: English help on a machine whose own language is Chinese is what was asked for.
        command.setResourceBundle(ResourceBundle.getBundle(
                "io.xuemeng.conformance.cli.help",
                Language.of(args),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        command.setOut(out);
        command.setErr(err);
        command.setExecutionExceptionHandler((e, line, result) -> {
            if (e instanceof SettingsException settings) {
                line.getErr().println(settings.problem().in(Language.of(args)));
                return USAGE;
            }
            if (e instanceof NoAnswerException silent) {
                line.getErr().println(silent.message(Language.of(args)));
                return NO_VERDICT;
            }
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
            if (cause instanceof FileSystemException place) {
                line.getErr().println(Places.problem(place).in(Language.of(args)));
                return USAGE;
            }
            String problem = e.getMessage() == null ? e.toString() : e.getMessage();
            line.getErr().println(Texts.of(Language.of(args), "cli.broken", problem));
            return NO_VERDICT;
        });
        command.getCommandSpec().exitCodeOnInvalidInput(USAGE);
        command.getSubcommands().values().forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(USAGE));
        int code = command.execute(args);
        out.flush();
        err.flush();
        return code;
    }
}
