package io.xuemeng.examples.intake;

import io.xuemeng.examples.intake.report.Outcome;
import io.xuemeng.examples.intake.report.ReportWriter;
import io.xuemeng.examples.intake.report.Run;
import io.xuemeng.examples.intake.report.Tally;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All reports of a run. When one can no longer be written, the run says so at its end, and the others go on. */
final class Reports implements Closeable {

    /**
     * The first report that could not be written.
     *
     * @param file the report
     * @param cause what went wrong
     */
    record Failure(Path file, IOException cause) {}

    private final ReportWriter terminal;
    private final Map<Path, ReportWriter> files;
    private @Nullable Failure failure;

    private Reports(ReportWriter terminal, Map<Path, ReportWriter> files) {
        this.terminal = terminal;
        this.files = files;
    }

    /**
     * Opens all reports, or none.
     *
     * @throws IOException when one cannot be written
     */
    static Reports open(Iterable<Path> paths, Run run, ReportWriter terminal) throws IOException {
        Reports reports = new Reports(terminal, new LinkedHashMap<>());
        for (Path path : paths) {
            try {
                ReportWriter replaced = reports.files.put(path, ReportWriter.open(path, run));
                if (replaced != null) {
                    replaced.close();
                }
            } catch (IOException e) {
                reports.close();
                throw e;
            }
        }
        return reports;
    }

    /** Gives an outcome to every report. */
    void write(Outcome outcome) {
        toAll(report -> report.write(outcome));
    }

    /** Tells every report that the run has ended. */
    void finish(Tally tally, Duration elapsed) {
        toAll(report -> report.finish(tally, elapsed));
    }

    /** The first report that could not be written, if there is one. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    private void toAll(Action action) {
        try {
            action.apply(terminal);
        } catch (IOException e) {
            throw new IllegalStateException("the terminal's report does no I/O that can fail", e);
        }
        files.entrySet().removeIf(entry -> {
            try {
                action.apply(entry.getValue());
                return false;
            } catch (IOException e) {
                fail(entry.getKey(), e);
                return true;
            }
        });
    }

    private void fail(Path file, IOException cause) {
        if (failure == null) {
            failure = new Failure(file, cause);
        }
    }

    @Override
    public void close() throws IOException {
        for (Map.Entry<Path, ReportWriter> entry : files.entrySet()) {
            entry.getValue().close();
        }
        terminal.close();
    }

    @FunctionalInterface
    private interface Action {
        void apply(ReportWriter report) throws IOException;
    }
}
