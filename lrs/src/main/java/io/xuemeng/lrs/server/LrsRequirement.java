package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * What a request to an LRS must be, and with which status one that is not is refused. LRS-001 to LRS-009 are about requests as
 * such, LRS-010 to LRS-029 about parameters, LRS-030 to LRS-039 about statements, LRS-040 to LRS-049 about attachments, LRS-050 to
 * LRS-059 about signatures, LRS-060 to LRS-069 about documents, LRS-070 to LRS-079 about the alternate request syntax.
 */
public enum LrsRequirement implements CodedRequirement {
    /** There is no such resource. */
    RESOURCE("LRS-001", 404, Level.MUST, "xAPI 1.0.3, Communication 2.0; IEEE 9274.1.1-2023, 4.1"),
    /** The resource does not have this method. */
    METHOD("LRS-002", 405, Level.SHOULD, "RFC 9110, 9.1; xAPI 1.0.3, Communication 2.0; IEEE 9274.1.1-2023, 4.1"),
    /** Every request but those for {@code about} says which version it speaks. */
    VERSION_MISSING("LRS-003", 400, Level.MUST, "xAPI 1.0.3, Communication 3.3.s4.b1; IEEE 9274.1.1-2023, 4.1.7"),
    /** The version is one that the LRS speaks. */
    VERSION_UNSUPPORTED(
            "LRS-004", 400, Level.MUST, "xAPI 1.0.3, Communication 3.3.s3.b4-b7; IEEE 9274.1.1-2023, 4.1.7"),
    /** Credentials, and right ones. */
    CREDENTIALS("LRS-005", 401, Level.MUST, "xAPI 1.0.3, Communication 3.2.s2.b2; IEEE 9274.1.1-2023, 4.1.5"),
    /** The caller may do this. */
    PERMISSION("LRS-006", 403, Level.MUST, "xAPI 1.0.3, Communication 3.2.s3.b10; IEEE 9274.1.1-2023, 4.1.5"),
    /** Not more requests than allowed. */
    RATE("LRS-007", 429, Level.MUST, "xAPI 1.0.3, Communication 3.2.s3.b13; IEEE 9274.1.1-2023, 4.1.5"),
    /** Not more bytes than allowed. */
    SIZE("LRS-008", 413, Level.MUST, "xAPI 1.0.3, Communication 3.2.s3.b11; IEEE 9274.1.1-2023, 4.1.5"),
    /** A content coding that the LRS can undo. */
    CONTENT_ENCODING("LRS-009", 400, Level.MUST, CodedRequirement.PROFILE_DECISION),

