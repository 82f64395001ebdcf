package io.xuemeng.conformance.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** In which characters whoever is watching can be written to. */
final class Terminal {

    private Terminal() {}

    /** A terminal gets the characters it can show; a file or a pipe gets UTF-8, whatever the platform's code page is. */
    static PrintWriter writer(FileDescriptor standardStream) {
        Console console = console();
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(standardStream), charset), true);
    }

    @SuppressWarnings("SystemConsoleNull") // Java 22 and later are asked whether it is a terminal, below
    private static @Nullable Console console() {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        try {
            boolean terminal = (boolean) Console.class.getMethod("isTerminal").invoke(console);
            return terminal ? console : null;
        } catch (NoSuchMethodException e) {
            return console; // before Java 22 there is a console only where there is a terminal
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Console.isTerminal() is public", e);
        }
    }
}
