package io.xuemeng.core.json;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What every JSON document must keep before anyone looks at what it says. */
public enum JsonRequirement implements CodedRequirement {
    /** The grammar of JSON, where no other requirement of this family names the fault. */
    WELL_FORMED("JSON-001", Level.MUST, Severity.FATAL, "RFC 8259, 2"),
    /** The document does not end before its value does. */
    COMPLETE("JSON-002", Level.MUST, Severity.FATAL, "RFC 8259, 2"),
    /** UTF-8, and well-formed. */
    UTF8("JSON-003", Level.MUST, Severity.FATAL, "RFC 8259, 8.1"),
    /** No byte order mark. */
    NO_BYTE_ORDER_MARK("JSON-004", Level.MUST, Severity.WARNING, "RFC 8259, 8.1"),
    /** No name twice in one object. */
    UNIQUE_NAMES("JSON-005", Level.MUST, Severity.ERROR, "RFC 7493, 2.3"),
    /** Nothing after the document's one value. */
    ONE_VALUE("JSON-006", Level.MUST, Severity.FATAL, "RFC 8259, 2"),
    /** No comment. */
    NO_COMMENT("JSON-007", Level.MUST, Severity.FATAL, "RFC 8259, 2"),
    /** Names and strings in double quotes. */
    DOUBLE_QUOTES("JSON-008", Level.MUST, Severity.FATAL, "RFC 8259, 7"),
    /** No comma after the last element or member. */
    NO_TRAILING_COMMA("JSON-009", Level.MUST, Severity.FATAL, "RFC 8259, 4"),
    /** The form of numbers. */
    NUMBER_FORM("JSON-010", Level.MUST, Severity.FATAL, "RFC 8259, 6"),
    /** No NaN, no infinity. */
    FINITE_NUMBERS("JSON-011", Level.MUST, Severity.FATAL, "RFC 8259, 6"),
    /** Control characters escaped, and only the escapes that JSON has. */
    STRING_FORM("JSON-012", Level.MUST, Severity.FATAL, "RFC 8259, 7"),
    /** Surrogates only in pairs. In a name, half a pair is FATAL. */
    PAIRED_SURROGATES("JSON-013", Level.MUST, Severity.ERROR, "RFC 7493, 2.1"),
    /** The size of a document. */
    DOCUMENT_SIZE("JSON-014", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** How deep values nest. */
    DEPTH("JSON-015", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** How long a string or a name is. */
    TEXT_LENGTH("JSON-016", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** How long a number is, and how large its exponent. */
    NUMBER_SIZE("JSON-017", Level.MUST, Severity.ERROR, PROFILE_DECISION);

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> JsonRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    JsonRequirement(String id, Level level, Severity severity, String source) {
        this.rule = new Rule(id, level, severity, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return MESSAGES;
    }
}