    /** A parameter that the resource has. */
    PARAMETER_UNKNOWN("LRS-010", 400, Level.MUST, "xAPI 1.0.3, Communication 3.2.s3.b7; IEEE 9274.1.1-2023, 4.1.5"),
    /** Its name in the letters the standard gives it. */
    PARAMETER_CASE("LRS-011", 400, Level.MUST, "xAPI 1.0.3, Communication 3.2.s3.b8; IEEE 9274.1.1-2023, 4.1.5"),
    /** A required parameter is there. */
    PARAMETER_MISSING("LRS-012", 400, Level.MUST, "xAPI 1.0.3, Communication 3.2.s2.b1; IEEE 9274.1.1-2023, 4.1.6"),
    /** A parameter comes once. */
    PARAMETER_TWICE("LRS-013", 400, Level.MUST, CodedRequirement.PROFILE_DECISION),
    /** A UUID. */
    PARAMETER_UUID("LRS-014", 400, Level.MUST, "xAPI 1.0.3, Data 4.4; IEEE 9274.1.1-2023, 4.1.6"),
    /** An IRI with its scheme. */
    PARAMETER_IRI("LRS-015", 400, Level.MUST, "xAPI 1.0.3, Data 4.3; IEEE 9274.1.1-2023, 4.1.6"),
    /** A timestamp. */
    PARAMETER_TIMESTAMP("LRS-016", 400, Level.MUST, "xAPI 1.0.3, Data 4.5; IEEE 9274.1.1-2023, 4.1.6"),
    /** {@code true} or {@code false}. */
    PARAMETER_BOOLEAN("LRS-017", 400, Level.MUST, "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** A whole number that is not negative. */
    PARAMETER_LIMIT("LRS-018", 400, Level.MUST, "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** One of the three formats. */
    PARAMETER_FORMAT("LRS-019", 400, Level.MUST, "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** An agent, not a group. */
    PARAMETER_AGENT("LRS-020", 400, Level.MUST, "xAPI 1.0.3, Communication 2.4.s2, 2.6.s3; IEEE 9274.1.1-2023, 4.1.6"),
    /** An identified group, not an anonymous one. */
    PARAMETER_IDENTIFIED("LRS-021", 400, Level.MUST, "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** One of {@code statementId} and {@code voidedStatementId}. */
    BOTH_STATEMENT_IDS(
            "LRS-022", 400, Level.MUST, "xAPI 1.0.3, Communication 2.1.3.s2.b1; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Who asks for one statement filters nothing. */
    SINGLE_STATEMENT("LRS-023", 400, Level.MUST, "xAPI 1.0.3, Communication 2.1.3.s2.b2; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Who asks for one document asks for it whenever it was changed. */
    SINGLE_DOCUMENT("LRS-024", 400, Level.MUST, "IEEE 9274.1.1-2023, 4.1.6.2"),
    /** The address of a further page as the LRS gave it. */
    MORE("LRS-025", 400, Level.MUST, "xAPI 1.0.3, Data 2.5; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** A query that can be decoded. */
    QUERY("LRS-026", 400, Level.MUST, "xAPI 1.0.3, Communication 1.4; IEEE 9274.1.1-2023, 4.1.2"),

    /** Statements come as JSON or as multipart. */
    STATEMENT_CONTENT_TYPE("LRS-030", 400, Level.MUST, "xAPI 1.0.3, Communication 1.5.2.s2; IEEE 9274.1.1-2023, 4.1.3"),
    /** One statement in a PUT. */
    PUT_ONE("LRS-031", 400, Level.MUST, "xAPI 1.0.3, Communication 2.1.1; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** The statement's id is that of the request. */
    PUT_ID("LRS-032", 400, Level.MUST, "xAPI 1.0.3, Communication 2.1.1.s3.b3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** No other statement with that id. */
    STATEMENT_CONFLICT(
            "LRS-033", 409, Level.SHOULD, "xAPI 1.0.3, Communication 2.1.1.s2.b3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** There is such a statement. */
    STATEMENT_NOT_FOUND("LRS-034", 404, Level.MUST, "xAPI 1.0.3, Communication 3.2.s2.b4; IEEE 9274.1.1-2023, 4.1.5"),
    /** Not more agents and activities in one statement than a store indexes. */
    STATEMENT_MENTIONS("LRS-035", 413, Level.MUST, CodedRequirement.PROFILE_DECISION),

    /** The multipart's boundary is stated. */
    BOUNDARY(
            "LRS-040",
            400,
            Level.MUST,
            "xAPI 1.0.3, Communication 1.5.2.s2.b2; IEEE 9274.1.1-2023, 4.1.3; RFC 2046, 5.1.1"),
    /** The body is a multipart. */
    MULTIPART(
            "LRS-041",
            400,
            Level.MUST,
            "xAPI 1.0.3, Communication 1.5.2.s2.b2; IEEE 9274.1.1-2023, 4.1.3; RFC 2046, 5.1"),
    /** The statements come first, as JSON. */
    FIRST_PART("LRS-042", 400, Level.MUST, "xAPI 1.0.3, Communication 1.5.2.s2.b2.b1; IEEE 9274.1.1-2023, 4.1.3"),
    /** Each further part states its hash. */
    PART_HASH("LRS-043", 400, Level.MUST, "xAPI 1.0.3, Communication 1.5.2.s2.b2.b3; IEEE 9274.1.1-2023, 4.1.3"),
    /** The hash is that of the data. */
    PART_DATA("LRS-044", 400, Level.MUST, "xAPI 1.0.3, Communication 1.5.2.s1.b4; IEEE 9274.1.1-2023, 4.1.3"),
    /** A statement describes each part. */
    PART_UNDESCRIBED("LRS-045", 400, Level.MUST, "xAPI 1.0.3, Communication 1.5.2.s2.b2.b2; IEEE 9274.1.1-2023, 4.1.3"),
    /** The data comes as it is. */
    PART_ENCODING("LRS-046", 400, Level.MUST, "xAPI 1.0.3, Communication 1.5.2.s2.b2.b4; IEEE 9274.1.1-2023, 4.1.3"),
    /** Every attachment comes along or has an address. */
    ATTACHMENT_DATA("LRS-047", 400, Level.MUST, "xAPI 1.0.3, Communication 1.5.2.s3.b5; IEEE 9274.1.1-2023, 4.1.3"),
    /** Part and description say the same. */
    PART_CONTRADICTION(
            "LRS-048", 400, Level.MUST, "xAPI 1.0.3, Communication 1.5.2.s2.b2.b7; IEEE 9274.1.1-2023, 4.1.3"),

    /** The signature's data comes along. */
    SIGNATURE_DATA("LRS-050", 400, Level.MUST, "xAPI 1.0.3, Data 2.6.s4.b1; IEEE 9274.1.1-2023, 4.2.6"),
    /** It is a JWS in the compact form; its media type is a matter of REC-110. */
    SIGNATURE_FORM("LRS-052", 400, Level.MUST, "xAPI 1.0.3, Data 2.6.s4.b2; IEEE 9274.1.1-2023, 4.2.6"),
    /** Its algorithm is one of the standard's, or one that the platform allows beside them. */
    SIGNATURE_ALGORITHM("LRS-053", 400, Level.MUST, "xAPI 1.0.3, Data 2.6.s4.b4; IEEE 9274.1.1-2023, 4.2.6"),
    /** What it signs is a statement. */
    SIGNATURE_PAYLOAD(
            "LRS-054", 400, Level.MUST, "xAPI 1.0.3, Data 2.6.s4.b3, 2.6.s5.b3.b1; IEEE 9274.1.1-2023, 4.2.6"),
    /** What it signs is this statement. */
    SIGNATURE_STATEMENT("LRS-055", 400, Level.MUST, "xAPI 1.0.3, Data 2.6.s5.b3.b2; IEEE 9274.1.1-2023, 4.2.6"),
    /** It is the signature of the certificate that it names. */
    SIGNATURE_VALID("LRS-056", 400, Level.MUST, "xAPI 1.0.3, Data 2.6.s5.b3.b3; IEEE 9274.1.1-2023, 4.2.6"),
    /** It has a certificate that leads to an anchor of the platform's, where that has any. */
    SIGNATURE_TRUSTED("LRS-057", 400, Level.MUST, CodedRequirement.PROFILE_DECISION),

    /** There is such a document. */
    DOCUMENT_NOT_FOUND("LRS-060", 404, Level.MUST, "xAPI 1.0.3, Communication 3.2.s2.b4; IEEE 9274.1.1-2023, 4.1.5"),
    /** The document is as the request expects it. */
    PRECONDITION("LRS-061", 412, Level.MUST, "xAPI 1.0.3, Communication 3.1.s4.b9; IEEE 9274.1.1-2023, 4.1.4"),
    /** A PUT says what it replaces. */
    UNCONDITIONAL_PUT("LRS-062", 409, Level.MUST, "xAPI 1.0.3, Communication 3.1.s4.b13; IEEE 9274.1.1-2023, 4.1.4"),
    /** Objects in JSON are merged, and nothing else. */
    MERGE("LRS-063", 400, Level.MUST, "xAPI 1.0.3, Communication 2.2.s8.b1; IEEE 9274.1.1-2023, 4.1.6.2"),
    /** What is called JSON is JSON. */
    DOCUMENT_JSON("LRS-064", 400, Level.SHOULD, "xAPI 1.0.3, Communication 3.2.s3.b6"),
    /** A condition has the form of one. */
    ETAG_FORM("LRS-065", 400, Level.MUST, "RFC 9110, 13.1.1; xAPI 1.0.3, Communication 3.1; IEEE 9274.1.1-2023, 4.1.4"),
    /** In xAPI 1.0.3 a PUT of a profile that is not there yet says that it expects none. */
    PROFILE_CONDITION(
            "LRS-066", 400, Level.MUST, "xAPI 1.0.3, Communication 3.1.s3.b1; " + CodedRequirement.PROFILE_DECISION),

    /** The alternate request syntax is one of xAPI 1.0.3. */
    ALTERNATE_VERSION("LRS-070", 400, Level.MUST, "IEEE 9274.1.1-2023, 4.1.5"),
    /** It is a POST that names another method. */
    ALTERNATE_METHOD("LRS-071", 400, Level.MUST, "xAPI 1.0.3, Communication 1.3.s3.b1-b2"),
    /** It has no other query parameter. */
    ALTERNATE_QUERY("LRS-072", 400, Level.MUST, "xAPI 1.0.3, Communication 1.3.s3.b3"),
    /** Its body is a form. */
    ALTERNATE_FORM("LRS-073", 400, Level.SHOULD, "xAPI 1.0.3, Communication 1.3.s3.b9; 3.2.s3.b6"),
    /** What it sends stands under {@code content}. */
    ALTERNATE_CONTENT("LRS-074", 400, Level.MUST, "xAPI 1.0.3, Communication 1.3.s3.b4"),

    /** The platform works. */
    INTERNAL("LRS-090", 500, Level.MUST, "xAPI 1.0.3, Communication 3.2.s2.b9; IEEE 9274.1.1-2023, 4.1.5"),
    /** A browser's page comes from an origin that the platform allows. */
    ORIGIN("LRS-091", 403, Level.MUST, CodedRequirement.PROFILE_DECISION);

    private final Rule rule;
    private final int status;

    LrsRequirement(String id, int status, Level level, String source) {
        this.rule = new Rule(id, level, Severity.ERROR, source);
        this.status = status;
    }

    /** The HTTP status with which a request that breaks it is refused. */
    public int status() {
        return status;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return Texts.BUNDLE;
    }

    /** Loaded when the first text is asked for. */
    private static final class Texts {
        private static final MessageBundle BUNDLE =
                MessageBundle.load("messages", LrsRequirement.class::getResourceAsStream);
    }
}
