package io.xuemeng.resource.packaging;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When to stop: at the end of the time allowed, and as soon as the thread is interrupted. Asked between buffers. */
final class Deadline {

    /** The time allowed is over. */
    static final class ExceededException extends IOException {

        private static final long serialVersionUID = 1;

        ExceededException() {
            super("the time allowed for a package is over");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private final @Nullable Duration limit;
    private final long start = System.nanoTime();
    private final long nanos;

    Deadline(@Nullable Duration limit) {
        this.limit = limit;
        this.nanos = limit == null ? Long.MAX_VALUE : nanos(limit);
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : limit.toNanos();
    }

    /** The time allowed; null when there is no limit. */
    @Nullable
    Duration limit() {
        return limit;
    }

    /**
     * Goes on, or throws.
     *
     * @throws ExceededException when the time is over
     * @throws InterruptedIOException when the thread was interrupted; it stays so
     */
    void check() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the thread was interrupted while it read a package");
        }
        if (System.nanoTime() - start > nanos) {
            throw new ExceededException();
        }
    }
}
