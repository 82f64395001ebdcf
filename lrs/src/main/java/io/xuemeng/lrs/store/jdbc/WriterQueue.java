package io.xuemeng.lrs.store.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The batches that wait to be written. One of the threads that brought them leads: it takes as many as make a group and writes them.
 * It waits a moment for as many as the last group had, for those who were in it are likely to come again, and a transaction for six
 * costs hardly more than one for one. Who was alone the last time does not wait, but one time in {@value #ALONE}.
 */
final class WriterQueue {

    /** A group is closed when it has so many statements, or so many bytes; longer groups gain nothing and keep others waiting. */
    private static final int GROUP_STATEMENTS = 2000;

    private static final long GROUP_BYTES = 16L << 20;

    /** The longest wait for company. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** So many groups of one are written between two tries to find company. */
    private static final int ALONE = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<PendingBatch> queue = new ArrayDeque<>();
    private boolean led;
    private boolean leaderWaits;
    private int lastSize;
    private int alone;

    /** Adds a batch. */
    void add(PendingBatch batch) {
        lock.lock();
        try {
            queue.add(batch);
            if (leaderWaits) {
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a batch is done, or nobody leads; then its thread does, until it {@linkplain #endLead ends} that.
     *
     * @return the group to write; empty when the batch is done
     */
    List<PendingBatch> awaitLead(PendingBatch batch) {
        lock.lock();
        try {
            while (led && !batch.isDone()) {
                // Whoever waits must learn what became of the batch, interrupted or not.
                ended.awaitUninterruptibly();
            }
            if (batch.isDone()) {
                return List.of();
            }
            return lead();
        } finally {
            lock.unlock();
        }
    }

    private List<PendingBatch> lead() {
        @Nullable List<PendingBatch> group = null;
        led = true;
        try {
            awaitCompany();
            group = nextGroup();
            return group;
        } finally {
            if (group == null) {
                endLead();
            }
        }
    }

    /** Takes back a batch whose thread waits no longer, should it still be here. */
    void remove(PendingBatch batch) {
        if (!batch.isDone()) {
            lock.lock();
            try {
                queue.remove(batch);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Ends the lead; all others look whether they are done. */
    void endLead() {
        lock.lock();
        try {
            led = false;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitCompany() {
        int wanted = lastSize;
        if (wanted < 2) {
            alone++;
            if (alone < ALONE) {
                return;
            }
            alone = 0;
            wanted = 2;
        }
        long left = PATIENCE_NANOS;
        leaderWaits = true;
        try {
            while (queue.size() < wanted && left > 0) {
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Then without company; the thread stays interrupted.
            Thread.currentThread().interrupt();
        } finally {
            leaderWaits = false;
        }
    }

    private List<PendingBatch> nextGroup() {
        List<PendingBatch> group = new ArrayList<>();
        int statements = 0;
        long bytes = 0;
        while (!queue.isEmpty() && (group.isEmpty() || (statements < GROUP_STATEMENTS && bytes < GROUP_BYTES))) {
            PendingBatch batch = queue.remove();
            statements += batch.entries().size();
            bytes += batch.bytes();
            group.add(batch);
        }
        lastSize = group.size();
        return group;
    }
}
