package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.DeletionRecord;
import io.xuemeng.lrs.store.DeletionReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One deletion and its record, which grows in the same transactions as what it counts: so the two agree wherever the deletion ends,
 * and the record tells what became of a transaction that ended nobody knows how. Not thread-safe.
 */
final class AuditedOperation {

    private final StatementWriter writer;
    private final Dialect dialect;
    private final Horizon horizon;
    private final DeletionRecord.Kind kind;
    private final String subject;
    private final @Nullable String reason;

    private final Tally total = new Tally();
    /** The record's key, as the last transaction that wrote it had it. */
    private long id;
    /** Whether the record is known to be there. */
    private boolean recorded;
    /** What the last transaction deleted while it is not known whether it was committed. */
    private @Nullable Tally unknown;

    AuditedOperation(
            StatementWriter writer,
            Dialect dialect,
            Horizon horizon,
            DeletionRecord.Kind kind,
            String subject,
            @Nullable String reason) {
        this.writer = writer;
        this.dialect = dialect;
        this.horizon = horizon;
        this.kind = kind;
        this.subject = subject;
        this.reason = reason;
    }

    /**
     * Deletes something in a transaction that writes down what it was.
     *
     * @return what it was; when the transaction had to be repeated, only what the last attempt found
     */
    Tally step(Database.Work<Tally> work) {
        Tally step = writer.exclusively(connection -> {
            resolve(connection);
            Tally deleted = work.on(connection);
            write(connection, deleted);
            unknown = deleted;
            return deleted;
        });
        confirm(step);
        return step;
    }

    private void confirm(Tally step) {
        total.add(step);
        recorded = true;
        unknown = null;
    }

    /** Finds out what became of the attempt before this one: the record has its counts if it was committed. */
    private void resolve(Connection connection) throws SQLException {
        Tally attempt = unknown;
        if (attempt == null) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT statements, documents, attachments"
                + " FROM xm_audit WHERE id = ? AND kind = ? AND subject = ?")) {
            select.setLong(1, id);
            select.setString(2, kind.name());
            select.setString(3, subject);
            try (ResultSet rows = select.executeQuery()) {
                if (rows.next()
                        && rows.getLong(1) == total.statements + attempt.statements
                        && rows.getLong(2) == total.documents + attempt.documents
                        && rows.getLong(3) == total.attachments + attempt.attachments) {
                    confirm(attempt);
                }
            }
        }
        unknown = null;
    }

    private void write(Connection connection, Tally step) throws SQLException {
        if (!recorded) {
            insert(connection, step);
        } else if (!step.isNothing()) {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE xm_audit SET statements = statements + ?,"
                            + " documents = documents + ?, attachments = attachments + ? WHERE id = ?")) {
                update.setLong(1, step.statements);
                update.setLong(2, step.documents);
                update.setLong(3, step.attachments);
                update.setLong(4, id);
                update.executeUpdate();
            }
        }
    }

    private void insert(Connection connection, Tally step) throws SQLException {
        WriterClock clock = WriterClock.lock(connection);
        id = clock.next();
        clock.save();
        RowBatch row = new RowBatch(
                dialect,
                "xm_audit",
                RowBatch.Column.LONG,
                RowBatch.Column.LONG,
                RowBatch.Column.TEXT,
                RowBatch.Column.TEXT,
                RowBatch.Column.LONG,
                RowBatch.Column.LONG,
                RowBatch.Column.LONG,
                RowBatch.Column.TEXT);
        row.add(id, horizon.now(), kind.name(), subject, step.statements, step.documents, step.attachments, reason);
        row.insert(connection);
    }

    DeletionReport report() {
        return new DeletionReport(
                total.statements, total.documents, total.attachments, List.copyOf(total.sharedAttachments));
    }

    /** The records since some time, the oldest first. */
    static List<DeletionRecord> records(Connection connection, Instant since, int limit) throws SQLException {
        List<DeletionRecord> records = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT at, kind, subject, statements, documents,"
                + " attachments, reason FROM xm_audit WHERE at >= ? ORDER BY id LIMIT ?")) {
            select.setLong(1, MicroTime.of(since));
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    records.add(new DeletionRecord(
                            MicroTime.toInstant(rows.getLong(1)),
                            DeletionRecord.Kind.valueOf(rows.getString(2)),
                            rows.getString(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getLong(6),
                            rows.getString(7)));
                }
            }
        }
        return records;
    }

    /** What was deleted. */
    static final class Tally {

        long statements;
        long documents;
        long attachments;
        final Set<String> sharedAttachments = new TreeSet<>();

        /** Some documents. */
        static Tally ofDocuments(int count) {
            Tally tally = new Tally();
            tally.documents = count;
            return tally;
        }

        private boolean isNothing() {
            return statements == 0 && documents == 0 && attachments == 0;
        }

        private void add(Tally other) {
            statements += other.statements;
            documents += other.documents;
            attachments += other.attachments;
            sharedAttachments.addAll(other.sharedAttachments);
        }
    }
}
