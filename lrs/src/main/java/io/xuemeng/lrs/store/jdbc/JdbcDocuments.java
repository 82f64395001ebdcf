package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.Document;
import io.xuemeng.lrs.store.DocumentList;
import io.xuemeng.lrs.store.DocumentScope;
import io.xuemeng.lrs.store.DocumentStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents, one row each. A change is one SQL statement that names the etag it expects. */
final class JdbcDocuments implements DocumentStore {

    private final Database database;
    private final StatementWriter.Durability durability;

    JdbcDocuments(Database database, StatementWriter.Durability durability) {
        this.database = database;
        this.durability = durability;
    }

    @Override
    public Optional<Document> find(DocumentScope scope, String id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT content, content_type, etag, updated FROM xm_document WHERE document = ?")) {
                select.setObject(1, key(scope, id));
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        return Optional.empty();
                    }
                    return Optional.of(new Document(
                            rows.getBytes(1),
                            rows.getString(2),
                            rows.getString(3),
                            MicroTime.toInstant(rows.getLong(4))));
                }
            }
        });
    }

    @Override
    public DocumentList list(DocumentScope scope, @Nullable Instant since) {
        return database.read(connection -> {
            TreeSet<String> ids = new TreeSet<>();
            long updated = -1;
            String sql = "SELECT name, updated FROM xm_document WHERE " + where(scope)
                    + (since == null ? "" : " AND updated > ?");
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int next = bind(select, scope);
                if (since != null) {
                    select.setLong(next, MicroTime.of(since));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                        updated = Math.max(updated, rows.getLong(2));
                    }
                }
            }
            return new DocumentList(List.copyOf(ids), updated < 0 ? null : MicroTime.toInstant(updated));
        });
    }

    @Override
    public boolean replace(DocumentScope scope, String id, @Nullable String expected, Document document) {
        boolean replaced = database.read(connection -> expected == null
                ? insert(connection, scope, id, document)
                : update(connection, key(scope, id), expected, document));
        sync(replaced);
        return replaced;
    }

    private static boolean update(Connection connection, UUID key, String expected, Document document)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE xm_document SET content = ?,"
                + " content_type = ?, etag = ?, updated = ? WHERE document = ? AND etag = ?")) {
            update.setBytes(1, document.content());
            update.setString(2, document.contentType());
            update.setString(3, document.etag());
            update.setLong(4, MicroTime.of(document.updated()));
            update.setObject(5, key);
            update.setString(6, expected);
            return update.executeUpdate() == 1;
        }
    }

    private static boolean insert(Connection connection, DocumentScope scope, String id, Document document)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO xm_document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, key(scope, id));
            insert.setInt(2, code(scope));
            insert.setObject(3, scope.activity(), Types.OTHER);
            insert.setObject(4, scope.agent(), Types.OTHER);
            insert.setObject(5, scope.registration(), Types.OTHER);
            insert.setString(6, id);
            insert.setString(7, document.contentType());
            insert.setString(8, document.etag());
            insert.setLong(9, MicroTime.of(document.updated()));
            insert.setBytes(10, document.content());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (Database.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean delete(DocumentScope scope, String id, String expected) {
        boolean deleted = database.read(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM xm_document WHERE document = ? AND etag = ?")) {
                delete.setObject(1, key(scope, id));
                delete.setString(2, expected);
                return delete.executeUpdate() == 1;
            }
        });
        sync(deleted);
        return deleted;
    }

    @Override
    public void deleteAll(DocumentScope scope) {
        // One after the other, by key: two that delete the same documents in different orders could block each other.
        List<UUID> keys = database.read(connection -> {
            List<UUID> found = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT document FROM xm_document WHERE " + where(scope))) {
                bind(select, scope);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return found;
        });
        database.read(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM xm_document WHERE document = ?")) {
                for (UUID key : keys) {
                    delete.setObject(1, key);
                    delete.executeUpdate();
                }
            }
            return keys.size();
        });
        sync(!keys.isEmpty());
    }

    private void sync(boolean changed) {
        if (changed) {
            try {
                durability.sync();
            } catch (SQLException e) {
                throw Database.failed(e);
            }
        }
    }

    /** What the column {@code kind} says; never to be changed. */
    private static int code(DocumentScope scope) {
        return switch (scope.kind()) {
            case STATE -> 0;
            case AGENT_PROFILE -> 1;
            case ACTIVITY_PROFILE -> 2;
        };
    }

    private static String where(DocumentScope scope) {
        return "kind = ?" + (scope.activity() == null ? "" : " AND activity = ?")
                + (scope.agent() == null ? "" : " AND agent = ?")
                + (scope.registration() == null ? "" : " AND registration = ?");
    }

    private static int bind(PreparedStatement statement, DocumentScope scope) throws SQLException {
        int next = 1;
        statement.setInt(next++, code(scope));
        for (UUID key : new UUID[] {scope.activity(), scope.agent(), scope.registration()}) {
            if (key != null) {
                statement.setObject(next++, key);
            }
        }
        return next;
    }

    /** The primary key: ids may be longer than an index allows. */
    private static UUID key(DocumentScope scope, String id) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update((byte) code(scope));
        for (UUID part : new UUID[] {scope.activity(), scope.agent(), scope.registration()}) {
            digest.update((byte) (part == null ? 0 : 1));
            if (part != null) {
                digest.update(ByteBuffer.allocate(16)
                        .putLong(part.getMostSignificantBits())
                        .putLong(part.getLeastSignificantBits())
                        .array());
            }
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }
}
