package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.StatementPage;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StoredStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds statements: first the times of those that a page has, then what they say, no more at once than memory should hold. */
final class StatementReader {

    /** A page ends, whatever its limit, when its statements have so many bytes. */
    private static final long PAGE_BYTES = 16L << 20;

    /** So many statements are fetched at once; each has at most {@link Dialect#maxInlineBytes()}, the others are fetched alone. */
    private static final int AT_ONCE = 64;

    private final Database database;
    private final @Nullable RecentStatements recent;

    StatementReader(Database database, @Nullable RecentStatements recent) {
        this.database = database;
        this.recent = recent;
    }

    Optional<StoredStatement> find(UUID id, boolean voided, @Nullable UUID mine) {
        RecentStatements.Recent found = recent == null ? null : recent.find(id);
        if (found != null) {
            boolean shown = !voided && (mine == null || mine.equals(found.keys().authority()));
            return shown
                    ? Optional.of(new StoredStatement(MicroTime.toInstant(found.stored()), found.json()))
                    : Optional.empty();
        }
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
            long[] range = range(query);
            boolean byBuckets = database.dialect().bucketed() && QuerySql.filters(query);
            if (byBuckets) {
                // Each reading of a bucket sees more than the one before. What all of them see is what was stored by
                // now.
                range[1] = Math.min(range[1], Horizon.lastCommitted(connection));
            }
            // The view comes before the tables: what moves on meanwhile is then found in both, and never in neither.
            NavigableMap<Long, byte[]> inMemory = inMemory(query, range);
            List<Long> times = times(connection, query, range, byBuckets, inMemory.navigableKeySet());
            boolean more = times.size() > query.limit();
            return page(connection, more ? times.subList(0, query.limit()) : times, more, inMemory);
        });
    }

    private NavigableMap<Long, byte[]> inMemory(StatementQuery query, long[] range) {
        NavigableMap<Long, byte[]> found = new TreeMap<>();
        if (recent != null) {
            for (RecentStatements.Recent one : recent.view()) {
                if (one.stored() >= range[0] && one.stored() <= range[1] && one.meets(query)) {
                    found.put(one.stored(), one.json());
                }
            }
        }
        return found;
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

    /** The times of a query's first statements, in its order, one more than its limit when there are more. */
    private static List<Long> times(
            Connection connection, StatementQuery query, long[] range, boolean byBuckets, NavigableSet<Long> newest)
            throws SQLException {
        NavigableSet<Long> found = new TreeSet<>();
        int wanted = query.limit() + 1;
        boolean enough = !query.ascending() && newest.size() >= wanted;
        if (range[0] <= range[1] && !enough) {
            if (byBuckets) {
                readBuckets(connection, query, range, wanted, found);
            } else {
                for (QuerySql sql : QuerySql.merged(query)) {
                    try (PreparedStatement select = connection.prepareStatement(sql.text())) {
                        read(select, sql, query, range, 0, wanted, found);
                    }
                }
            }
        }
        found.addAll(newest);
        return (query.ascending() ? found : found.descendingSet())
                .stream().limit(wanted).toList();
    }

    private static void readBuckets(
            Connection connection, StatementQuery query, long[] range, int wanted, NavigableSet<Long> found)
            throws SQLException {
        List<QuerySql> readings = QuerySql.readings(query, true);
        List<PreparedStatement> selects = new ArrayList<>();
        try {
            for (QuerySql reading : readings) {
                selects.add(connection.prepareStatement(reading.text()));
            }
            for (Bucket bucket : buckets(connection, range, query.ascending())) {
                for (int i = 0; i < readings.size(); i++) {
                    if (bucket.direct() || !readings.get(i).readsDirectLinksOnly()) {
                        read(selects.get(i), readings.get(i), query, range, bucket.number(), wanted, found);
                    }
                }
                if (found.size() >= wanted) {
                    return;
                }
            }
        } finally {
            for (PreparedStatement select : selects) {
                select.close();
            }
        }
    }

    /** Reads until enough different times are found: a statement that refers to others can be found by several rows. */
    private static void read(
            PreparedStatement select,
            QuerySql sql,
            StatementQuery query,
            long[] range,
            int bucket,
            int wanted,
            NavigableSet<Long> found)
            throws SQLException {
        long[] rest = range.clone();
        int different = 0;
        while (rest[0] <= rest[1]) {
            sql.bind(select, rest, bucket, wanted);
            int rows = 0;
            long last = 0;
            try (ResultSet results = select.executeQuery()) {
                while (results.next()) {
                    long time = results.getLong(1);
                    different += time == last ? 0 : 1;
                    last = time;
                    rows++;
                    found.add(time);
                }
            }
            if (rows < wanted || different >= wanted) {
                return;
            }
            rest[query.ascending() ? 0 : 1] = query.ascending() ? last + 1 : last - 1;
        }
    }

    /** A bucket, and whether it has direct links. */
    private record Bucket(int number, boolean direct) {}

    /** The buckets in which statements of these times are, in the order of reading. */
    private static List<Bucket> buckets(Connection connection, long[] range, boolean ascending) throws SQLException {
        List<Bucket> buckets = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT bucket, first_stored, direct FROM xm_bucket"
                + " WHERE first_stored <= ? ORDER BY bucket" + (ascending ? "" : " DESC"))) {
            select.setLong(1, range[1]);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    boolean before = rows.getLong(2) < range[0];
                    if (before && ascending) {
                        // Only the last of those that begin before the range can reach into it.
                        buckets.clear();
                    }
                    buckets.add(new Bucket(rows.getInt(1), rows.getBoolean(3)));
                    if (before && !ascending) {
                        break;
                    }
                }
            }
        }
        return buckets;
    }

    /** The statements of some times; fewer when they are large, or were voided or deleted just now. */
    private StatementPage page(Connection connection, List<Long> times, boolean more, Map<Long, byte[]> inMemory)
            throws SQLException {
        List<StoredStatement> statements = new ArrayList<>(times.size());
        long bytes = 0;
        for (int from = 0; from < times.size(); from += AT_ONCE) {
            List<Long> chunk = times.subList(from, Math.min(from + AT_ONCE, times.size()));
            Map<Long, byte[]> small = small(connection, chunk, inMemory);
            for (long time : chunk) {
                byte[] json = inMemory.getOrDefault(time, small.get(time));
                if (json == null) {
                    json = large(connection, time);
                }
                if (json == null) {
                    continue;
                }
                if (bytes > 0 && bytes + json.length > PAGE_BYTES) {
                    StoredStatement last = statements.get(statements.size() - 1);
                    return new StatementPage(statements, last.stored());
                }
                bytes += json.length;
                statements.add(new StoredStatement(MicroTime.toInstant(time), json));
            }
        }
        return new StatementPage(statements, more ? MicroTime.toInstant(times.get(times.size() - 1)) : null);
    }

    private Map<Long, byte[]> small(Connection connection, List<Long> chunk, Map<Long, byte[]> inMemory)
            throws SQLException {
        Map<Long, byte[]> small = new HashMap<>();
        List<Long> times =
                chunk.stream().filter(time -> !inMemory.containsKey(time)).toList();
        if (times.isEmpty()) {
            return small;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT row_id, json FROM xm_statement WHERE row_id = ANY(?) AND json IS NOT NULL AND NOT voided")) {
            select.setArray(1, database.longs(connection, times));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    small.put(rows.getLong(1), rows.getBytes(2));
                }
            }
        }
        return small;
    }

    private static byte @Nullable [] large(Connection connection, long time) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT large FROM xm_statement WHERE row_id = ? AND NOT voided")) {
            select.setLong(1, time);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        }
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
}
