package io.xuemeng.lrs.store.jdbc;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** A thread that is to wait for another, and what it comes back with. */
record Waiting(Thread thread, FutureTask<?> task) {

    /** Starts it. */
    static Waiting start(Callable<?> call) {
        FutureTask<?> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return new Waiting(thread, task);
    }

    /** Returns when it waits; fails when it does not, because it came to its end. */
    void untilItWaits() throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            if (task.isDone()) {
                throw new AssertionError("it was to wait, and came to its end");
            }
            Thread.sleep(1);
        }
    }

    Future<?> result() {
        return task;
    }

    /** Waits for a latch where no checked exception may be thrown. */
    static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
