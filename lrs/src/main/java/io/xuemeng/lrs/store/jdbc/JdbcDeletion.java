package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.DeletionRecord;
import io.xuemeng.lrs.store.DeletionReport;
import io.xuemeng.lrs.store.DeletionStore;
import io.xuemeng.lrs.store.jdbc.AuditedOperation.Tally;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Deletes in transactions of moderate length, each with the writers' clock, so that writers wait only a moment. */
final class JdbcDeletion implements DeletionStore {

    private static final int AT_ONCE = 500;
    private static final int MAX_REASON = 1000;

    private static final List<String> TABLES = List.of(
            "xm_statement",
            "xm_link",
            "xm_reference",
            "xm_alias",
            "xm_attachment",
            "xm_attachment_piece",
            "xm_attachment_use",
            "xm_activity",
            "xm_activity_source",
            "xm_document");

    private final Database database;
    private final StatementWriter writer;
    private final ActivityDefinitions definitions;
    private final References references;
    private final Horizon horizon;
    private final byte[] auditKey;
    private final @Nullable String reason;

    JdbcDeletion(
            Database database,
            StatementWriter writer,
            ActivityDefinitions definitions,
            References references,
            Horizon horizon,
            byte[] auditKey,
            @Nullable String reason) {
        this.database = database;
        this.writer = writer;
        this.definitions = definitions;
        this.references = references;
        this.horizon = horizon;
        this.auditKey = auditKey.clone();
        this.reason = reason;
    }

