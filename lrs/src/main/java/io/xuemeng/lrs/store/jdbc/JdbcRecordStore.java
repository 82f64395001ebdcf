package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.DeletionStore;
import io.xuemeng.lrs.store.DocumentStore;
import io.xuemeng.lrs.store.RecordStore;
import io.xuemeng.lrs.store.StatementStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record store in H2 (2.4.240, embedded; not 2.5.x) or PostgreSQL (14 or later, and databases that speak its dialect). It makes and
 * migrates its own tables, whose names begin with {@code xm_}. Thread-safe.
 *
 * <pre>{@code
 * RecordStore store = JdbcRecordStore.open(dataSource);
 * }</pre>
 *
 * <p><b>Durability.</b> What a method has returned survives:
 *
 * <table border="1">
 * <caption>what survives what</caption>
 * <tr><th>database and setting</th><th>{@code kill -9} of this process</th><th>of the database server</th><th>loss of
 * power</th></tr>
 * <tr><td>PostgreSQL with {@code fsync}, {@code synchronous_commit} and {@code full_page_writes} on, its defaults</td>
 * <td>yes</td><td>yes</td><td>yes</td></tr>
 * <tr><td>PostgreSQL with one of them off: the store warns in the log when it is opened</td><td>yes</td><td>not with {@code
 * synchronous_commit=off}</td><td>no</td></tr>
 * <tr><td>H2 2.5.x with {@code WRITE_DELAY=0}: the store warns</td><td>not always the last of it</td><td>the same process</td>
 * <td>no</td></tr>
 * <tr><td>H2 2.4.240 with {@code WRITE_DELAY=0}</td><td>yes</td><td>the same process</td><td>no: H2 writes at a commit, and leaves it to
 * the operating system when the disk has it</td></tr>
 * <tr><td>H2 2.4.240 with {@code WRITE_DELAY=0} and {@link Builder#syncToDisk()}</td><td>yes</td><td>the same process</td>
 * <td>yes</td></tr>
 * <tr><td>H2 with another {@code WRITE_DELAY} (its default is 500 ms): the store warns</td><td>not the last of it</td><td>the same
 * process</td><td>no</td></tr>
 * </table>
 *
 * <p><b>Deletion.</b> {@link DeletionStore#compact()} rewrites H2's file and closes the database; the data source's next
 * connection opens it again. A pool must let go of the connections it has: HikariCP by {@code softEvictConnections()} afterwards, or
 * by an {@code SQLExceptionOverride} for H2's states 90098 and 90121, which also helps when a full disk closed the database. In
 * PostgreSQL it rewrites the tables; what the write-ahead log and backups hold goes as they are recycled: with {@code
 * wal_recycle=off}, after {@code pg_switch_wal()} and a checkpoint.
 *
 * <p><b>Interrupts.</b> A thread may be interrupted when it calls; it does its work and stays interrupted. But when a thread is
 * interrupted while it reads or writes an H2 file that was opened as {@code jdbc:h2:file:}, Java closes the file and H2 the database,
 * for every thread, until the data source has let go of all its connections. Opened as {@code jdbc:h2:async:} it stays open.
 */
public final class JdbcRecordStore implements RecordStore {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcRecordStore.class);

    private final JdbcStatements statements;
    private final JdbcDocuments documents;
    private final JdbcDeletion deletion;

    private JdbcRecordStore(Builder builder, Database database) throws SQLException {
        boolean shared = builder.shared != null ? builder.shared : database.dialect() == Dialect.POSTGRESQL;
        StatementWriter.Durability durability = builder.syncToDisk && database.dialect() == Dialect.H2
                ? StatementWriter.Durability.checkpointSync(database)
                : StatementWriter.Durability.OF_THE_DATABASE;
        Horizon horizon = new Horizon(database, builder.clock, shared);
        horizon.committed(database.read(Horizon::lastCommitted));
        Attachments attachments = new Attachments(database);
        ActivityDefinitions definitions = new ActivityDefinitions(database);
        References references = new References(database);
        RecentStatements recent = database.dialect().bucketed() ? RecentStatements.open(database, shared) : null;
        GroupTransaction transaction =
                new GroupTransaction(database, horizon, attachments, definitions, references, recent);
        StatementWriter writer = new StatementWriter(database, transaction, horizon, durability, shared);
        this.statements =
                new JdbcStatements(writer, new StatementReader(database, recent), horizon, attachments, definitions);
        this.documents = new JdbcDocuments(database, durability);
        this.deletion = new JdbcDeletion(database, writer, definitions, references, horizon, builder.auditKey, null);
    }

    /**
     * Opens a store with the defaults, makes its tables when there are none, and migrates older ones.
     *
     * @param source where connections come from, best a pool; it stays the caller's and is not closed
     * @throws SQLException when the database cannot be reached, is of an unknown kind, or was used by a newer library
     */
    public static JdbcRecordStore open(DataSource source) throws SQLException {
        return builder(source).open();
    }

    /** For a store with other settings. */
    public static Builder builder(DataSource source) {
        return new Builder(source);
    }

    @Override
    public StatementStore statements() {
        return statements;
    }

    @Override
    public DocumentStore documents() {
        return documents;
    }

    @Override
    public DeletionStore deletion() {
        return deletion;
    }

    /** Does nothing: the data source is the caller's, and a store keeps no connection. */
    @Override
    public void close() {}

    private static void warnOfLoss(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                String value = single(connection, "SHOW " + setting);
                if ("off".equals(value)) {
                    LOG.warn("PostgreSQL runs with {}=off: acknowledged records can be lost; turn it on", setting);
                }
            }
        } else {
            String value = single(
                    connection,
                    "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'");
            if (value != null && !value.equals("0")) {
                LOG.warn(
                        "H2 runs with WRITE_DELAY={}: records acknowledged in the last {} ms are lost when the process is"
                                + " killed; add ;WRITE_DELAY=0 to its address",
                        value,
                        value);
            }
            String version = single(connection, "SELECT H2VERSION()");
            if (version != null && version.startsWith("2.5.")) {
                LOG.warn(
                        "H2 2.5.x, and this is {}, was seen to lose records that it had acknowledged when the process is killed right"
                                + " after a large transaction; use H2 2.4.240",
                        version);
            }
        }
    }

    private static @Nullable String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** Settings of a store. Not thread-safe. */
    public static final class Builder {

        private static final int AUDIT_KEY_BYTES = 32;

        private final DataSource source;
        private Clock clock = Clock.systemUTC();
        private boolean syncToDisk;
        private @Nullable Boolean shared;
        private byte[] auditKey = new byte[AUDIT_KEY_BYTES];

        private Builder(DataSource source) {
            this.source = source;
            new SecureRandom().nextBytes(auditKey);
        }

        /** The clock that gives statements their time of storing; the system's, unless set. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * With H2, asks the disk at each commit to keep what was written, once for all that commit together; for PostgreSQL it
         * changes nothing, because the server does so itself.
         */
        public Builder syncToDisk() {
            syncToDisk = true;
            return this;
        }

        /**
         * Whether other stores, of this process or of others, may write statements into the same database, or delete some. Unless
         * set, that is taken to be so with PostgreSQL and not with H2. It decides how {@link StatementStore#consistentThrough()} is
         * found: in a shared database it can lie up to 30 seconds back while nobody writes, and the clocks of the writers must not
         * differ by more than 10. An H2 database that several stores write into or delete from must be opened so by each of them:
         * one that is not keeps the latest statements in memory, so the others do not find or delete those, and it goes on showing
         * what the others deleted until it writes again. Such a store writes more slowly.
         */
        public Builder shared(boolean value) {
            shared = value;
            return this;
        }

        /**
         * The key under which the audit of deletions hashes whose data it was; kept outside the database. Unless set it is a
         * random one, and after a restart nobody can tell whose data a record is about.
         *
         * @param key at least 16 bytes; copied
         * @throws IllegalArgumentException when it is shorter
         */
        public Builder auditKey(byte[] key) {
            if (key.length < 16) {
                throw new IllegalArgumentException("the audit's key has at least 16 bytes, not " + key.length);
            }
            auditKey = key.clone();
            return this;
        }

        /**
         * Opens the store.
         *
         * @throws SQLException see {@link JdbcRecordStore#open}
         */
        public JdbcRecordStore open() throws SQLException {
            Dialect dialect;
            try (Connection connection = source.getConnection()) {
                dialect = Dialect.of(connection);
                Schema.migrate(connection, dialect);
                warnOfLoss(connection, dialect);
            }
            return new JdbcRecordStore(this, new Database(source, dialect));
        }
    }
}
