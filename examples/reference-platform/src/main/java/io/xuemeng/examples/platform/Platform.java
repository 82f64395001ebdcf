package io.xuemeng.examples.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code xuemeng-platform}. */
@Command(
        name = "xuemeng-platform",
        mixinStandardHelpOptions = true,
        versionProvider = PlatformVersion.class,
        subcommands = {
            ServeCommand.class,
            ClientCommand.class,
            AccountCommand.class,
            EntityCommand.class,
            EraseCommand.class,
            DemoCommand.class
        })
public final class Platform implements Runnable {

    /** All went well. */
    static final int DONE = 0;
    /** The server could not be started, or nothing be erased: its store or its port cannot be opened. */
    static final int NOT_STARTED = 2;
    /** The command line was wrong. */
    static final int USAGE = 64;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "xuemeng-platform demo|serve|client|account|entity|erase --help");
    }

    /** Runs the tool and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args, writer(FileDescriptor.out), writer(FileDescriptor.err)));
    }

    /** Runs the tool and returns its exit code: 0, 2 or 64. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        Locale locale = Language.of(args);
        CommandLine command = new CommandLine(new Platform());
        // Without a fallback: English help on a machine whose own language is Chinese is what was asked for.
        command.setResourceBundle(ResourceBundle.getBundle(
                "io.xuemeng.examples.platform.help",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        command.setOut(out);
        command.setErr(err);
        command.setExecutionExceptionHandler((e, line, result) -> {
            String key = line.getCommand() instanceof EraseCommand ? "erase.failed" : "failed";
            line.getErr().println(Texts.of(locale, key, Causes.of(e)));
            return NOT_STARTED;
        });
        command.setParameterExceptionHandler(new UsageErrors(locale));
        return command.execute(args);
    }

    private static PrintWriter writer(FileDescriptor standardStream) {
        return new PrintWriter(new FileOutputStream(standardStream), true, StandardCharsets.UTF_8);
    }
}
