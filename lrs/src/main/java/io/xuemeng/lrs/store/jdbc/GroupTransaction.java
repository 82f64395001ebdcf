package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.AttachmentData;
import io.xuemeng.lrs.store.StatementEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in the transaction of one group of batches. */
final class GroupTransaction {

    private final Database database;
    private final Horizon horizon;
    private final Attachments attachments;
    private final ActivityDefinitions definitions;
    private final References references;
    private final @Nullable RecentStatements recent;
    private @Nullable WriterClock clock;

    GroupTransaction(
            Database database,
            Horizon horizon,
            Attachments attachments,
            ActivityDefinitions definitions,
            References references,
            @Nullable RecentStatements recent) {
        this.database = database;
        this.horizon = horizon;
        this.attachments = attachments;
        this.definitions = definitions;
        this.references = references;
        this.recent = recent;
    }

    /**
     * Writes a group.
     *
     * @param lookForAll whether also ids that were made here are looked for, because an earlier attempt may have come through
     * @return what became of each batch, to be told when the transaction is committed
     */
    List<AppendResult> run(Connection connection, List<PendingBatch> group, boolean lookForAll) throws SQLException {
        WriterClock clock = WriterClock.lock(connection);
        definitions.begin(clock);
        if (recent != null) {
            recent.begin(connection, clock);
        }
        this.clock = clock;
        Map<UUID, byte[]> known = stored(connection, group, lookForAll);
        List<AppendResult> results = new ArrayList<>(group.size());
        List<StatementEntry> accepted = new ArrayList<>();
        for (PendingBatch batch : group) {
            results.add(judge(batch, known, accepted));
        }
        for (int i = 0; i < group.size(); i++) {
            if (results.get(i) instanceof AppendResult.Stored stored && stored.added() > 0) {
                for (AttachmentData data : group.get(i).attachments()) {
                    attachments.insert(connection, data);
                }
            }
        }
        long started = horizon.earliest();
        clock.notBefore(started);
        if (!accepted.isEmpty()) {
            insert(connection, clock, accepted);
            clock.save();
        }
        horizon.checkDuration(started);
        return results;
    }

    /** Called when the transaction is committed. */
    void committed() {
        WriterClock ours = Objects.requireNonNull(clock, "a transaction that is committed has the clock");
        if (recent != null) {
            // Shown before readers are told that they see all of it.
            recent.committed(ours);
        }
        // Not the last time it had: who stores nothing saves none, and another process may have a slower clock.
        horizon.committed(ours.saved());
        definitions.committed();
    }

    /**
     * Shows what is committed, after a transaction of which nobody knew whether it was.
     *
     * @param clock of a transaction that waited for all others, or as it is where nobody can write
     */
    void look(Connection connection, WriterClock clock) throws SQLException {
        if (recent != null) {
            recent.begin(connection, clock);
        }
    }

    /** Begins other work that must find all statements where they are indexed, and must not meet a writer. */
    void beginOther(Connection connection) throws SQLException {
        clock = WriterClock.lock(connection);
        if (recent != null) {
            recent.begin(connection, clock);
            if (recent.moveOn(connection)) {
                clock.next();
                clock.save();
            }
        }
    }

    /** Called when that work is committed. */
    void committedOther() {
        if (recent != null) {
            recent.committed(Objects.requireNonNull(clock, "work that is committed has the clock"));
        }
    }

    private AppendResult judge(PendingBatch batch, Map<UUID, byte[]> known, List<StatementEntry> accepted) {
        List<UUID> conflicts = new ArrayList<>();
        List<StatementEntry> added = new ArrayList<>();
        for (StatementEntry entry : batch.entries()) {
            byte[] other = known.get(entry.id());
            if (other == null) {
                added.add(entry);
            } else if (!batch.same().test(other, entry.json())) {
                conflicts.add(entry.id());
            }
        }
        if (!conflicts.isEmpty()) {
            return new AppendResult.Conflict(conflicts);
        }
        added.forEach(entry -> known.put(entry.id(), entry.json()));
        accepted.addAll(added);
        return new AppendResult.Stored(added.size());
    }

    private Map<UUID, byte[]> stored(Connection connection, List<PendingBatch> group, boolean lookForAll)
            throws SQLException {
        Set<UUID> ids = new HashSet<>();
        for (PendingBatch batch : group) {
            for (StatementEntry entry : batch.entries()) {
                if (lookForAll || entry.idGiven()) {
                    ids.add(entry.id());
                }
            }
        }
        Map<UUID, byte[]> known = new HashMap<>();
        if (recent != null) {
            for (UUID id : ids) {
                RecentStatements.Recent found = recent.find(id);
                if (found != null) {
                    known.put(id, found.json());
                }
            }
        }
        if (!ids.isEmpty()) {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, json, large FROM xm_statement WHERE id = ANY(?)")) {
                select.setArray(1, database.uuids(connection, ids));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        known.put(rows.getObject(1, UUID.class), StatementReader.json(rows, 2));
                    }
                }
            }
        }
        return known;
    }

    private void insert(Connection connection, WriterClock clock, List<StatementEntry> entries) throws SQLException {
        boolean keepRecent = recent != null && recent.makeRoom(connection, entries, references);
        Dialect dialect = database.dialect();
        StatementRows rows = keepRecent ? new StatementRows(dialect, "xm_recent") : new StatementRows(dialect);
        RowBatch buckets = new RowBatch(
                dialect, "xm_bucket", RowBatch.Column.INTEGER, RowBatch.Column.LONG, RowBatch.Column.BOOLEAN);
        RowBatch uses = new RowBatch(dialect, "xm_attachment_use", RowBatch.Column.TEXT, RowBatch.Column.LONG);
        List<Long> rowIds = new ArrayList<>(entries.size());
        for (StatementEntry entry : entries) {
            long stored = clock.nextStatement();
            byte[] time = MicroTime.format(stored);
            for (int offset : entry.timeOffsets()) {
                System.arraycopy(time, 0, entry.json(), offset, time.length);
            }
            if (dialect.bucketed() && clock.startsBucket()) {
                buckets.add(clock.bucket(), stored, false);
            }
            if (keepRecent && recent != null) {
                rows.addWithoutLinks(entry, stored, clock.bucket());
                recent.add(entry, stored, clock.bucket());
            } else {
                rows.add(entry, stored, clock.bucket());
            }
            for (String sha2 : entry.attachments()) {
                uses.add(sha2, stored);
            }
            rowIds.add(stored);
        }
        buckets.insert(connection);
        rows.insert(connection);
        uses.insert(connection);
        definitions.learn(connection, entries, rowIds);
        if (!keepRecent) {
            references.connect(connection, clock, entries, rowIds);
        }
    }
}
