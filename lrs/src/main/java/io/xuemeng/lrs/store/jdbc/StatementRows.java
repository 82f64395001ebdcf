package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.StatementEntry;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code xm_statement}, and those of {@code xm_link} that belong to them. */
final class StatementRows {

    private static final int LINK_BYTES = 17;

    private final Dialect dialect;
    private final RowBatch statements;
    private final RowBatch links;
    private final Set<Integer> bucketsWithDirectLinks = new TreeSet<>();

    /** Rows for where they are indexed. */
    StatementRows(Dialect dialect) {
        this(dialect, "xm_statement");
    }

    /** Rows for a table of the same form. */
    StatementRows(Dialect dialect, String table) {
        this.dialect = dialect;
        this.statements = new RowBatch(
                dialect,
                table,
                RowBatch.Column.LONG,
                RowBatch.Column.LONG,
                RowBatch.Column.INTEGER,
                RowBatch.Column.UUID,
                RowBatch.Column.UUID,
                RowBatch.Column.UUID,
                RowBatch.Column.UUID,
                RowBatch.Column.UUID,
                RowBatch.Column.UUID,
                RowBatch.Column.BOOLEAN,
                RowBatch.Column.BYTES,
                RowBatch.Column.BYTES,
                RowBatch.Column.BYTES);
        this.links = new RowBatch(
                dialect,
                "xm_link",
                RowBatch.Column.INTEGER,
                RowBatch.Column.UUID,
                RowBatch.Column.LONG,
                RowBatch.Column.LONG,
                RowBatch.Column.BOOLEAN);
    }

    /** The row of a statement itself, with its links. */
    void add(StatementEntry entry, long stored, int bucket) {
        addWithoutLinks(entry, stored, bucket);
        addLinks(pack(entry.agents(), entry.related()), stored, stored, bucket);
    }

    /** The row of a statement itself. */
    void addWithoutLinks(StatementEntry entry, long stored, int bucket) {
        byte[] json = entry.json();
        boolean large = json.length > dialect.maxInlineBytes();
        add(Keys.of(entry), stored, stored, bucket, entry.id(), false, large ? null : json, large ? json : null);
    }

    /** A further row of a statement, with the keys of one that it refers to. */
    void addAlias(Keys keys, long rowId, long owner, int bucket, boolean voided) {
        add(keys, rowId, owner, bucket, null, voided, null, null);
        addLinks(keys.links(), rowId, owner, bucket);
    }

    private void add(
            Keys keys,
            long rowId,
            long stored,
            int bucket,
            @Nullable UUID id,
            boolean voided,
            byte @Nullable [] json,
            byte @Nullable [] large) {
        statements.add(
                rowId,
                stored,
                bucket,
                id,
                keys.verb(),
                keys.actor(),
                keys.activity(),
                keys.registration(),
                keys.authority(),
                voided,
                keys.links(),
                json,
                large);
    }

    /** The links of a row. */
    void addLinks(byte[] packedLinks, long rowId, long stored, int bucket) {
        ByteBuffer packed = ByteBuffer.wrap(packedLinks);
        while (packed.hasRemaining()) {
            boolean direct = packed.get() == 1;
            if (direct) {
                bucketsWithDirectLinks.add(bucket);
            }
            links.add(bucket, new UUID(packed.getLong(), packed.getLong()), stored, rowId, direct);
        }
    }

    void insert(Connection connection) throws SQLException {
        statements.insert(connection);
        links.insert(connection);
        if (dialect.bucketed()) {
            for (int bucket : bucketsWithDirectLinks) {
                References.update(
                        connection, "UPDATE xm_bucket SET direct = TRUE WHERE bucket = ? AND NOT direct", bucket);
            }
        }
        bucketsWithDirectLinks.clear();
    }

    /** Deletes the rows of {@code xm_link} that belong to a row. */
    static void deleteLinks(Connection connection, int bucket, long stored, long rowId, byte[] packedLinks)
            throws SQLException {
        ByteBuffer packed = ByteBuffer.wrap(packedLinks);
        if (!packed.hasRemaining()) {
            return;
        }
        try (var delete = connection.prepareStatement(
                "DELETE FROM xm_link WHERE bucket = ? AND link = ? AND stored = ? AND row_id = ?")) {
            while (packed.hasRemaining()) {
                packed.get();
                delete.setInt(1, bucket);
                delete.setObject(2, new UUID(packed.getLong(), packed.getLong()));
                delete.setLong(3, stored);
                delete.setLong(4, rowId);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** The links of a row, kept in it as well: by them the links are found again when the row is copied or deleted. */
    private static byte[] pack(Collection<UUID> direct, Collection<UUID> related) {
        ByteBuffer packed = ByteBuffer.allocate((direct.size() + related.size()) * LINK_BYTES);
        for (UUID key : direct) {
            packed.put((byte) 1).putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits());
        }
        for (UUID key : related) {
            packed.put((byte) 0).putLong(key.getMostSignificantBits()).putLong(key.getLeastSignificantBits());
        }
        return packed.array();
    }

    /** What a row is found by. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Keys(
            UUID verb,
            @Nullable UUID actor,
            @Nullable UUID activity,
            @Nullable UUID registration,
            @Nullable UUID authority,
            byte[] links) {

        static Keys of(StatementEntry entry) {
            return new Keys(
                    entry.verb(),
                    entry.actor(),
                    entry.activity(),
                    entry.registration(),
                    entry.authority(),
                    pack(entry.agents(), entry.related()));
        }

        /** The links that are direct, or those that are not. */
        Set<UUID> linked(boolean direct) {
            Set<UUID> keys = new HashSet<>();
            ByteBuffer packed = ByteBuffer.wrap(links);
            while (packed.hasRemaining()) {
                boolean isDirect = packed.get() == 1;
                UUID key = new UUID(packed.getLong(), packed.getLong());
                if (isDirect == direct) {
                    keys.add(key);
                }
            }
            return keys;
        }
    }
}
