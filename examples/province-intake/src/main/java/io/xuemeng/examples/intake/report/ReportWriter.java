package io.xuemeng.examples.intake.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes outcomes as they happen, in constant memory. Used by one thread at a time. */
public interface ReportWriter extends Closeable {

    /** The kinds of report file there are, by the ending of the file's name. */
    List<String> ENDINGS = List.of(".jsonl", ".html");

    /** The files it writes, which are no inputs; empty when it writes none. */
    Set<Path> files();

    /** Takes one outcome. */
    void write(Outcome outcome) throws IOException;

    /** Takes the end of the run: nothing follows but {@link #close()}. */
    void finish(End end) throws IOException;

    /**
     * A writer for a file; its ending decides the kind.
     *
     * @throws IllegalArgumentException when the ending is none of {@link #ENDINGS}
     * @throws IOException when the file cannot be written
     */
    static ReportWriter open(Path file, Run run) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            return new JsonLinesReport(file, run);
        }
        if (name.endsWith(".html")) {
            return new HtmlReport(file, run);
        }
        throw new IllegalArgumentException(file + " ends with none of " + String.join(", ", ENDINGS));
    }

    /** Whether a file's ending names a kind of report. */
    static boolean isKnown(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
