package io.xuemeng.lrs.statement.validation;

/** What an activity is to a statement. */
public enum ActivityRole {
    /** To what it was done. */
    OBJECT,
    /** What that is directly part of. */
    PARENT,
    /** What that is indirectly part of. */
    GROUPING,
    /** What the statement is classed by. */
    CATEGORY,
    /** Related otherwise. */
    OTHER
}
