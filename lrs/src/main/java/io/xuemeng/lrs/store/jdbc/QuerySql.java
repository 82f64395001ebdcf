package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.StatementQuery;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that finds the times of a query's statements. One condition, the one that is likely to find the fewest, leads: rows are
 * read in the order of an index of its own, as many as are wanted, and the other conditions are tested on each. Where a key may
 * stand in several places there is one such reading for each place. So a page costs the same wherever it is.
 */
final class QuerySql {

    /** What a placeholder stands for. */
    private enum Slot {
        BUCKET,
        FROM,
        TO,
        LIMIT
    }

    /** A place where the leading key may stand: a column of the statement's row, or a link; then the column is null. */
    private record Place(UUID key, @Nullable String column, boolean direct) {}

    private final StatementQuery query;
    private final boolean bucketed;
    private final List<Object> slots = new ArrayList<>();
    private boolean directLinksOnly;
    private final StringBuilder sql = new StringBuilder();

    private QuerySql(StatementQuery query, boolean bucketed) {
        this.query = query;
        this.bucketed = bucketed;
    }

    /** Whether any index but the one of times can lead. */
    static boolean filters(StatementQuery query) {
        return query.verb() != null
                || query.agent() != null
                || query.activity() != null
                || query.registration() != null
                || query.mine() != null;
    }

    /** The readings of a query, each by itself; within one bucket when there are buckets. */
    static List<QuerySql> readings(StatementQuery query, boolean bucketed) {
        List<QuerySql> readings = new ArrayList<>();
        if (!filters(query)) {
            QuerySql all = new QuerySql(query, false);
            all.unfiltered();
            return List.of(all);
        }
        for (Place place : lead(query)) {
            QuerySql reading = new QuerySql(query, bucketed);
            reading.branch(place);
            readings.add(reading);
        }
        return readings;
    }

    /** The readings of a query put together to one, for a database at the other end of a wire. */
    static List<QuerySql> merged(StatementQuery query) {
        List<Place> places = lead(query);
        if (places.size() < 2) {
            return readings(query, false);
        }
        QuerySql merged = new QuerySql(query, false);
        merged.sql.append("SELECT u.stored FROM (");
        for (int i = 0; i < places.size(); i++) {
            merged.sql.append(i == 0 ? "(" : " UNION ALL (");
            merged.branch(places.get(i));
            merged.sql.append(')');
        }
        merged.add(") u ORDER BY u.stored" + merged.direction() + " LIMIT ?", Slot.LIMIT);
        return List.of(merged);
    }

    /** Whether it finds nothing where there are no direct links. */
    boolean readsDirectLinksOnly() {
        return directLinksOnly;
    }

    String text() {
        return sql.toString();
    }

    /** Sets the values of a prepared statement. */
    void bind(PreparedStatement select, long[] range, int bucket, int rows) throws SQLException {
        for (int i = 0; i < slots.size(); i++) {
            Object slot = slots.get(i);
            int at = i + 1;
            if (slot instanceof UUID key) {
                select.setObject(at, key);
            } else if (slot == Slot.FROM) {
                select.setLong(at, range[0]);
            } else if (slot == Slot.TO) {
                select.setLong(at, range[1]);
            } else {
                select.setInt(at, slot == Slot.LIMIT ? rows : bucket);
            }
        }
    }

    private void unfiltered() {
        add("SELECT s.row_id FROM xm_statement s WHERE s.row_id BETWEEN ? AND ?", Slot.FROM, Slot.TO);
        add(" AND NOT s.voided ORDER BY s.row_id" + direction() + " LIMIT ?", Slot.LIMIT);
    }

    private String direction() {
        return query.ascending() ? "" : " DESC";
    }

    private static List<Place> lead(StatementQuery query) {
        UUID agent = query.agent();
        UUID activity = query.activity();
        List<Place> places = new ArrayList<>();
        if (agent != null) {
            places.add(new Place(agent, "actor", false));
            if (query.relatedAgents()) {
                places.add(new Place(agent, "authority", false));
            }
            places.add(new Place(agent, null, !query.relatedAgents()));
        } else if (query.registration() != null) {
            places.add(new Place(query.registration(), "registration", false));
        } else if (activity != null) {
            places.add(new Place(activity, "activity", false));
            if (query.relatedActivities()) {
                places.add(new Place(activity, null, false));
            }
        } else if (query.verb() != null) {
            places.add(new Place(query.verb(), "verb", false));
        } else if (query.mine() != null) {
            places.add(new Place(query.mine(), "authority", false));
        }
        return places;
    }

    private void branch(Place place) {
        String ordered = place.column() == null ? "l" : "s";
        sql.append("SELECT ").append(ordered).append(".stored FROM ");
        if (place.column() == null) {
            sql.append("xm_link l JOIN xm_statement s ON s.row_id = l.row_id WHERE ");
            bucket("l");
            add("l.link = ?", place.key());
            if (place.direct()) {
                directLinksOnly = true;
                sql.append(" AND l.direct");
            }
        } else {
            sql.append("xm_statement s WHERE ");
            bucket("s");
            add("s." + place.column() + " = ?", place.key());
        }
        add(" AND " + ordered + ".stored BETWEEN ? AND ?", Slot.FROM, Slot.TO);
        conditions();
        sql.append(" AND NOT s.voided ORDER BY ");
        // H2 reads an index in order only when the sort names all its columns; the first ones are constants here.
        if (bucketed) {
            sql.append(ordered).append(".bucket").append(direction()).append(", ");
            sql.append(place.column() == null ? "l.link" : "s." + place.column())
                    .append(direction())
                    .append(", ");
        }
        add(ordered + ".stored" + direction() + " LIMIT ?", Slot.LIMIT);
    }

    private void bucket(String table) {
        if (bucketed) {
            add(table + ".bucket = ? AND ", Slot.BUCKET);
        }
    }

    /** Every condition but that on agents, which leads where there is one, as a test on a row. */
    private void conditions() {
        equal("verb", query.verb());
        equal("registration", query.registration());
        UUID activity = query.activity();
        if (activity != null && query.relatedActivities()) {
            add(" AND (s.activity = ?", activity);
            linked(activity);
        } else {
            equal("activity", activity);
        }
        UUID mine = query.mine();
        if (mine != null) {
            add(
                    " AND ((s.row_id > 0 AND s.authority = ?) OR (s.row_id < 0 AND EXISTS (SELECT 1 FROM xm_statement m"
                            + " WHERE m.row_id = s.stored AND m.authority = ?)))",
                    mine,
                    mine);
        }
    }

    private void equal(String column, @Nullable UUID key) {
        if (key != null) {
            add(" AND s." + column + " = ?", key);
        }
    }

    private void linked(UUID key) {
        sql.append(" OR EXISTS (SELECT 1 FROM xm_link x WHERE ");
        if (bucketed) {
            sql.append("x.bucket = s.bucket AND ");
        }
        add("x.link = ?", key);
        sql.append(" AND x.stored = s.stored AND x.row_id = s.row_id))");
    }

    private void add(String text, Object... values) {
        sql.append(text);
        slots.addAll(List.of(values));
    }
}
