package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.StoreException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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
    private final boolean shared;
    /** What those wait for who read while a transaction's outcome is being found out. */
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> settling = new AtomicReference<>();

    StatementWriter(
            Database database, GroupTransaction transaction, Horizon horizon, Durability durability, boolean shared) {
        this.database = database;
        this.shared = shared;
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
            return repeatedly(() -> once(
                    connection -> {
                        transaction.beginOther(connection);
                        return work.on(connection);
                    },
                    transaction::committedOther));
        } finally {
            writing.unlock();
        }
    }

    /**
     * Before something is read: when a transaction failed at its end, finds out what became of it, so that readers see all of it or
     * nothing, now and later. One reader does; those who come meanwhile wait for the same answer, or fail as that one does. Where
     * others write too there is nothing in memory that may be wrong, and readers are promised no more than the database tells.
     *
     * @throws StoreException when the database does not tell
     */
    void settle() {
        if (shared || !horizon.inDoubt()) {
            return;
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> others = settling.compareAndExchange(null, mine);
        if (others == null) {
            findOut(mine);
        }
        try {
            (others == null ? mine : others).join();
        } catch (CompletionException e) {
            throw new StoreException(
                    "the record store's database does not tell whether a transaction was committed; see the cause, mend the"
                            + " database or its connection, and ask again",
                    e);
        }
    }

    private void findOut(CompletableFuture<Boolean> answer) {
        writing.lock();
        try {
            if (horizon.inDoubt()) {
                repeatedly(this::look);
                horizon.inDoubt(false);
            }
            answer.complete(true);
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        } finally {
            // Before the next writer: who comes after its failure must not be content with this answer.
            settling.set(null);
            writing.unlock();
        }
    }

    private boolean look() throws SQLException {
        try {
            database.once(connection -> {
                // With the clock, because the transaction may still be on its way to its end.
                transaction.look(connection, WriterClock.lock(connection));
                return true;
            });
        } catch (SQLException e) {
            if (!Database.isReadOnly(e)) {
                throw e;
            }
            database.each(connection -> {
                transaction.look(connection, WriterClock.look(connection));
                return true;
            });
        }
        return true;
    }

    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private static <T> T repeatedly(Attempt<T> attempt) {
        for (int number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                if (number == ATTEMPTS || !Database.isTransient(e)) {
                    throw Database.failed(e);
                }
            }
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
     * succeeded is not told then. What fails, in whichever way, after its work was done may be committed.
     */
    private <T> T once(Database.Work<T> work, Runnable show) throws SQLException {
        T result;
        boolean[] ends = {false};
        boolean told = false;
        try {
            result = database.once(connection -> {
                T done = work.on(connection);
                ends[0] = true;
                return done;
            });
            told = true;
        } finally {
            if (ends[0] && !told) {
                horizon.inDoubt(true);
            }
        }
        try {
            durability.sync();
        } finally {
            show.run();
            horizon.inDoubt(false);
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