    @Override
    public DeletionStore because(String why) {
        if (why.isBlank() || why.length() > MAX_REASON || why.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a reason has 1 to " + MAX_REASON
                    + " characters, not only blanks, and no control characters such as line breaks");
        }
        return new JdbcDeletion(database, writer, definitions, references, horizon, auditKey, why);
    }

    private AuditedOperation begin(DeletionRecord.Kind kind, String subject) {
        return new AuditedOperation(writer, database.dialect(), horizon, kind, subject, reason);
    }

    @Override
    public DeletionReport deleteStatement(UUID id) {
        AuditedOperation operation = begin(DeletionRecord.Kind.STATEMENT, auditSubject(id));
        deleteWhile(operation, connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT row_id FROM xm_statement WHERE id = ?")) {
                select.setObject(1, id);
                return rowIds(select);
            }
        });
        return operation.report();
    }

    @Override
    public DeletionReport deleteAgent(Collection<UUID> agents) {
        List<DeletionReport> reports = new ArrayList<>();
        for (UUID agent : new LinkedHashSet<>(agents)) {
            AuditedOperation operation = begin(DeletionRecord.Kind.AGENT, auditSubject(agent));
            deleteWhile(operation, connection -> rowsOf(connection, agent));
            operation.step(connection -> {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM xm_document WHERE agent = ?")) {
                    delete.setObject(1, agent);
                    return Tally.ofDocuments(delete.executeUpdate());
                }
            });
            reports.add(operation.report());
        }
        return new DeletionReport(
                reports.stream().mapToLong(DeletionReport::statements).sum(),
                reports.stream().mapToLong(DeletionReport::documents).sum(),
                reports.stream().mapToLong(DeletionReport::attachments).sum(),
                reports.stream()
                        .flatMap(report -> report.sharedAttachments().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public DeletionReport deleteBefore(Instant time) {
        long limit = MicroTime.of(time);
        AuditedOperation operation = begin(DeletionRecord.Kind.BEFORE, time.toString());
        deleteWhile(operation, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT row_id FROM xm_statement WHERE row_id BETWEEN 1 AND ? ORDER BY row_id LIMIT " + AT_ONCE)) {
                select.setLong(1, limit - 1);
                return rowIds(select);
            }
        });
        operation.step(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM xm_document WHERE updated < ?")) {
                delete.setLong(1, limit);
                return Tally.ofDocuments(delete.executeUpdate());
            }
        });
        return operation.report();
    }

    @Override
    public DeletionReport deleteAttachment(String sha2) {
        AuditedOperation operation =
                begin(DeletionRecord.Kind.ATTACHMENT, subject(sha2.getBytes(StandardCharsets.US_ASCII)));
        operation.step(connection -> {
            Tally deleted = new Tally();
            deleted.attachments = Attachments.delete(connection, sha2);
            return deleted;
        });
        return operation.report();
    }

    /** Some statements in which an agent stands; none when there are none left. */
    private static List<Long> rowsOf(Connection connection, UUID agent) throws SQLException {
        Set<Long> found = new LinkedHashSet<>();
        for (String sql : List.of(
                "SELECT s.row_id FROM xm_statement s WHERE s.actor = ? AND s.row_id > 0 LIMIT " + AT_ONCE,
                "SELECT s.row_id FROM xm_statement s WHERE s.authority = ? AND s.row_id > 0 LIMIT " + AT_ONCE,
                "SELECT l.row_id FROM xm_link l WHERE l.link = ? AND l.row_id > 0 LIMIT " + AT_ONCE)) {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, agent);
                found.addAll(rowIds(select));
            }
        }
        return List.copyOf(found);
    }

    private static List<Long> rowIds(PreparedStatement select) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private void deleteWhile(AuditedOperation operation, Database.Work<List<Long>> find) {
        Tally step;
        do {
            step = operation.step(connection -> {
                Tally deleted = new Tally();
                List<Long> rows = find.on(connection);
                if (!rows.isEmpty()) {
                    delete(connection, rows, deleted);
                }
                return deleted;
            });
        } while (step.statements > 0);
    }

    private void delete(Connection connection, List<Long> rowIds, Tally tally) throws SQLException {
        Set<Long> orphans = new LinkedHashSet<>(references.ownersOf(connection, rowIds));
        rowIds.forEach(orphans::remove);
        Set<String> hashes = attachmentsOf(connection, rowIds);
        for (long rowId : rowIds) {
            for (var alias : References.aliases(connection, rowId).entrySet()) {
                References.deleteAlias(connection, rowId, alias.getKey(), alias.getValue());
            }
            References.Row row = References.row(connection, rowId);
            if (row != null) {
                StatementRows.deleteLinks(
                        connection, row.bucket(), rowId, rowId, row.keys().links());
                tally.statements++;
            }
        }
        for (String table : List.of("xm_statement", "xm_reference", "xm_attachment_use")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE row_id = ANY(?)")) {
                delete.setArray(1, database.longs(connection, rowIds));
                delete.executeUpdate();
            }
        }
        definitions.forget(connection, rowIds);
        // Statements that referred to a deleted one no longer have its keys, nor those of what lay behind it.
        WriterClock clock = WriterClock.lock(connection);
        references.recompute(connection, clock, orphans);
        clock.deleted();
        clock.save();
        for (String sha2 : hashes) {
            if (isUsed(connection, sha2)) {
                tally.sharedAttachments.add(sha2);
            } else {
                tally.attachments += Attachments.delete(connection, sha2);
            }
        }
    }

    private Set<String> attachmentsOf(Connection connection, List<Long> rowIds) throws SQLException {
        Set<String> hashes = new TreeSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sha2 FROM xm_attachment_use WHERE row_id = ANY(?)")) {
            select.setArray(1, database.longs(connection, rowIds));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.add(rows.getString(1));
                }
            }
        }
        return hashes;
    }

    private static boolean isUsed(Connection connection, String sha2) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM xm_attachment_use WHERE sha2 = ? LIMIT 1")) {
            select.setString(1, sha2);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public List<DeletionRecord> audit(Instant since, int limit) {
        return database.read(connection -> AuditedOperation.records(connection, since, limit));
    }

    @Override
    public String auditSubject(UUID subject) {
        return subject(ByteBuffer.allocate(16)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .array());
    }

    private String subject(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(auditKey, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public void compact() {
        writer.alone(database.dialect() == Dialect.H2 ? this::compactH2 : this::compactPostgres);
    }

    private void compactPostgres() {
        database.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    statement.execute("VACUUM (FULL, ANALYZE) " + table);
                }
            }
            return TABLES.size();
        });
    }

    /** H2 compacts when it closes; the connection that asks for it, and every other one, is closed with it. */
    private void compactH2() {
        boolean[] done = {false};
        try {
            database.each(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN COMPACT");
                    done[0] = true;
                }
                return done;
            });
        } catch (SQLException e) {
            if (!done[0]) {
                throw Database.failed(e);
            }
        }
    }
}
