package io.xuemeng.examples.intake;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.ProfileReference;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.core.requirement.Subject;
import io.xuemeng.examples.intake.report.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Judges many inputs on several threads. Whatever happens to one, the others go on: a time limit, too little memory and a
 * failing validator become that input's outcome. The walk over the inputs is never more than a few ahead of the work, so
 * memory does not grow with their number.
 */
final class Batch implements AutoCloseable {

    private final Judge judge;
    private final ProfileReference profile;
    private final RequirementCatalogue catalogue;
    private final Duration timeLimit;
    private final Consumer<Outcome> outcomes;
    private final ExecutorService workers;
    private final ScheduledExecutorService watch;
    private final Semaphore ahead;
    private final int allowedAhead;

    /**
     * A batch; nothing runs yet.
     *
     * @param outcomes takes every outcome, one at a time, in the order in which they are ready
     */
    Batch(
            Judge judge,
            ProfileReference profile,
            RequirementCatalogue catalogue,
            int threads,
            Duration timeLimit,
            Consumer<Outcome> outcomes) {
        this.judge = judge;
        this.profile = profile;
        this.catalogue = catalogue;
        this.timeLimit = timeLimit;
        this.outcomes = outcomes;
        this.workers = Executors.newFixedThreadPool(threads);
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "intake-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        this.allowedAhead = threads * 4;
        this.ahead = new Semaphore(allowedAhead);
    }

    /** Takes an input; blocks while enough are waiting. */
    void submit(Path input) throws InterruptedException {
        ahead.acquire();
        workers.execute(() -> {
            try {
                Outcome outcome = outcome(input);
                synchronized (outcomes) {
                    outcomes.accept(outcome);
                }
            } finally {
                ahead.release();
            }
        });
    }

    /** Waits until every input taken has its outcome. */
    void await() throws InterruptedException {
        ahead.acquire(allowedAhead);
        ahead.release(allowedAhead);
    }

    private Outcome outcome(Path input) {
        long start = System.nanoTime();
        Deadline deadline = new Deadline(Thread.currentThread());
        ScheduledFuture<?> alarm = watch.schedule(deadline, timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        Report report;
        boolean finished = true;
        try {
            report = judge.judge(input);
        } catch (IOException | UncheckedIOException e) {
            finished = deadline.passed();
            report = finished ? timeLimit(input) : failed(input, RunRequirement.NOT_READ, describe(e));
        } catch (OutOfMemoryError e) {
            report = report(input, Finding.of(RunRequirement.OUT_OF_MEMORY).build());
        } catch (RuntimeException | StackOverflowError e) {
            finished = deadline.passed();
            report = finished ? timeLimit(input) : failed(input, RunRequirement.VALIDATOR_FAILED, e.toString());
        } finally {
            alarm.cancel(false);
            deadline.disarm();
        }
        return new Outcome(report, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), finished);
    }

    private Report timeLimit(Path input) {
        return report(
                input,
                Finding.of(RunRequirement.TIME_LIMIT)
                        .with("limit", timeLimit.toSeconds())
                        .build());
    }

    private Report failed(Path input, RunRequirement requirement, String cause) {
        return report(input, Finding.of(requirement).with("cause", cause).build());
    }

    private Report report(Path input, Finding finding) {
        return Report.of(Subject.named(input.toString()), profile, catalogue, List.of(finding), false);
    }

    private static String describe(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof NoSuchFileException) {
            return "no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        if (cause instanceof ClosedByInterruptException) {
            return "interrupted";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        workers.shutdownNow();
        watch.shutdownNow();
    }

    /** Interrupts the thread that judges an input, but never the one that has gone on to the next. */
    private static final class Deadline implements Runnable {

        private final Thread worker;
        private boolean armed = true;
        private boolean passed;

        Deadline(Thread worker) {
            this.worker = worker;
        }

        @Override
        public synchronized void run() {
            if (armed) {
                passed = true;
                worker.interrupt();
            }
        }

        synchronized boolean passed() {
            return passed;
        }

        synchronized void disarm() {
            armed = false;
            if (passed) {
                Thread.interrupted();
            }
        }
    }
}
