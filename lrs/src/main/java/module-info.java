/** Learner records (xAPI 1.0.3 and 2.0): statements, and how they are built, read, validated, compared and shown. */
module io.xuemeng.lrs {
    requires transitive io.xuemeng.core;
    requires static org.jspecify;

    exports io.xuemeng.lrs.statement;
    exports io.xuemeng.lrs.statement.format;
    exports io.xuemeng.lrs.statement.requirement;
    exports io.xuemeng.lrs.statement.validation;

    // A validation provider reads the constrained fields of the records.
    opens io.xuemeng.lrs.statement;
}
