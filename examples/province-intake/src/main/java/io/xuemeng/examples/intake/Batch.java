package io.xuemeng.examples.intake;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.ProfileReference;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.core.requirement.Subject;
import io.xuemeng.examples.intake.report.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
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
    private final Patience patience;
    private final Consumer<Outcome> outcomes;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService watch;
    private final Semaphore ahead;
    private final int allowedAhead;
    private boolean closed;

    /**
     * How long one input may take.
     *
     * @param limit after which its thread is interrupted
     * @param grace after which, when that did not help, for example because a network disk answers no more, its thread is
     *     left to itself and another takes its place
     */
    record Patience(Duration limit, Duration grace) {}

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
            Patience patience,
            Consumer<Outcome> outcomes) {
        this.judge = judge;
        this.profile = profile;
        this.catalogue = catalogue;
        this.patience = patience;
        this.outcomes = outcomes;
        this.workers = new ThreadPoolExecutor(
                threads, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), named("intake-worker"));
        this.watch = Executors.newSingleThreadScheduledExecutor(named("intake-time-limit"));
        this.allowedAhead = threads * 4;
        this.ahead = new Semaphore(allowedAhead);
    }

    /** Threads that do not keep the process alive: one may hang for ever. */
    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Takes an input; blocks while enough are waiting. */
    void submit(Path input) throws InterruptedException {
        ahead.acquire();
        workers.execute(new Task(input));
    }

    /** Waits until every input taken has its outcome. */
    void await() throws InterruptedException {
        ahead.acquire(allowedAhead);
        ahead.release(allowedAhead);
    }

    private void tell(Outcome outcome) {
        synchronized (outcomes) {
            if (!closed) {
                outcomes.accept(outcome);
            }
        }
    }

    private synchronized void changeWorkers(int by) {
        workers.setCorePoolSize(workers.getCorePoolSize() + by);
    }

    /** Stops the work; inputs that have no outcome yet get none. */
    @Override
    public void close() {
        synchronized (outcomes) {
            closed = true;
        }
        workers.shutdownNow();
        watch.shutdownNow();
    }

    /** One input, from its turn to its outcome. */
    private final class Task implements Runnable {

        private final Path input;
        private long start;
        private Thread worker = Thread.currentThread();
        private boolean told;
        private boolean interrupted;
        private boolean givenUp;

        Task(Path input) {
            this.input = input;
        }

        @Override
        public void run() {
            start = System.nanoTime();
            worker = Thread.currentThread();
            ScheduledFuture<?> interrupt = later(patience.limit(), this::interrupt);
            ScheduledFuture<?> giveUp = later(patience.limit().plus(patience.grace()), this::giveUp);
            try {
                tellOnce(judged(), false);
            } finally {
                interrupt.cancel(false);
                giveUp.cancel(false);
                end();
            }
        }

        private ScheduledFuture<?> later(Duration delay, Runnable action) {
            return watch.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** Interrupts the thread that judges this input, but never the one that has gone on to the next. */
        private synchronized void interrupt() {
            if (!told) {
                interrupted = true;
                worker.interrupt();
            }
        }

        private void giveUp() {
            if (tellOnce(timeLimit(), true)) {
                changeWorkers(1);
            }
        }

        private synchronized boolean isInterrupted() {
            return interrupted;
        }

        /** Makes an outcome this input's, unless it has one already. */
        private boolean tellOnce(Outcome outcome, boolean whileItHangs) {
            synchronized (this) {
                if (told) {
                    return false;
                }
                told = true;
                givenUp = whileItHangs;
            }
            try {
                tell(outcome);
            } finally {
                ahead.release();
            }
            return true;
        }

        private synchronized void end() {
            if (interrupted) {
                Thread.interrupted();
            }
            if (givenUp) {
                changeWorkers(-1);
            }
        }

        private Outcome judged() {
            try {
                return outcome(judge.judge(input), true);
            } catch (IOException e) {
                return failed(e);
            } catch (UncheckedIOException e) {
                return failed(Objects.requireNonNull(e.getCause(), "its constructors ask for one"));
            } catch (OutOfMemoryError e) {
                return outcome(report(Finding.of(RunRequirement.OUT_OF_MEMORY).build()), true);
            } catch (RuntimeException | StackOverflowError e) {
                return isInterrupted()
                        ? timeLimit()
                        : outcome(RunRequirement.VALIDATOR_FAILED, "cause", e.toString(), false);
            }
        }

        private Outcome failed(IOException e) {
            if (isInterrupted()) {
                return timeLimit();
            }
            if (e instanceof FileJudge.NotAFileException) {
                return outcome(report(Finding.of(RunRequirement.NOT_A_FILE).build()), false);
            }
            if (e instanceof NoSuchFileException) {
                return outcome(report(Finding.of(RunRequirement.NOT_FOUND).build()), false);
            }
            if (e instanceof AccessDeniedException) {
                return outcome(report(Finding.of(RunRequirement.NOT_ALLOWED).build()), false);
            }
            return outcome(RunRequirement.NOT_READ, "cause", Causes.of(e), false);
        }

        private Outcome timeLimit() {
            return outcome(RunRequirement.TIME_LIMIT, "limit", patience.limit().toSeconds(), true);
        }

        private Outcome outcome(RunRequirement requirement, String key, Object value, boolean finished) {
            return outcome(
                    report(Finding.of(requirement)
                            .with(key, String.valueOf(value))
                            .build()),
                    finished);
        }

        private Outcome outcome(Report report, boolean finished) {
            return new Outcome(report, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), finished);
        }

        private Report report(Finding finding) {
            return Report.of(Subject.named(FileNames.shown(input)), profile, catalogue, List.of(finding), false);
        }
    }
}
