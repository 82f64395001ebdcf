package io.xuemeng.core.xml;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What every XML document must keep before anyone looks at what it says. */
public enum XmlRequirement implements CodedRequirement {
    /** The document is well-formed, where no other requirement of this family names the fault. */
    WELL_FORMED("XML-001", Level.MUST, Severity.FATAL, "XML 1.0 (Fifth Edition), 2.1"),
    /** The document does not end before its root element does. */
    COMPLETE("XML-002", Level.MUST, Severity.FATAL, "XML 1.0 (Fifth Edition), 2.1"),
    /** Each end tag names the element that is open. */
    MATCHING_TAGS("XML-003", Level.MUST, Severity.FATAL, "XML 1.0 (Fifth Edition), 3, Element Type Match"),
    /** No attribute stands twice in one tag. */
    UNIQUE_ATTRIBUTES("XML-004", Level.MUST, Severity.FATAL, "XML 1.0 (Fifth Edition), 3.1, Unique Att Spec"),
    /** An ampersand begins one of the five predefined entities or a character reference. */
    DECLARED_ENTITIES("XML-005", Level.MUST, Severity.FATAL, "XML 1.0 (Fifth Edition), 4.1, Entity Declared"),
    /** Only characters that XML can hold. */
    LEGAL_CHARACTERS("XML-006", Level.MUST, Severity.FATAL, "XML 1.0 (Fifth Edition), 2.2"),
    /** Each namespace prefix is declared. */
    DECLARED_PREFIXES("XML-007", Level.MUST, Severity.FATAL, "Namespaces in XML 1.0 (Third Edition), 5"),
    /** No document type declaration. */
    NO_DOCTYPE("XML-008", Level.MUST, Severity.FATAL, PROFILE_DECISION),
    /** The bytes are valid in the encoding that the document has. */
    VALID_BYTES("XML-009", Level.MUST, Severity.ERROR, "XML 1.0 (Fifth Edition), 4.3.3"),
    /** The declared encoding is one that is known. */
    KNOWN_ENCODING("XML-010", Level.MUST, Severity.ERROR, "XML 1.0 (Fifth Edition), 4.3.3"),
    /** UTF-8 or UTF-16, the only encodings every processor reads. */
    UNICODE_ENCODING("XML-011", Level.SHOULD, Severity.WARNING, "XML 1.0 (Fifth Edition), 4.3.3"),
    /** A byte order mark in front of UTF-8 is legal, and needless. */
    NO_UTF8_BYTE_ORDER_MARK("XML-012", Level.MAY, Severity.INFO, PROFILE_DECISION),
    /** What is declared agrees with the byte order mark. */
    DECLARATION_AGREES("XML-013", Level.MUST, Severity.WARNING, "XML 1.0 (Fifth Edition), 4.3.3"),
    /** UTF-16 begins with a byte order mark. */
    UTF16_BYTE_ORDER_MARK("XML-014", Level.MUST, Severity.WARNING, "XML 1.0 (Fifth Edition), 4.3.3"),
    /** The size of a document. */
    DOCUMENT_SIZE("XML-015", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** How deep elements nest. */
    DEPTH("XML-016", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** How many attributes an element has. */
    ATTRIBUTE_COUNT("XML-017", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** How long one text, attribute value or name is. */
    TEXT_LENGTH("XML-018", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** No XInclude element; it is not followed. */
    NO_XINCLUDE("XML-019", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** No processing instruction; it is not followed. */
    NO_PROCESSING_INSTRUCTION("XML-020", Level.SHOULD, Severity.INFO, PROFILE_DECISION),
    /** Version 1.0, not 1.1. */
    VERSION("XML-021", Level.SHOULD, Severity.WARNING, "XML 1.1 (Second Edition), 1.3"),
    /** A document is in the encoding that it declares, also when its bytes are characters in both. */
    DECLARED_ENCODING("XML-022", Level.MUST, Severity.ERROR, "XML 1.0 (Fifth Edition), 4.3.3");

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> XmlRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    XmlRequirement(String id, Level level, Severity severity, String source) {
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
