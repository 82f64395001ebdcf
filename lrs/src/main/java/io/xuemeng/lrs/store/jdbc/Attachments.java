package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.AttachmentData;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** The data of attachments, each once under its hash, in pieces that fit into memory. */
final class Attachments {

    private static final int PIECE_BYTES = 256 << 10;

    private final Database database;

    Attachments(Database database) {
        this.database = database;
    }

    /** Stores an attachment unless it is there. The writers' clock is locked. */
    void insert(Connection connection, AttachmentData data) throws SQLException {
        if (length(connection, data.sha2()).isPresent()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO xm_attachment VALUES (?, ?)")) {
            insert.setString(1, data.sha2());
            insert.setLong(2, data.length());
            insert.executeUpdate();
        }
        try (InputStream in = data.open();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO xm_attachment_piece VALUES (?, ?, ?)")) {
            byte[] buffer = new byte[PIECE_BYTES];
            int number = 0;
            while (true) {
                int length = in.readNBytes(buffer, 0, buffer.length);
                if (length == 0) {
                    break;
                }
                insert.setString(1, data.sha2());
                insert.setInt(2, number++);
                insert.setBytes(3, length == buffer.length ? buffer : Arrays.copyOf(buffer, length));
                insert.executeUpdate();
            }
        } catch (IOException e) {
            throw new SQLException("the received data of an attachment could not be read again", "58030", e);
        }
    }

    OptionalLong length(String sha2) {
        return database.read(connection -> length(connection, sha2));
    }

    private static OptionalLong length(Connection connection, String sha2) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT length FROM xm_attachment WHERE sha2 = ?")) {
            select.setString(1, sha2);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Writes an attachment's data piece by piece; a connection is held for one piece at a time, however slow the reader. */
    void copy(String sha2, OutputStream out) throws IOException {
        for (int number = 0; ; number++) {
            int piece = number;
            Optional<byte[]> content = database.read(connection -> piece(connection, sha2, piece));
            if (content.isEmpty()) {
                return;
            }
            out.write(content.get());
        }
    }

    private static Optional<byte[]> piece(Connection connection, String sha2, int number) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT content FROM xm_attachment_piece WHERE sha2 = ? AND piece = ?")) {
            select.setString(1, sha2);
            select.setInt(2, number);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** Deletes an attachment's data. */
    static long delete(Connection connection, String sha2) throws SQLException {
        try (PreparedStatement pieces = connection.prepareStatement("DELETE FROM xm_attachment_piece WHERE sha2 = ?");
                PreparedStatement attachment =
                        connection.prepareStatement("DELETE FROM xm_attachment WHERE sha2 = ?")) {
            pieces.setString(1, sha2);
            pieces.executeUpdate();
            attachment.setString(1, sha2);
            return attachment.executeUpdate();
        }
    }
}
