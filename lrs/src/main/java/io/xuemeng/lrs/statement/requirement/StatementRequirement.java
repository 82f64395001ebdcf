package io.xuemeng.lrs.statement.requirement;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;
import java.util.Set;

/**
 * What a statement must be, in xAPI 1.0.3, in xAPI 2.0, or in both ({@link #editions()}). REC-001 to REC-009 are about JSON,
 * REC-010 to REC-029 about the statement, REC-030 to REC-044 about agents and groups, REC-045 to REC-059 about verbs and
 * objects, REC-060 to REC-069 about interactions, REC-070 to REC-079 about results, REC-080 to REC-099 about contexts, REC-100
 * to REC-114 about attachments, REC-115 to REC-119 about maps, REC-120 to REC-129 about batches.
 */
public enum StatementRequirement implements CodedRequirement {
    /** A document holds one statement, or an array of statements. */
    NOT_A_STATEMENT(
            "REC-001",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4; Communication 2.1.2; IEEE 9274.1.1-2023, 4.1.6.1; 4.2.2",
            Edition.BOTH),
    /** Only properties that the standard allows in this place. */
    UNKNOWN_PROPERTY(
            "REC-002",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s4.b1.b7; IEEE 9274.1.1-2023, 4.2.1",
            Edition.BOTH),
    /** Properties are written with the capital letters they have. */
    PROPERTY_CASE(
            "REC-003",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s4.b1.b5; IEEE 9274.1.1-2023, 4.2.1",
            Edition.BOTH),
    /** No null, except inside extensions. */
    NULL_VALUE(
            "REC-004",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s4.b1.b1; IEEE 9274.1.1-2023, 4.2.1",
            Edition.BOTH),
    /** A value has the type that the table gives it. */
    WRONG_TYPE("REC-005", Level.MUST, Severity.ERROR, "xAPI 1.0.3, Data 2.4; IEEE 9274.1.1-2023, 4.2.1", Edition.BOTH),
    /** No string where a number is wanted, even if it holds one. */
    NUMBER_AS_STRING(
            "REC-006",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s4.b1.b2; IEEE 9274.1.1-2023, 4.2.1",
            Edition.BOTH),
    /** No string where true or false is wanted, even if it holds one. */
    BOOLEAN_AS_STRING(
            "REC-007",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s4.b1.b3; IEEE 9274.1.1-2023, 4.2.1",
            Edition.BOTH),
    /** No property has an empty object for its value. */
    EMPTY_OBJECT("REC-008", Level.SHOULD, Severity.WARNING, "xAPI 1.0.3, Data 2.2.s2.b1", Edition.V1_0),
    /** A statement has an actor. */
    ACTOR_MISSING(
            "REC-010",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s2.b3; Data 2.4.4.3.s8.b2; IEEE 9274.1.1-2023, 4.2.2",
            Edition.BOTH),
    /** A statement has a verb. */
    VERB_MISSING(
            "REC-011",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s2.b3; Data 2.4.4.3.s8.b2; IEEE 9274.1.1-2023, 4.2.2",
            Edition.BOTH),
    /** A statement has an object. */
    OBJECT_MISSING(
            "REC-012",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s2.b3; Data 2.4.4.3.s8.b2; IEEE 9274.1.1-2023, 4.2.2",
            Edition.BOTH),
    /** A statement's id is a UUID. */
    STATEMENT_ID_UUID(
            "REC-013",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.1; Data 4.4; IEEE 9274.1.1-2023, 4.2.2; 4.2.7",
            Edition.BOTH),
    /** A timestamp is a date and a time of ISO 8601. */
    TIMESTAMP_FORM(
            "REC-014",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 4.5.s1.b1; IEEE 9274.1.1-2023, 4.2.2; 4.2.7",
            Edition.BOTH),
    /** The offset zero of a timestamp has a plus. */
    TIMESTAMP_MINUS_ZERO(
            "REC-015",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 4.5.s1.b1 (ISO 8601:2004, 4.2.5.1); IEEE 9274.1.1-2023, 4.2.7",
            Edition.BOTH),
    /** A timestamp keeps to RFC 3339, which has an offset. */
    TIMESTAMP_RFC_3339(
            "REC-016",
            Level.SHOULD,
            Severity.WARNING,
            "xAPI 1.0.3, Data 4.5.s1.b2; Data 4.5.s1.b4; IEEE 9274.1.1-2023, 4.2.7",
            Edition.BOTH),
    /** The version of a statement of xAPI 1.0.3 begins with 1.0. */
    VERSION_1_0("REC-020", Level.MUST, Severity.ERROR, "xAPI 1.0.3, Data 2.4.10.s3.b2", Edition.V1_0),
    /** The version of a statement is a version number, and not one of a version before 2.0 other than 1.0. */
    VERSION_FORM(
            "REC-021",
            Level.MUST,
            Severity.ERROR,
            "IEEE 9274.1.1-2023, 4.2.2, 4.2.4.2; " + CodedRequirement.PROFILE_DECISION,
            Edition.V2_0),
    /** The version of a statement of xAPI 2.0 is 2.0.x. */
    VERSION_2_0("REC-022", Level.SHOULD, Severity.WARNING, "IEEE 9274.1.1-2023, 4.1.7; 4.2.4.2", Edition.V2_0),
    /** An authority that is a group is anonymous and has two agents. */
    AUTHORITY_GROUP(
            "REC-024",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.9.s3.b1; xAPI 2.0: " + CodedRequirement.PROFILE_DECISION,
            Edition.BOTH),
    /** An agent has an identifier. */
    IDENTIFIER_MISSING(
            "REC-030",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.1.s2.b1; IEEE 9274.1.1-2023, 4.2.2.1",
            Edition.BOTH),
    /** An agent or group has one identifier. */
    IDENTIFIER_TWICE(
            "REC-031",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.1.s2.b2; Data 2.4.2.2.s5.b1; IEEE 9274.1.1-2023, 4.2.2.1; 4.2.4.2",
            Edition.BOTH),
    /** The type of an actor is Agent or Group. */
    ACTOR_TYPE(
            "REC-032",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2; Data 2.2.s4.b1.b6; IEEE 9274.1.1-2023, 4.2.2.1; 4.2.1",
            Edition.BOTH),
    /** An mbox is mailto: and an e-mail address. */
    MBOX_FORM(
            "REC-033",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.3; Data 2.2.s4.b1.b4; IEEE 9274.1.1-2023, 4.2.2.1; 4.2.1",
            Edition.BOTH),
    /** An mbox_sha1sum is a SHA-1 hash in hexadecimal digits. */
    SHA1_FORM(
            "REC-034",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.3; IEEE 9274.1.1-2023, 4.2.2.1",
            Edition.BOTH),
    /** An openid is a URI. */
    OPENID_FORM(
            "REC-035",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.3; IEEE 9274.1.1-2023, 4.2.2.1",
            Edition.BOTH),
    /** An account's homePage is an IRL. */
    HOME_PAGE_FORM(
            "REC-036",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.4; Data 2.2.s4.b1.b8; IEEE 9274.1.1-2023, 4.2.2.1; 4.2.1",
            Edition.BOTH),
    /** An account has a homePage. */
    HOME_PAGE_MISSING(
            "REC-037",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.4; IEEE 9274.1.1-2023, 4.2.2.1",
            Edition.BOTH),
    /** An account has a name. */
    ACCOUNT_NAME_MISSING(
            "REC-038",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.4; IEEE 9274.1.1-2023, 4.2.2.1",
            Edition.BOTH),
    /** An anonymous group lists its members. */
    MEMBERS_MISSING(
            "REC-040",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.2.s4.b1; IEEE 9274.1.1-2023, 4.2.2.1",
            Edition.BOTH),
    /** No group is a member of a group. */
    GROUP_IN_GROUP(
            "REC-041",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.2.2.s4.b2; Data 2.4.2.2.s5.b2; IEEE 9274.1.1-2023, 4.2.4.2",
            Edition.BOTH),
    /** A verb has an id. */
    VERB_ID_MISSING(
            "REC-045", Level.MUST, Severity.ERROR, "xAPI 1.0.3, Data 2.4.3; IEEE 9274.1.1-2023, 4.2.2.2", Edition.BOTH),
    /** A verb's id is an IRI. */
    VERB_ID_IRI(
            "REC-046",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.3; Data 2.2.s4.b1.b8; IEEE 9274.1.1-2023, 4.2.2.2; 4.2.1",
            Edition.BOTH),
    /** A statement that voids has a statement reference for its object. */
    VOIDING_TARGET(
            "REC-047",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.3.2.s2.b1; IEEE 9274.1.1-2023, 4.2.5",
            Edition.BOTH),
    /** The objectType of an activity is Activity. */
    ACTIVITY_TYPE_NAME(
            "REC-049",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1; Data 2.2.s4.b1.b6; IEEE 9274.1.1-2023, 4.2.2.3; 4.2.1",
            Edition.BOTH),
    /** The type of an object is one of five. */
    OBJECT_TYPE(
            "REC-050",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.s2; Data 2.2.s4.b1.b6; IEEE 9274.1.1-2023, 4.2.2.3; 4.2.1",
            Edition.BOTH),
    /** An activity has an id. */
    ACTIVITY_ID_MISSING(
            "REC-051",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1; IEEE 9274.1.1-2023, 4.2.2.3",
            Edition.BOTH),
    /** An activity's id is an IRI. */
    ACTIVITY_ID_IRI(
            "REC-052",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1; Data 2.2.s4.b1.b8; IEEE 9274.1.1-2023, 4.2.2.3; 4.2.1",
            Edition.BOTH),
    /** An activity's type is an IRI. */
    ACTIVITY_TYPE_IRI(
            "REC-053",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1; Data 2.2.s4.b1.b8; IEEE 9274.1.1-2023, 4.2.2.3; 4.2.1",
            Edition.BOTH),
    /** An activity's moreInfo is an IRL. */
    MORE_INFO_IRL(
            "REC-054",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1; Data 2.2.s4.b1.b8; IEEE 9274.1.1-2023, 4.2.2.3; 4.2.1",
            Edition.BOTH),
    /** A statement reference has an id. */
    REFERENCE_ID_MISSING(
            "REC-055",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.3.s4.b2; IEEE 9274.1.1-2023, 4.2.2.3",
            Edition.BOTH),
    /** A statement reference's id is a UUID. */
    REFERENCE_ID_UUID(
            "REC-056",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.3.s4.b2; Data 4.4; IEEE 9274.1.1-2023, 4.2.2.3; 4.2.7",
            Edition.BOTH),
    /** A sub-statement holds no sub-statement. */
    NESTED_SUB_STATEMENT(
            "REC-057",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.3.s8.b4; IEEE 9274.1.1-2023, 4.2.4.2",
            Edition.BOTH),
    /** A sub-statement has no id, stored, version or authority. */
    SUB_STATEMENT_PROPERTY(
            "REC-058",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.3.s8.b3; IEEE 9274.1.1-2023, 4.2.2.3",
            Edition.BOTH),
    /** An interaction has an interactionType. */
    INTERACTION_TYPE_MISSING(
            "REC-060",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1.s13.b1; IEEE 9274.1.1-2023, 4.2.4.2",
            Edition.BOTH),
    /** An interactionType is one of ten. */
    INTERACTION_TYPE(
            "REC-061",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1.s13.b1; Data 2.2.s4.b1.b6; IEEE 9274.1.1-2023, 4.2.4.2; 4.2.1",
            Edition.BOTH),
    /** An interaction has only the lists of components that its type supports. */
    COMPONENT_LIST(
            "REC-062",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1.s15; Data 2.4.4.1.s13.b3; IEEE 9274.1.1-2023, 4.2.2.3; 4.2.4.2",
            Edition.BOTH),
    /** An interaction component has an id. */
    COMPONENT_ID_MISSING(
            "REC-063",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1.s15; IEEE 9274.1.1-2023, 4.2.2.3",
            Edition.BOTH),
    /** Within a list of components all ids differ. */
    COMPONENT_ID_TWICE(
            "REC-064",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.4.1.s16.b1; IEEE 9274.1.1-2023, 4.2.2.3",
            Edition.BOTH),
    /** An interaction component's id has no white space. */
    COMPONENT_ID_SPACE(
            "REC-065",
            Level.SHOULD,
            Severity.WARNING,
            "xAPI 1.0.3, Data 2.4.4.1.s16.b2; IEEE 9274.1.1-2023, 4.2.4.2",
            Edition.BOTH),
    /** A pattern of correct responses has the form of its type. */
    RESPONSE_PATTERN(
            "REC-066",
            Level.MAY,
            Severity.WARNING,
            "xAPI 1.0.3, Data 2.4.4.1.s10; IEEE 9274.1.1-2023, 4.2.2.3",
            Edition.BOTH),
    /** An interaction has the activity type of interactions. */
    INTERACTION_ACTIVITY_TYPE("REC-067", Level.SHOULD, Severity.INFO, "xAPI 1.0.3, Data 2.4.4.1.s13.b2", Edition.V1_0),
    /** A scaled score lies between -1 and 1. */
    SCALED_RANGE(
            "REC-070",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.5.1; IEEE 9274.1.1-2023, 4.2.2.4",
            Edition.BOTH),
    /** A raw score lies between min and max. */
    RAW_RANGE(
            "REC-071",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.5.1; IEEE 9274.1.1-2023, 4.2.2.4",
            Edition.BOTH),
    /** The lowest possible score is less than the highest. */
    MIN_MAX(
            "REC-072",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.5.1; IEEE 9274.1.1-2023, 4.2.2.4",
            Edition.BOTH),
    /** A duration is one of ISO 8601, with designators. */
    DURATION_FORM(
            "REC-073",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 4.6.s1.b1; IEEE 9274.1.1-2023, 4.2.7",
            Edition.BOTH),
    /** A registration is a UUID. */
    REGISTRATION_UUID(
            "REC-080",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.6; Data 4.4; IEEE 9274.1.1-2023, 4.2.2.5; 4.2.7",
            Edition.BOTH),
    /** A revision stands only where the object is an activity. */
    REVISION_OBJECT(
            "REC-081",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.6.s4.b1; xAPI 2.0: " + CodedRequirement.PROFILE_DECISION,
            Edition.BOTH),
    /** A platform stands only where the object is an activity. */
    PLATFORM_OBJECT(
            "REC-082",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.6.s4.b2; xAPI 2.0: " + CodedRequirement.PROFILE_DECISION,
            Edition.BOTH),
    /** A context's language is a language tag. */
    CONTEXT_LANGUAGE(
            "REC-083", Level.MUST, Severity.ERROR, "xAPI 1.0.3, Data 2.4.6; IEEE 9274.1.1-2023, 4.2.2.5", Edition.BOTH),
    /** A team is a group. */
    TEAM_GROUP(
            "REC-084", Level.MUST, Severity.ERROR, "xAPI 1.0.3, Data 2.4.6; IEEE 9274.1.1-2023, 4.2.2.5", Edition.BOTH),
    /** Context activities stand under parent, grouping, category or other. */
    CONTEXT_ACTIVITIES_KEY(
            "REC-085",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.6.2.s4.b1; IEEE 9274.1.1-2023, 4.2.2.5",
            Edition.BOTH),
    /** A context activity is an activity, or an array of them. */
    CONTEXT_ACTIVITIES_VALUE(
            "REC-086",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.6.2.s4.b2; IEEE 9274.1.1-2023, 4.2.2.5",
            Edition.BOTH),
    /** A statement in a context is a statement reference. */
    CONTEXT_STATEMENT_TYPE(
            "REC-087",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.6; Data 2.4.4.3.s4.b1; IEEE 9274.1.1-2023, 4.2.2.5; 4.2.2.3",
            Edition.BOTH),
    /** A context agent's objectType is contextAgent. */
    CONTEXT_AGENT_TYPE("REC-088", Level.MUST, Severity.ERROR, "IEEE 9274.1.1-2023, 4.2.2.5", Edition.V2_0),
    /** A context agent has an agent. */
    CONTEXT_AGENT_AGENT("REC-089", Level.MUST, Severity.ERROR, "IEEE 9274.1.1-2023, 4.2.2.5", Edition.V2_0),
    /** A context group's objectType is contextGroup. */
    CONTEXT_GROUP_TYPE("REC-090", Level.MUST, Severity.ERROR, "IEEE 9274.1.1-2023, 4.2.2.5", Edition.V2_0),
    /** A context group has a group. */
    CONTEXT_GROUP_GROUP("REC-091", Level.MUST, Severity.ERROR, "IEEE 9274.1.1-2023, 4.2.2.5", Edition.V2_0),
    /** Relevant types are at least one. */
    RELEVANT_TYPES_EMPTY("REC-092", Level.MUST, Severity.ERROR, "IEEE 9274.1.1-2023, 4.2.2.5", Edition.V2_0),
    /** A relevant type is an IRI. */
    RELEVANT_TYPE_IRI("REC-093", Level.MUST, Severity.ERROR, "IEEE 9274.1.1-2023, 4.2.2.5", Edition.V2_0),
    /** An attachment has a usageType. */
    USAGE_TYPE_MISSING(
            "REC-100",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; IEEE 9274.1.1-2023, 4.2.2.6",
            Edition.BOTH),
    /** An attachment's usageType is an IRI. */
    USAGE_TYPE_IRI(
            "REC-101",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; Data 2.2.s4.b1.b8; IEEE 9274.1.1-2023, 4.2.2.6; 4.2.1",
            Edition.BOTH),
    /** An attachment has a display. */
    ATTACHMENT_DISPLAY_MISSING(
            "REC-102",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; IEEE 9274.1.1-2023, 4.2.2.6",
            Edition.BOTH),
    /** An attachment has a contentType. */
    CONTENT_TYPE_MISSING(
            "REC-103",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; IEEE 9274.1.1-2023, 4.2.2.6",
            Edition.BOTH),
    /** An attachment's contentType is an Internet media type. */
    CONTENT_TYPE_FORM(
            "REC-104",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; IEEE 9274.1.1-2023, 4.2.2.6",
            Edition.BOTH),
    /** An attachment has a length. */
    LENGTH_MISSING(
            "REC-105",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; IEEE 9274.1.1-2023, 4.2.2.6",
            Edition.BOTH),
    /** An attachment's length is a number of octets. */
    LENGTH_FORM(
            "REC-106",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; IEEE 9274.1.1-2023, 4.2.2.6",
            Edition.BOTH),
    /** An attachment has a sha2. */
    SHA2_MISSING(
            "REC-107",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; IEEE 9274.1.1-2023, 4.2.2.6",
            Edition.BOTH),
    /** An attachment's sha2 is a SHA-2 hash in hexadecimal digits. */
    SHA2_FORM(
            "REC-108",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; IEEE 9274.1.1-2023, 4.2.2.6",
            Edition.BOTH),
    /** An attachment's fileUrl is an IRL. */
    FILE_URL_IRL(
            "REC-109",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.4.11; Data 2.2.s4.b1.b8; IEEE 9274.1.1-2023, 4.2.2.6; 4.2.1",
            Edition.BOTH),
    /** A signature's contentType is application/octet-stream. */
    SIGNATURE_CONTENT_TYPE(
            "REC-110",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.6.s4.b1; IEEE 9274.1.1-2023, 4.2.6",
            Edition.BOTH),
    /** The keys of a language map are language tags. */
    LANGUAGE_TAG(
            "REC-115",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 2.2.s4.b2; Data 4.2; IEEE 9274.1.1-2023, 4.2.7",
            Edition.BOTH),
    /** The keys of extensions are IRIs. */
    EXTENSION_KEY_IRI(
            "REC-118",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Data 4.1.s3.b1; IEEE 9274.1.1-2023, 4.2.7",
            Edition.BOTH),
    /** No two statements of a batch have one id. */
    BATCH_ID_TWICE(
            "REC-120",
            Level.MUST,
            Severity.ERROR,
            "xAPI 1.0.3, Communication 2.1.2; IEEE 9274.1.1-2023, 4.1.6.1",
            Edition.BOTH);

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> StatementRequirement.class.getResourceAsStream(name));

    private final Rule rule;
    private final Set<String> editions;

    /** Sets of the editions that requirements apply to. */
    private static final class Edition {

        private static final Set<String> V1_0 = Set.of("xAPI 1.0.3");
        private static final Set<String> V2_0 = Set.of("xAPI 2.0");
        private static final Set<String> BOTH = Set.of("xAPI 1.0.3", "xAPI 2.0");

        private Edition() {}
    }

    StatementRequirement(String id, Level level, Severity severity, String source, Set<String> editions) {
        this.rule = new Rule(id, level, severity, source);
        this.editions = editions;
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public Set<String> editions() {
        return editions;
    }

    @Override
    public MessageBundle texts() {
        return MESSAGES;
    }
}
