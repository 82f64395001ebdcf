package io.xuemeng.resource.requirement;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * What a metadata record must be, whatever profile it follows. META-001 to META-039 are about XML, META-040 to META-059
 * about JSON, META-100 to META-199 about values.
 */
public enum MetadataRequirement implements CodedRequirement {
    /** Each element is one of the LOM's or of its additions. */
    UNKNOWN_ELEMENT("META-001", Level.SHOULD, Severity.WARNING, PROFILE_DECISION, true),
    /** An element in the LOM's namespace is one that the LOM has there. */
    ELEMENT_NOT_IN_LOM("META-002", Level.MUST, Severity.WARNING, "IEEE 1484.12.1-2002, 6 (Base Schema)"),
    /** Each attribute is one of the LOM's. */
    UNKNOWN_ATTRIBUTE("META-003", Level.SHOULD, Severity.WARNING, PROFILE_DECISION, true),
    /** What may occur once occurs once. */
    ELEMENT_REPEATED("META-004", Level.MUST, Severity.ERROR, "IEEE 1484.12.1-2002, 6 (Base Schema), size 1"),
    /** Elements that hold elements hold no text beside them. */
    TEXT_BETWEEN_ELEMENTS("META-005", Level.MUST, Severity.WARNING, "IEEE 1484.12.1-2002, 5.1; JY/T 0607-2017"),
    /** Elements that hold text hold no elements. */
    ELEMENT_WITHIN_TEXT("META-006", Level.MUST, Severity.WARNING, "IEEE 1484.12.1-2002, 5.1"),
    /** Each element is in the namespace it belongs to. */
    ELEMENT_NAMESPACE("META-007", Level.MUST, Severity.WARNING, "IEEE 1484.12.3-2005; Namespaces in XML 1.0, 2.1"),
    /** Names are written with the capital letters they have. */
    ELEMENT_NAME_CASE("META-008", Level.MUST, Severity.WARNING, "IEEE 1484.12.3-2005; XML 1.0 (Fifth Edition), 1.2"),
    /** The root is a record. */
    ROOT_NOT_LOM("META-009", Level.MUST, Severity.FATAL, "IEEE 1484.12.3-2005"),
    /** The record's namespace is one of the LOM's. */
    ROOT_NAMESPACE("META-010", Level.MUST, Severity.WARNING, "IEEE 1484.12.3-2005"),
    /** The record is written in the spelling of the standard. */
    OLD_SPELLING("META-011", Level.SHOULD, Severity.INFO, PROFILE_DECISION),
    /** A record keeps to one spelling. */
    MIXED_SPELLING("META-012", Level.MUST, Severity.WARNING, "IEEE 1484.12.3-2005; IMS LRM 1.2.1, XML Binding"),
    /** What a record carries beyond the LOM is not larger than a document may be. */
    EXTENSIONS_TOO_LARGE("META-013", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A record has no more elements than can be kept. */
    RECORD_SIZE("META-014", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** Each property of the JSON form is one the form defines, or is named by an IRI. */
    JSON_PROPERTY_UNKNOWN("META-040", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A value of the JSON form is not null. */
    JSON_NULL("META-041", Level.MUST, Severity.WARNING, PROFILE_DECISION),
    /** A text of the JSON form is a string. */
    JSON_NOT_STRING("META-042", Level.MUST, Severity.WARNING, PROFILE_DECISION),
    /** A value of the JSON form has a type from which it can be read. */
    JSON_TYPE("META-043", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** What may occur several times is an array. */
    JSON_NOT_ARRAY("META-044", Level.MUST, Severity.WARNING, PROFILE_DECISION),
    /** What occurs once is no array. */
    JSON_NOT_SINGLE("META-045", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A value that has parts is an object with those parts. */
    JSON_NOT_OBJECT("META-046", Level.MUST, Severity.WARNING, PROFILE_DECISION),
    /** A text in a language has the text. */
    JSON_TEXT_MISSING("META-047", Level.MUST, Severity.WARNING, PROFILE_DECISION),
    /** A document in the JSON form is one object. */
    JSON_NOT_RECORD("META-048", Level.MUST, Severity.FATAL, PROFILE_DECISION),
    /** A record in the JSON form has no more values than can be kept. */
    JSON_RECORD_SIZE("META-049", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A document of the national platform is an object, or an array of them. */
    NATIONAL_NOT_DOCUMENTS("META-050", Level.MUST, Severity.FATAL, PROFILE_DECISION),
    /** Each item of a list of the national platform's documents is an object. */
    NATIONAL_NOT_DOCUMENT("META-051", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A property of the national platform has the type it has there. */
    NATIONAL_TYPE("META-052", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A title of the national platform is the same wherever the document gives it. */
    NATIONAL_TITLES_DIFFER("META-053", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A tag of the national platform has a dimension and a name. */
    NATIONAL_TAG_INCOMPLETE("META-054", Level.MUST, Severity.WARNING, PROFILE_DECISION),
    /** A time of the national platform is written as it writes times. */
    NATIONAL_TIME("META-055", Level.MUST, Severity.WARNING, PROFILE_DECISION),
    /** A document of the national platform has one subject, one edition and one volume. */
    NATIONAL_TAG_TWICE("META-056", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A language tag is written with a hyphen, not with an underscore. */
    LANGUAGE_TAG_UNDERSCORE("META-101", Level.MUST, Severity.WARNING, "BCP 47 (RFC 5646), 2.1; LOM 1.3"),
    /** A language tag is well-formed. */
    LANGUAGE_TAG_MALFORMED("META-102", Level.MUST, Severity.ERROR, "BCP 47 (RFC 5646), 2.1; LOM 1.3"),
    /** A date or time keeps to what the LOM allows of ISO 8601: a time zone follows a fraction of a second. */
    DATE_TIME_OUTSIDE_LOM("META-103", Level.MUST, Severity.WARNING, "IEEE 1484.12.1-2002, 8 (DateTime)"),
    /** A date or point in time is written as ISO 8601 has it, and exists. */
    DATE_TIME_MALFORMED("META-104", Level.MUST, Severity.ERROR, "IEEE 1484.12.1-2002, 8 (DateTime); GB/T 7408"),
    /** A duration is written as ISO 8601 has it. */
    DURATION_MALFORMED("META-105", Level.MUST, Severity.ERROR, "IEEE 1484.12.1-2002, 9 (Duration); GB/T 7408"),
    /** An address is an IRI. */
    ADDRESS_NOT_IRI("META-106", Level.MUST, Severity.WARNING, "LOM 4.3; RFC 3987, 2.2"),
    /** A size is a number of bytes. */
    SIZE_NOT_DIGITS("META-107", Level.SHOULD, Severity.WARNING, "LOM 4.2"),
    /** A format is a MIME type. */
    FORMAT_NOT_MEDIA_TYPE("META-108", Level.MUST, Severity.WARNING, "LOM 4.1; RFC 6838, 4.2"),
    /** A value stands in the vocabulary that it names. */
    VOCABULARY_VALUE_UNKNOWN("META-109", Level.MUST, Severity.ERROR, "IEEE 1484.12.1-2002, 5.3 (Vocabulary)"),
    /** A value is spelt as its vocabulary spells it. */
    VOCABULARY_VALUE_SPELLING("META-110", Level.MUST, Severity.WARNING, "IEEE 1484.12.1-2002, 5.3 (Vocabulary)", true),
    /** The vocabulary is one that can be checked. */
    VOCABULARY_SOURCE_UNKNOWN("META-111", Level.MAY, Severity.INFO, PROFILE_DECISION),
    /** A value names its vocabulary. */
    VOCABULARY_SOURCE_MISSING("META-112", Level.MUST, Severity.INFO, "IEEE 1484.12.1-2002, 5.3 (Vocabulary)"),
    /** A vocabulary element has a value. */
    VOCABULARY_VALUE_MISSING("META-113", Level.MUST, Severity.WARNING, "IEEE 1484.12.1-2002, 5.3 (Vocabulary)"),
    /** The vocabulary is meant for the element. */
    VOCABULARY_NOT_OF_ELEMENT("META-114", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A value stands in the list as far as the list is known. */
    VOCABULARY_VALUE_NOT_LISTED("META-115", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A duration keeps to what the LOM allows of ISO 8601. */
    DURATION_OUTSIDE_LOM("META-116", Level.MUST, Severity.WARNING, "IEEE 1484.12.1-2002, 9 (Duration)"),
    /** A contributor is a vCard. */
    ENTITY_NOT_VCARD("META-120", Level.MUST, Severity.WARNING, "LOM 2.3.2; RFC 2426"),
    /** Each line of a vCard is a property. */
    VCARD_MALFORMED_LINE("META-121", Level.MUST, Severity.ERROR, "RFC 2426, 4"),
    /** A vCard states its version. */
    VCARD_WITHOUT_VERSION("META-122", Level.MUST, Severity.WARNING, "RFC 2426, 3.6.9"),
    /** A vCard has a formatted name. */
    VCARD_WITHOUT_FORMATTED_NAME("META-123", Level.MUST, Severity.WARNING, "RFC 2426, 3.1.1"),
    /** A vCard has line ends, not the two characters that stand for one, nor blanks in their place. */
    VCARD_LINE_ENDS("META-124", Level.MUST, Severity.WARNING, "RFC 2426, 2.6"),
    /** The lines of a vCard are not indented. */
    VCARD_INDENTED("META-125", Level.MUST, Severity.INFO, "RFC 2426, 2.6"),
    /** A vCard has an end. */
    VCARD_WITHOUT_END("META-126", Level.MUST, Severity.WARNING, "RFC 2426, 4"),
    /** Nothing follows the end of a vCard. */
    VCARD_FOLLOWED_BY_MORE("META-127", Level.MUST, Severity.ERROR, "LOM 2.3.2; RFC 2426, 4"),
    /** A vCard is of version 3.0 or 4.0. */
    VCARD_OTHER_VERSION("META-128", Level.MUST, Severity.INFO, "RFC 2426, 3.6.9"),
    /** A vCard of version 3.0 has a structured name. */
    VCARD_WITHOUT_NAME("META-129", Level.MUST, Severity.INFO, "RFC 2426, 3.1.2"),
    /** The label of AI-generated content has one of the defined values. */
    AIGC_LABEL_VALUE("META-130", Level.MUST, Severity.ERROR, "GB 45438-2025, Label"),
    /** The label names the service that generated the content. */
    AIGC_PRODUCER_MISSING("META-131", Level.MUST, Severity.ERROR, "GB 45438-2025, ContentProducer, ProduceID"),
    /** The label names the service that distributes the content. */
    AIGC_PROPAGATOR_MISSING("META-132", Level.MUST, Severity.WARNING, "GB 45438-2025, ContentPropagator, PropagateID"),
    /** A licence identifier is written as the SPDX list writes it. */
    LICENCE_IDENTIFIER("META-135", Level.SHOULD, Severity.WARNING, PROFILE_DECISION),
    /** A record holds no citizen identity number. */
    CITIZEN_ID("META-140", Level.MUST, Severity.ERROR, PROFILE_DECISION),
    /** A record holds no mobile number, or for a reason. */
    MOBILE_NUMBER("META-141", Level.SHOULD, Severity.INFO, PROFILE_DECISION),
    /** An amount is a number of yuan with at most two decimals. */
    PRICE_AMOUNT("META-145", Level.MUST, Severity.ERROR, "GB/T 41469-2022, table 1, 20.3"),
    /** A region that looks like a code is one. */
    REGION_CODE("META-146", Level.SHOULD, Severity.WARNING, "GB/T 41469-2022, table 1, 17.2; GB/T 2260"),
    /** A number of impressions is an integer. */
    REPRINT_NUMBER("META-147", Level.MUST, Severity.ERROR, "GB/T 41469-2022, table 1, 10.4"),
    /** An element that is there says something. */
    EMPTY_VALUE("META-148", Level.SHOULD, Severity.INFO, PROFILE_DECISION, true);

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> MetadataRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    MetadataRequirement(String id, Level level, Severity severity, String source) {
        this(id, level, severity, source, false);
    }

    MetadataRequirement(String id, Level level, Severity severity, String source, boolean grouped) {
        this.rule = new Rule(id, level, severity, source, grouped);
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
