package io.xuemeng.lrs.statement.validation;

/** What an agent or group is to a statement. */
public enum AgentRole {
    /** Who did it. */
    ACTOR,
    /** To whom it was done. */
    OBJECT,
    /** Who asserts it. */
    AUTHORITY,
    /** Who taught. */
    INSTRUCTOR,
    /** With whom. */
    TEAM,
    /** Related as a context agent (xAPI 2.0). */
    CONTEXT_AGENT,
    /** Related as a context group (xAPI 2.0). */
    CONTEXT_GROUP
}
