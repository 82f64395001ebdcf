package io.xuemeng.lrs.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What differs between the databases. */
enum Dialect {
    /**
     * H2, embedded. It rewrites each page that a transaction touches, so indexes are kept in buckets, see the schema's comment;
     * and it prepares a statement for one row faster than one for many.
     */
    H2("h2", true),
    /** PostgreSQL, and databases that speak its dialect. */
    POSTGRESQL("postgresql", false);

    private static final int MAX_INLINE_BYTES = 1_000_000;

    private final String schemaName;
    private final boolean bucketed;

    Dialect(String schemaName, boolean bucketed) {
        this.schemaName = schemaName;
        this.bucketed = bucketed;
    }

    /** The dialect of a connection. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String name = product.toLowerCase(Locale.ROOT);
        if (name.equals("h2")) {
            return H2;
        }
        if (name.contains("postgres") || name.contains("gauss") || name.contains("kingbase")) {
            return POSTGRESQL;
        }
        throw new SQLException("the record store speaks to H2 and to PostgreSQL and its relatives, not to " + product);
    }

    /** The part of the schema files' names that is this dialect's. */
    String schemaName() {
        return schemaName;
    }

    /** Whether indexes begin with the bucket. */
    boolean bucketed() {
        return bucketed;
    }

    /** How many rows one INSERT has at most. */
    int rowsPerInsert() {
        return this == H2 ? 1 : 64;
    }

    /** The placeholder for a UUID; PostgreSQL cannot tell the type of a column in which every row has NULL. */
    String uuidPlaceholder() {
        return this == H2 ? "?" : "?::uuid";
    }

    /** The placeholder for bytes. */
    String bytesPlaceholder() {
        return this == H2 ? "?" : "?::bytea";
    }

    /** The longest JSON that stands among others; what is longer is kept, and fetched, by itself. */
    int maxInlineBytes() {
        return MAX_INLINE_BYTES;
    }
}
