package io.xuemeng.examples.intake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when somebody ends the run early, with Ctrl-C or by ending the process: the thread at work is interrupted, and
 * the process waits a little while it completes its reports.
 */
final class Interruption implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread work) {
        hook = new Thread(
                () -> {
                    work.interrupt();
                    try {
                        // In time or not, the process ends now.
                        boolean unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "intake-interruption");
    }

    /** From now on the end of the process interrupts the thread that calls this. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, which is what the hook waits for.
            return;
        }
    }
}
