package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.store.ActivityDefinition;
import io.xuemeng.lrs.store.StatementEntry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of activities. Each statement that added something is kept as its source, so that what it said can be taken
 * back when it is deleted. Learning is for one thread at a time, the writer's.
 */
final class ActivityDefinitions {

    private static final int REMEMBERED = 10_000;

    private final Database database;

    /** Definitions that the database has taken in, so that the next statement with the same one costs nothing. */
    private final Set<ActivityDefinition> takenIn = new LinkedHashSet<>();

    /** How often statements had been deleted when they were all that. */
    private long deletions = -1;

    private final List<ActivityDefinition> uncommitted = new ArrayList<>();

    ActivityDefinitions(Database database) {
        this.database = database;
    }

    Optional<RawJson> find(UUID activity) {
        return database.read(connection ->
                Optional.ofNullable(definitions(connection, List.of(activity)).get(activity)));
    }

    /**
     * Begins a transaction that has the clock; what an earlier one learnt and did not commit is forgotten. When anybody has deleted
     * statements, what was taken in may be gone.
     */
    void begin(WriterClock clock) {
        uncommitted.clear();
        if (clock.deletions() != deletions) {
            takenIn.clear();
            deletions = clock.deletions();
        }
    }

    /** Takes in what statements say about activities. */
    void learn(Connection connection, List<StatementEntry> entries, List<Long> rowIds) throws SQLException {
        Set<UUID> activities = new HashSet<>();
        for (StatementEntry entry : entries) {
            for (ActivityDefinition definition : entry.definitions()) {
                if (!takenIn.contains(definition)) {
                    activities.add(definition.activity());
                }
            }
        }
        if (activities.isEmpty()) {
            return;
        }
        Map<UUID, RawJson> known = definitions(connection, activities);
        Set<UUID> present = new HashSet<>(known.keySet());
        Map<UUID, RawJson> changed = new LinkedHashMap<>();
        RowBatch sources = sources();
        for (int i = 0; i < entries.size(); i++) {
            Map<UUID, RawJson> said = new LinkedHashMap<>();
            for (ActivityDefinition definition : entries.get(i).definitions()) {
                if (activities.contains(definition.activity())) {
                    uncommitted.add(definition);
                    said.merge(definition.activity(), definition.definition(), DefinitionMerge::merge);
                }
            }
            for (Map.Entry<UUID, RawJson> one : said.entrySet()) {
                RawJson before = known.get(one.getKey());
                RawJson after = before == null ? one.getValue() : DefinitionMerge.merge(before, one.getValue());
                if (!after.equals(before)) {
                    known.put(one.getKey(), after);
                    changed.put(one.getKey(), after);
                    sources.add(one.getKey(), rowIds.get(i), bytes(one.getValue()));
                }
            }
        }
        for (Map.Entry<UUID, RawJson> one : changed.entrySet()) {
            write(connection, one.getKey(), one.getValue(), present.contains(one.getKey()));
        }
        sources.insert(connection);
    }

    /** Called when what was learnt is committed. */
    void committed() {
        takenIn.addAll(uncommitted);
        uncommitted.clear();
        if (takenIn.size() > REMEMBERED) {
            takenIn.clear();
        }
    }

    /** Takes back what deleted statements said. */
    void forget(Connection connection, Collection<Long> rowIds) throws SQLException {
        takenIn.clear();
        Set<UUID> activities = new LinkedHashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT DISTINCT activity FROM xm_activity_source WHERE row_id = ANY(?)")) {
            select.setArray(1, database.longs(connection, rowIds));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    activities.add(rows.getObject(1, UUID.class));
                }
            }
        }
        if (activities.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM xm_activity_source WHERE row_id = ANY(?)")) {
            delete.setArray(1, database.longs(connection, rowIds));
            delete.executeUpdate();
        }
        for (UUID activity : activities) {
            rebuild(connection, activity);
        }
    }

    private static void rebuild(Connection connection, UUID activity) throws SQLException {
        RawJson definition = null;
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT definition FROM xm_activity_source WHERE activity = ? ORDER BY row_id")) {
            select.setObject(1, activity);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    RawJson said = json(rows.getBytes(1));
                    definition = definition == null ? said : DefinitionMerge.merge(definition, said);
                }
            }
        }
        if (definition != null) {
            write(connection, activity, definition, true);
        } else {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM xm_activity WHERE activity = ?")) {
                delete.setObject(1, activity);
                delete.executeUpdate();
            }
        }
    }

    private Map<UUID, RawJson> definitions(Connection connection, Collection<UUID> activities) throws SQLException {
        Map<UUID, RawJson> known = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT activity, definition FROM xm_activity WHERE activity = ANY(?)")) {
            select.setArray(1, database.uuids(connection, activities));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getObject(1, UUID.class), json(rows.getBytes(2)));
                }
            }
        }
        return known;
    }

    private static void write(Connection connection, UUID activity, RawJson definition, boolean present)
            throws SQLException {
        String sql = present
                ? "UPDATE xm_activity SET definition = ? WHERE activity = ?"
                : "INSERT INTO xm_activity (definition, activity) VALUES (?, ?)";
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setBytes(1, bytes(definition));
            write.setObject(2, activity);
            write.executeUpdate();
        }
    }

    private RowBatch sources() {
        return new RowBatch(
                database.dialect(),
                "xm_activity_source",
                RowBatch.Column.UUID,
                RowBatch.Column.LONG,
                RowBatch.Column.BYTES);
    }

    private static byte[] bytes(RawJson json) {
        return json.text().getBytes(StandardCharsets.UTF_8);
    }

    private static RawJson json(byte[] bytes) {
        return RawJson.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
