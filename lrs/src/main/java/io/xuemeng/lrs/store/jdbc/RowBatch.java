package io.xuemeng.lrs.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to insert into one table, sent together: as INSERTs of many rows where the database likes that, as a JDBC batch otherwise.
 */
final class RowBatch {

    /** The types of columns that the store has. */
    enum Column {
        LONG,
        INTEGER,
        BOOLEAN,
        UUID,
        BYTES,
        TEXT
    }

    private final Dialect dialect;
    private final String table;
    private final Column[] columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    RowBatch(Dialect dialect, String table, Column... columns) {
        this.dialect = dialect;
        this.table = table;
        this.columns = columns;
    }

    /** Adds a row, a value for each column. */
    void add(@Nullable Object... values) {
        rows.add(values);
    }

    /** Inserts the rows and forgets them. */
    void insert(Connection connection) throws SQLException {
        int done = 0;
        for (int size = dialect.rowsPerInsert(); size > 0 && done < rows.size(); size /= 2) {
            int statements = (rows.size() - done) / size;
            if (statements > 0) {
                done = insert(connection, size, statements, done);
            }
        }
        rows.clear();
    }

    private int insert(Connection connection, int size, int statements, int from) throws SQLException {
        int row = from;
        try (PreparedStatement insert = connection.prepareStatement(sql(size))) {
            for (int i = 0; i < statements; i++) {
                int at = 1;
                for (int j = 0; j < size; j++) {
                    at = set(insert, at, rows.get(row++));
                }
                if (statements > 1) {
                    insert.addBatch();
                }
            }
            if (statements > 1) {
                insert.executeBatch();
            } else {
                insert.executeUpdate();
            }
        }
        return row;
    }

    private int set(PreparedStatement insert, int from, @Nullable Object[] values) throws SQLException {
        int at = from;
        for (int i = 0; i < columns.length; i++) {
            Object value = values[i];
            if (value == null) {
                insert.setNull(at, columns[i] == Column.BYTES ? Types.VARBINARY : Types.OTHER);
            } else {
                switch (columns[i]) {
                    case LONG -> insert.setLong(at, (Long) value);
                    case INTEGER -> insert.setInt(at, (Integer) value);
                    case BOOLEAN -> insert.setBoolean(at, (Boolean) value);
                    case UUID -> insert.setObject(at, value);
                    case BYTES -> insert.setBytes(at, (byte[]) value);
                    case TEXT -> insert.setString(at, (String) value);
                }
            }
            at++;
        }
        return at;
    }

    private String sql(int size) {
        StringBuilder row = new StringBuilder();
        for (Column column : columns) {
            row.append(row.length() == 0 ? '(' : ',')
                    .append(
                            switch (column) {
                                case UUID -> dialect.uuidPlaceholder();
                                case BYTES -> dialect.bytesPlaceholder();
                                default -> "?";
                            });
        }
        row.append(')');
        StringBuilder sql = new StringBuilder("INSERT INTO ").append(table).append(" VALUES ");
        for (int i = 0; i < size; i++) {
            sql.append(i == 0 ? "" : ",").append(row);
        }
        return sql.toString();
    }
}
