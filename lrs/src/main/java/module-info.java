/**
 * Learner records (xAPI 1.0.3 and 2.0): statements, and how they are built, read, validated, compared and shown; an engine that
 * stores and serves them, and the stores it can use.
 */
module io.xuemeng.lrs {
    requires transitive io.xuemeng.core;
    requires transitive java.sql;
    requires transitive java.net.http;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.xuemeng.lrs.client;
    exports io.xuemeng.lrs.server;
    exports io.xuemeng.lrs.statement;
    exports io.xuemeng.lrs.statement.format;
    exports io.xuemeng.lrs.statement.requirement;
    exports io.xuemeng.lrs.statement.validation;
    exports io.xuemeng.lrs.store;
    exports io.xuemeng.lrs.store.jdbc;

    // A validation provider reads the constrained fields of the records.
    opens io.xuemeng.lrs.statement;
}
