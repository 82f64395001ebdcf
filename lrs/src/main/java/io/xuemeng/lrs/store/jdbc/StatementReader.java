package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.StatementPage;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StoredStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds statements. */
final class StatementReader {

    /** A page ends, whatever its limit, when its statements have so many bytes. */
    private static final long PAGE_BYTES = 16L << 20;

    private final Database database;

    StatementReader(Database database) {
        this.database = database;
    }

    Optional<StoredStatement> find(UUID id, boolean voided, @Nullable UUID mine) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT stored, json, large, authority FROM xm_statement WHERE id = ? AND voided = ?")) {
                select.setObject(1, id);
                select.setBoolean(2, voided);
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next() || (mine != null && !mine.equals(rows.getObject(4, UUID.class)))) {
                        return Optional.empty();
                    }
                    return Optional.of(new StoredStatement(MicroTime.toInstant(rows.getLong(1)), json(rows, 2)));
                }
            }
        });
    }

    StatementPage query(StatementQuery query) {
        return database.read(connection -> {
            Page page = new Page(query.limit());
            long[] range = range(query);
            // A statement that refers to others can be found by several rows, so fewer statements than rows may come.
            while (range[0] <= range[1] && !page.isFull()) {
                page.beginReading();
                if (database.dialect().bucketed() && QuerySql.filters(query)) {
                    readBuckets(connection, query, range, page);
                } else {
                    read(connection, query, range, null, page);
                }
                if (!page.advance(range, query.ascending())) {
                    break;
                }
            }
            return page.result();
        });
    }

    /** The times to look at, both included. */
    private static long[] range(StatementQuery query) {
        long from = query.since() == null ? 1 : MicroTime.of(query.since()) + 1;
        long to = query.until() == null ? Long.MAX_VALUE : MicroTime.of(query.until());
        if (query.position() != null) {
            long position = MicroTime.of(query.position());
            if (query.ascending()) {
                from = Math.max(from, position + 1);
            } else {
                to = Math.min(to, position - 1);
            }
        }
        return new long[] {Math.max(from, 1), to};
    }

    private static void readBuckets(Connection connection, StatementQuery query, long[] range, Page page)
            throws SQLException {
        List<Integer> buckets = buckets(connection, range, query.ascending());
        if (buckets.isEmpty()) {
            return;
        }
        QuerySql sql = new QuerySql(query, true);
        try (PreparedStatement select = connection.prepareStatement(sql.text())) {
            for (int bucket : buckets) {
                sql.bind(select, range, bucket, page.missing());
                if (page.addAll(select)) {
                    return;
                }
            }
        }
    }

    private static void read(
            Connection connection, StatementQuery query, long[] range, @Nullable Integer bucket, Page page)
            throws SQLException {
        QuerySql sql = new QuerySql(query, false);
        try (PreparedStatement select = connection.prepareStatement(sql.text())) {
            sql.bind(select, range, bucket, page.missing());
            page.addAll(select);
        }
    }

    /** The buckets in which statements of these times are, in the order of reading. */
    private static List<Integer> buckets(Connection connection, long[] range, boolean ascending) throws SQLException {
        List<Integer> buckets = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT bucket, first_stored FROM xm_bucket"
                + " WHERE first_stored <= ? ORDER BY bucket" + (ascending ? "" : " DESC"))) {
            select.setLong(1, range[1]);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    boolean before = rows.getLong(2) < range[0];
                    if (before && ascending) {
                        // Only the last of those that begin before the range can reach into it.
                        buckets.clear();
                    }
                    buckets.add(rows.getInt(1));
                    if (before && !ascending) {
                        break;
                    }
                }
            }
        }
        return buckets;
    }

    /** The JSON in a row, whichever of two columns it is in. */
    static byte[] json(ResultSet rows, int column) throws SQLException {
        byte[] json = rows.getBytes(column);
        if (json == null) {
            json = rows.getBytes(column + 1);
        }
        if (json == null) {
            throw new SQLException("a row of xm_statement has an id and no statement");
        }
        return json;
    }

    /** A page while it fills. */
    private static final class Page {

        private final int limit;
        private final List<StoredStatement> statements = new ArrayList<>();
        private long lastStored;
        private long bytes;
        private boolean more;
        private boolean exhausted;

        Page(int limit) {
            this.limit = limit;
        }

        boolean isFull() {
            return more;
        }

        /** How many rows to ask for: those that are missing, and one to see whether there are more. */
        int missing() {
            return limit - statements.size() + 1;
        }

        /** Nothing is left to read, unless a query shows that there is. */
        void beginReading() {
            exhausted = true;
        }

        /** Takes what a query finds; true when the page needs no more. */
        boolean addAll(PreparedStatement select) throws SQLException {
            int asked = missing();
            int found = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found++;
                    long stored = rows.getLong(1);
                    if (stored == lastStored) {
                        continue;
                    }
                    if (statements.size() == limit || (bytes >= PAGE_BYTES && !statements.isEmpty())) {
                        more = true;
                        return true;
                    }
                    byte[] json = json(rows, 2);
                    bytes += json.length;
                    lastStored = stored;
                    statements.add(new StoredStatement(MicroTime.toInstant(stored), json));
                }
            }
            exhausted = found < asked;
            // Otherwise rows were repetitions, and there may be more behind them.
            return !exhausted;
        }

        /** Moves a range behind what was read; false when there is nothing more in it. */
        boolean advance(long[] range, boolean ascending) {
            if (exhausted || more || statements.isEmpty()) {
                return false;
            }
            range[ascending ? 0 : 1] = ascending ? lastStored + 1 : lastStored - 1;
            return true;
        }

        StatementPage result() {
            return new StatementPage(statements, more ? MicroTime.toInstant(lastStored) : null);
        }
    }
}
