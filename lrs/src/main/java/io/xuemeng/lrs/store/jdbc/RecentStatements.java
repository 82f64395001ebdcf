package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest statements of an H2 store, which are durable in a table without indexes and found in memory. H2 rewrites each page that
 * a transaction touches: one statement falls into ten index pages, a few thousand into a few hundred, so they are indexed together.
 * None of them refers to another or is referred to; before such a one comes, and before anything is deleted, all move on. Readers
 * take a view first and read the tables afterwards, so they see everything up to some time and nothing later. Changes are for the
 * one writer; views for everybody in this process, which is why a store that other processes write into has none.
 */
final class RecentStatements {

    private static final int MAX_STATEMENTS = 4096;
    private static final long MAX_BYTES = 8L << 20;

    /** So many that come together are indexed at once: a page then has several of them, and to move them would cost more. */
    private static final int MANY = 256;

    /** One of them. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Recent(
            long stored,
            int bucket,
            UUID id,
            byte[] json,
            StatementRows.Keys keys,
            Set<UUID> agents,
            Set<UUID> related) {

        boolean meets(StatementQuery query) {
            UUID agent = query.agent();
            UUID activity = query.activity();
            return equal(query.verb(), keys.verb())
                    && equal(query.registration(), keys.registration())
                    && equal(query.mine(), keys.authority())
                    && (activity == null
                            || activity.equals(keys.activity())
                            || (query.relatedActivities() && related.contains(activity)))
                    && (agent == null
                            || agent.equals(keys.actor())
                            || agents.contains(agent)
                            || (query.relatedAgents() && (agent.equals(keys.authority()) || related.contains(agent))));
        }

        private static boolean equal(@Nullable UUID wanted, @Nullable UUID key) {
            return wanted == null || wanted.equals(key);
        }
    }

    private final Dialect dialect;
    /** What there is, oldest first; replaced, never changed. */
    private volatile List<Recent> view = List.of();

    private final Map<UUID, Recent> byId = new ConcurrentHashMap<>();
    private long bytes;
    /** The writers' clock when what is here was what the table has. */
    private long known = -1;

    private boolean moved;
    private final List<Recent> added = new ArrayList<>();

    private RecentStatements(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Those that an earlier process left; null, and they are moved on, when others may write too. */
    static @Nullable RecentStatements open(Database database, boolean shared) throws SQLException {
        RecentStatements recent = new RecentStatements(database.dialect());
        WriterClock committed = database.once(connection -> {
            WriterClock clock = WriterClock.lock(connection);
            recent.begin(connection, clock);
            if (shared && recent.moveOn(connection)) {
                clock.next();
                clock.save();
            }
            return clock;
        });
        recent.committed(committed);
        return shared ? null : recent;
    }

    /**
     * Begins a transaction that has the clock; what an earlier one planned and did not commit is forgotten. When the clock is not
     * what it was left as, the table is read: a store was just opened, a commit came through whose success could not be told, or
     * somebody else writes.
     */
    void begin(Connection connection, WriterClock clock) throws SQLException {
        forgetPlans();
        if (clock.saved() != known) {
            load(connection);
            known = clock.saved();
        }
    }

    private void load(Connection connection) throws SQLException {
        List<Recent> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT stored, bucket, id, verb, actor, activity,"
                        + " registration, authority, links, json, large FROM xm_recent ORDER BY row_id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                StatementRows.Keys keys = new StatementRows.Keys(
                        rows.getObject(4, UUID.class),
                        rows.getObject(5, UUID.class),
                        rows.getObject(6, UUID.class),
                        rows.getObject(7, UUID.class),
                        rows.getObject(8, UUID.class),
                        rows.getBytes(9));
                found.add(new Recent(
                        rows.getLong(1),
                        rows.getInt(2),
                        rows.getObject(3, UUID.class),
                        StatementReader.json(rows, 10),
                        keys,
                        keys.linked(true),
                        keys.linked(false)));
            }
        }
        show(List.of(), found);
    }

    /** What there is now, oldest first. */
    List<Recent> view() {
        return view;
    }

    /** The one with an id; null when it is not here, and then it may be in the tables. */
    @Nullable
    Recent find(UUID id) {
        return byId.get(id);
    }

    private void forgetPlans() {
        moved = false;
        added.clear();
    }

    /**
     * Makes room for statements, or for others than these: moves all on when these are too many, or must be found where they are
     * indexed at once.
     *
     * @return whether they are to be {@linkplain #add kept} here; else they go to where they are indexed
     */
    boolean makeRoom(Connection connection, List<StatementEntry> entries, References references) throws SQLException {
        long more = 0;
        for (StatementEntry entry : entries) {
            more += entry.json().length;
        }
        boolean kept = entries.size() < MANY && more <= MAX_BYTES && !references.concern(connection, entries);
        boolean fit = view.size() + entries.size() <= MAX_STATEMENTS && bytes + more <= MAX_BYTES;
        if (!kept || !fit) {
            moveOn(connection);
        }
        return kept;
    }

    /** Plans a statement that the transaction inserts. */
    void add(StatementEntry entry, long stored, int bucket) {
        added.add(new Recent(
                stored,
                bucket,
                entry.id(),
                entry.json(),
                StatementRows.Keys.of(entry),
                entry.agents(),
                entry.related()));
    }

    /**
     * Moves all of them to where they are indexed, within the transaction.
     *
     * @return whether there were any; then the clock must be moved on and saved too
     */
    boolean moveOn(Connection connection) throws SQLException {
        List<Recent> now = view;
        if (moved || now.isEmpty()) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO xm_statement SELECT * FROM xm_recent");
            statement.executeUpdate("DELETE FROM xm_recent");
        }
        StatementRows links = new StatementRows(dialect);
        for (Recent recent : now) {
            links.addLinks(recent.keys().links(), recent.stored(), recent.stored(), recent.bucket());
        }
        links.insert(connection);
        moved = true;
        return true;
    }

    /** Shows what the transaction did, which is committed. */
    void committed(WriterClock clock) {
        known = clock.saved();
        if (moved || !added.isEmpty()) {
            show(moved ? List.of() : view, added);
        }
        forgetPlans();
    }

    private void show(List<Recent> kept, List<Recent> more) {
        Set<UUID> gone = new HashSet<>();
        if (kept.isEmpty()) {
            view.forEach(recent -> gone.add(recent.id()));
            bytes = 0;
        }
        List<Recent> statements = new ArrayList<>(kept.size() + more.size());
        statements.addAll(kept);
        statements.addAll(more);
        for (Recent recent : more) {
            byId.put(recent.id(), recent);
            gone.remove(recent.id());
            bytes += recent.json().length;
        }
        view = statements;
        // What was moved on is found in the tables by now.
        gone.forEach(byId::remove);
    }
}
