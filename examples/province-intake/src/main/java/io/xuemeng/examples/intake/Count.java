package io.xuemeng.examples.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the inputs beside the run, so that progress can say of how many; the run itself never looks far ahead. */
final class Count implements AutoCloseable {

    private final @Nullable Thread thread;

    private Count(@Nullable Thread thread) {
        this.thread = thread;
    }

    /** Counts nothing. */
    static Count none() {
        return new Count(null);
    }

    /** Starts to count; the total is told once, unless the count is closed before. */
    static Count start(List<Path> paths, Predicate<Path> excluded, LongConsumer total) {
        Counter counter = new Counter();
        Thread thread = new Thread(
                () -> {
                    try {
                        new Inputs(excluded, counter).walk(paths);
                        total.accept(counter.inputs);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "intake-count");
        thread.setDaemon(true);
        thread.start();
        return new Count(thread);
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private static final class Counter implements Inputs.Visitor {
        private long inputs;

        @Override
        public void input(Path file) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            inputs++;
        }

        @Override
        public void skipped(Path file) {}

        @Override
        public void link(Path link) {}
    }
}
