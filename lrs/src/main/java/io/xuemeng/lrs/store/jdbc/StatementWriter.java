package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.StoreException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes statements. There is one writer at a time, in this process by a lock and between processes by the row of {@code
 * xm_clock}; so batches cannot deadlock, and statements become visible in the order of their times. Whoever comes while another
 * writes waits, and the next writer takes along all that wait: one transaction, one flush to disk, for all of them.
 */
final class StatementWriter {

    private static final Logger LOG = LoggerFactory.getLogger(StatementWriter.class);

    private static final int ATTEMPTS = 4;

    private final Database database;
    private final GroupTransaction transaction;
    private final Horizon horizon;
    private final Durability durability;
    private final ReentrantLock writing = new ReentrantLock();
    private final WriterQueue queue = new WriterQueue();
    /** Whether the last transaction may have come through though it failed. */
    private volatile boolean inDoubt;

    StatementWriter(Database database, GroupTransaction transaction, Horizon horizon, Durability durability) {
        this.database = database;
        this.transaction = transaction;
        this.horizon = horizon;
        this.durability = durability;
    }

    /** Stores a batch, or takes part in the group that does. */
    AppendResult append(PendingBatch batch) {
        queue.add(batch);
        try {
            List<PendingBatch> group = queue.awaitLead(batch);
            while (!group.isEmpty()) {
                try {
                    write(group);
                } finally {
                    queue.endLead();
                }
                group = queue.awaitLead(batch);
            }
        } finally {
            queue.remove(batch);
        }
        return batch.result();
    }

    /** Runs other work that must not meet a writer, a deletion say, in a transaction that has the clock. */
    <T> T exclusively(Database.Work<T> work) {
        writing.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return once(
                            connection -> {
                                transaction.beginOther(connection);
                                return work.on(connection);
                            },
                            transaction::committedOther);
                } catch (SQLException e) {
                    if (attempt == ATTEMPTS || !Database.isTransient(e)) {
                        throw Database.failed(e);
                    }
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * Before something is read: when a transaction failed at its end, finds out what became of it, so that readers see all of it or
     * nothing, now and later.
     */
    void settle() {
        if (inDoubt) {
            exclusively(connection -> true);
        }
    }

    /** Runs work while no statement is written. */
    void alone(Runnable work) {
        writing.lock();
        try {
            work.run();
        } finally {
            writing.unlock();
        }
    }

    private void write(List<PendingBatch> group) {
        writing.lock();
        horizon.writeStarts();
        try {
            writeTogether(group);
        } catch (RuntimeException | Error e) {
            group.forEach(batch -> batch.failUnlessDone(e));
            throw e;
        } finally {
            horizon.writeEnds();
            writing.unlock();
        }
    }

    private void writeTogether(List<PendingBatch> group) {
        try {
            run(group, false);
            return;
        } catch (Database.NoConnectionException e) {
            StoreException failure = Database.failed(e);
            group.forEach(batch -> batch.failUnlessDone(failure));
            return;
        } catch (SQLException e) {
            LOG.debug("a group of {} batches is written batch by batch, SQL state {}", group.size(), e.getSQLState());
        } catch (RuntimeException e) {
            // One batch made it fail, the others must not suffer for it.
            LOG.debug("a group of {} batches is written batch by batch", group.size(), e);
        }
        for (PendingBatch batch : group) {
            writeAlone(batch);
        }
    }

    /** Writes one batch, trying again when that may help; its statements may have come through before the failure. */
    private void writeAlone(PendingBatch batch) {
        for (int attempt = 1; !batch.isDone(); attempt++) {
            try {
                run(List.of(batch), true);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !Database.isTransient(e)) {
                    StoreException failure = Database.failed(e);
                    batch.failUnlessDone(failure);
                }
            } catch (RuntimeException e) {
                batch.failUnlessDone(e);
            }
        }
    }

    private void run(List<PendingBatch> group, boolean lookForAll) throws SQLException {
        List<AppendResult> results =
                once(connection -> transaction.run(connection, group, lookForAll), transaction::committed);
        for (int i = 0; i < results.size(); i++) {
            group.get(i).done(results.get(i));
        }
    }

    /**
     * One transaction to its end. What is committed is shown also when the disk would not say that it keeps it; only that it
     * succeeded is not told then.
     */
    private <T> T once(Database.Work<T> work, Runnable show) throws SQLException {
        T result;
        try {
            result = database.once(work);
        } catch (Database.UnknownOutcomeException e) {
            inDoubt = true;
            throw e;
        }
        try {
            durability.sync();
        } finally {
            show.run();
            inDoubt = false;
        }
        return result;
    }

    /** What makes a commit durable beyond what the database does by itself. */
    interface Durability {

        /** Nothing more than the database does. */
        Durability OF_THE_DATABASE = () -> {};

        /** Called after each commit, before anybody is told of it. */
        void sync() throws SQLException;

        /** H2 writes at a commit, but does not ask the disk to keep it; this does. */
        static Durability checkpointSync(Database database) {
            return () -> database.each(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute("CHECKPOINT SYNC");
                }
            });
        }
    }
}
