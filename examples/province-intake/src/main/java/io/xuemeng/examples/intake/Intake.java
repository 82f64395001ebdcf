package io.xuemeng.examples.intake;

import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code xuemeng-intake}. */
@Command(
        name = "xuemeng-intake",
        mixinStandardHelpOptions = true,
        versionProvider = IntakeVersion.class,
        subcommands = {ValidateCommand.class, VerifyCommand.class, SignCommand.class, KeygenCommand.class})
public final class Intake implements Runnable {

    /** All inputs were accepted. */
    static final int ACCEPTED = 0;
    /** At least one input was not accepted. */
    static final int NOT_ACCEPTED = 1;
    /** The run could not be finished: an input or a report could not be read or written. */
    static final int NOT_FINISHED = 2;
    /** The command line was wrong. */
    static final int USAGE = 64;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "xuemeng-intake validate|verify|sign|keygen --help");
    }

    /** Runs the tool and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, Terminal.writer(FileDescriptor.out), Terminal.writer(FileDescriptor.err)));
    }

    /** Runs the tool and returns its exit code: 0, 1, 2 or 64. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine command = new CommandLine(new Intake());
        Locale locale = languageOf(args);
        // Without a fallback: English help on a machine whose own language is Chinese is what was asked for.
        command.setResourceBundle(ResourceBundle.getBundle(
                "io.xuemeng.examples.intake.help",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        command.setOut(out);
        command.setErr(err);
        command.setExecutionExceptionHandler((e, line, result) -> {
            line.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
            return NOT_FINISHED;
        });
        command.setParameterExceptionHandler(new UsageErrors(locale));
        return command.execute(args);
    }

    /** The language of help and of complaints about the command line itself, before it is parsed. */
    private static Locale languageOf(String[] args) {
        List<String> words = List.of(args);
        int at = words.indexOf("--lang");
        String tag = at >= 0 && at + 1 < words.size()
                ? words.get(at + 1)
                : Locale.getDefault().toLanguageTag();
        for (String word : words) {
            if (word.startsWith("--lang=")) {
                tag = word.substring("--lang=".length());
            }
        }
        return Locale.forLanguageTag(tag).getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
