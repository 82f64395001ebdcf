package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.StatementEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements that refer to statements: filters find them by the keys of the ones they refer to, directly and over others, and a
 * voiding one hides its target. Both hold in whichever order the statements come.
 */
final class References {

    /** How many references one after the other are followed from a statement. */
    static final int CHAIN = 32;

    private final Database database;

    References(Database database) {
        this.database = database;
    }

    /** Connects statements that were just inserted with those they refer to, and with those that refer to them. */
    void connect(Connection connection, WriterClock clock, List<StatementEntry> entries, List<Long> rowIds)
            throws SQLException {
        RowBatch rows = new RowBatch(
                database.dialect(),
                "xm_reference",
                RowBatch.Column.UUID,
                RowBatch.Column.LONG,
                RowBatch.Column.BOOLEAN);
        Set<UUID> ids = new LinkedHashSet<>();
        Set<Long> owners = new LinkedHashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            StatementEntry entry = entries.get(i);
            if (entry.idGiven()) {
                ids.add(entry.id());
            }
            UUID target = entry.target();
            if (target != null) {
                rows.add(target, rowIds.get(i), entry.voiding());
                owners.add(rowIds.get(i));
                ids.add(target);
            }
        }
        rows.insert(connection);
        if (ids.isEmpty()) {
            return;
        }
        Set<UUID> voided = referring(connection, ids, owners);
        if (owners.isEmpty()) {
            return;
        }
        owners.addAll(ownersOf(connection, owners));
        recompute(connection, clock, owners);
        for (UUID id : voided) {
            hide(connection, id);
        }
    }

    /** Whether any of some statements refers to another or is referred to. */
    boolean concern(Connection connection, List<StatementEntry> entries) throws SQLException {
        Set<UUID> ids = new LinkedHashSet<>();
        for (StatementEntry entry : entries) {
            if (entry.target() != null) {
                return true;
            }
            if (entry.idGiven()) {
                ids.add(entry.id());
            }
        }
        Set<Long> owners = new LinkedHashSet<>();
        if (!ids.isEmpty()) {
            referring(connection, ids, owners);
        }
        return !owners.isEmpty();
    }

    /** Adds the statements that refer to some ids, and tells which of the ids are voided by one of them. */
    private Set<UUID> referring(Connection connection, Collection<UUID> ids, Set<Long> owners) throws SQLException {
        Set<UUID> voided = new LinkedHashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT row_id, target, voiding FROM xm_reference WHERE target = ANY(?)")) {
            select.setArray(1, database.uuids(connection, ids));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    owners.add(rows.getLong(1));
                    if (rows.getBoolean(3)) {
                        voided.add(rows.getObject(2, UUID.class));
                    }
                }
            }
        }
        return voided;
    }

    /** The statements that have the keys of some others. */
    Set<Long> ownersOf(Connection connection, Collection<Long> sources) throws SQLException {
        Set<Long> owners = new LinkedHashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT owner FROM xm_alias WHERE source = ANY(?)")) {
            select.setArray(1, database.longs(connection, sources));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    owners.add(rows.getLong(1));
                }
            }
        }
        return owners;
    }

    /** Gives statements the further rows they should have, and takes away those they should not. */
    void recompute(Connection connection, WriterClock clock, Collection<Long> owners) throws SQLException {
        StatementRows added = new StatementRows(database.dialect());
        RowBatch aliases = new RowBatch(
                database.dialect(), "xm_alias", RowBatch.Column.LONG, RowBatch.Column.LONG, RowBatch.Column.LONG);
        for (long owner : owners) {
            Row row = row(connection, owner);
            if (row == null) {
                continue;
            }
            Map<Long, Long> present = aliases(connection, owner);
            for (long source : chain(connection, owner)) {
                if (present.remove(source) != null) {
                    continue;
                }
                Row found = row(connection, source);
                if (found != null) {
                    long rowId = -clock.next();
                    added.addAlias(found.keys(), rowId, owner, row.bucket(), row.voided());
                    aliases.add(owner, source, rowId);
                }
            }
            for (Map.Entry<Long, Long> surplus : present.entrySet()) {
                deleteAlias(connection, owner, surplus.getKey(), surplus.getValue());
            }
        }
        added.insert(connection);
        aliases.insert(connection);
    }

    /** The statements that one refers to, directly first. */
    private static List<Long> chain(Connection connection, long owner) throws SQLException {
        List<Long> chain = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT s.row_id FROM xm_reference r" + " JOIN xm_statement s ON s.id = r.target WHERE r.row_id = ?")) {
            long at = owner;
            while (chain.size() < CHAIN) {
                select.setLong(1, at);
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        break;
                    }
                    at = rows.getLong(1);
                }
                if (at == owner || chain.contains(at)) {
                    break;
                }
                chain.add(at);
            }
        }
        return chain;
    }

    /** The further rows of a statement: whose keys, and which row. */
    static Map<Long, Long> aliases(Connection connection, long owner) throws SQLException {
        Map<Long, Long> aliases = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT source, row_id FROM xm_alias WHERE owner = ?")) {
            select.setLong(1, owner);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    aliases.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return aliases;
    }

    static void deleteAlias(Connection connection, long owner, long source, long rowId) throws SQLException {
        Row row = row(connection, rowId);
        if (row != null) {
            StatementRows.deleteLinks(
                    connection, row.bucket(), owner, rowId, row.keys().links());
        }
        update(connection, "DELETE FROM xm_statement WHERE row_id = ?", rowId);
        update(connection, "DELETE FROM xm_alias WHERE owner = ? AND source = ?", owner, source);
    }

    /** Hides a statement, unless it is a voiding one, which cannot be voided. */
    private static void hide(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT s.row_id FROM xm_statement s WHERE s.id = ?"
                + " AND NOT EXISTS (SELECT 1 FROM xm_reference r WHERE r.row_id = s.row_id AND r.voiding)")) {
            select.setObject(1, id);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return;
                }
                long rowId = rows.getLong(1);
                setVoided(connection, rowId);
                for (long alias : aliases(connection, rowId).values()) {
                    setVoided(connection, alias);
                }
            }
        }
    }

    private static void setVoided(Connection connection, long rowId) throws SQLException {
        update(connection, "UPDATE xm_statement SET voided = TRUE WHERE row_id = ?", rowId);
    }

    static void update(Connection connection, String sql, long... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setLong(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }

    /** A row's keys and what else of it counts here; null when it is not there. */
    static @Nullable Row row(Connection connection, long rowId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT verb, actor, activity, registration, authority,"
                        + " links, bucket, voided FROM xm_statement WHERE row_id = ?")) {
            select.setLong(1, rowId);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                return new Row(
                        new StatementRows.Keys(
                                rows.getObject(1, UUID.class),
                                rows.getObject(2, UUID.class),
                                rows.getObject(3, UUID.class),
                                rows.getObject(4, UUID.class),
                                rows.getObject(5, UUID.class),
                                rows.getBytes(6)),
                        rows.getInt(7),
                        rows.getBoolean(8));
            }
        }
    }

    /** A row of {@code xm_statement}. */
    record Row(StatementRows.Keys keys, int bucket, boolean voided) {}
}
