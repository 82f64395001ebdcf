package io.xuemeng.examples.intake;

import io.xuemeng.examples.intake.report.End;
import io.xuemeng.examples.intake.report.Outcome;
import io.xuemeng.examples.intake.report.ReportWriter;
import io.xuemeng.examples.intake.report.Run;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All reports of a run. When one can no longer be written, the run says so at its end, and the others go on. */
final class Reports implements Closeable {

    /**
     * The first report that could not be written.
     *
     * @param file the report; null when it is the one on standard output
     * @param cause what went wrong
     */
    record Failure(@Nullable Path file, IOException cause) {}

    /** A report could not be opened, so that the run has not begun. */
    static final class NotOpenedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        NotOpenedException(Path file, IOException cause) {
            super(file.toString(), cause);
            this.failure = new Failure(file, cause);
        }

        Failure failure() {
            return failure;
        }
    }

    private record Open(@Nullable Path file, ReportWriter writer) {}

    private final List<Open> writers = new ArrayList<>();
    private final Set<Path> files = new HashSet<>();
    private @Nullable Failure failure;

    private Reports(ReportWriter terminal) {
        writers.add(new Open(null, terminal));
    }

    /**
     * Opens all reports, or none. A file that is named twice is written once.
     *
     * @throws NotOpenedException when one cannot be written
     */
    static Reports open(Iterable<Path> paths, Run run, ReportWriter terminal) throws IOException {
        Reports reports = new Reports(terminal);
        for (Path path : paths) {
            if (!reports.files.contains(path.toAbsolutePath().normalize())) {
                try {
                    reports.add(path, ReportWriter.open(path, run));
                } catch (IOException e) {
                    reports.close();
                    throw new NotOpenedException(path, e);
                }
            }
        }
        return reports;
    }

    private void add(Path path, ReportWriter writer) {
        writers.add(new Open(path, writer));
        writer.files().forEach(file -> files.add(file.toAbsolutePath().normalize()));
    }

    /** Whether a file is one that the reports are written to, and so no input. */
    boolean isOwn(Path file) {
        return files.contains(file.toAbsolutePath().normalize());
    }

    /** Gives an outcome to every report. */
    void write(Outcome outcome) {
        toAll(report -> report.write(outcome));
    }

    /** Tells every report that the run has ended. */
    void finish(End end) {
        toAll(report -> report.finish(end));
    }

    /** The first report that could not be written, if there is one. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    private void toAll(Action action) {
        writers.removeIf(open -> {
            try {
                action.apply(open.writer());
                return false;
            } catch (IOException e) {
                fail(open, e);
                closeBroken(open);
                return true;
            }
        });
    }

    private void fail(Open open, IOException cause) {
        if (failure == null) {
            failure = new Failure(open.file(), cause);
        }
    }

    private static void closeBroken(Open open) {
        try {
            open.writer().close();
        } catch (IOException e) {
            // It could not be written, which is known and told; that it cannot be closed either adds nothing.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        for (Open open : writers) {
            open.writer().close();
        }
    }

    @FunctionalInterface
    private interface Action {
        void apply(ReportWriter report) throws IOException;
    }
}
