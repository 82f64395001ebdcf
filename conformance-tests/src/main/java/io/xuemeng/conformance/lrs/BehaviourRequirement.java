package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.audit.KitRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Rule;

/**
 * What an LRS must do beside refusing what is wrong. LRS-100 to LRS-109 are about resources as such, LRS-110 to LRS-129 about storing
 * statements, LRS-130 to LRS-139 about lists, LRS-140 to LRS-149 about filters, LRS-150 to LRS-159 about forms, LRS-160 to LRS-169
 * about documents, LRS-170 to LRS-179 about concurrency. Lower numbers are those of the engine's own catalogue.
 */
enum BehaviourRequirement implements KitRequirement {
    /** What the LRS is, is told to whoever asks. */
    ABOUT("LRS-100", "xAPI 1.0.3, Communication 2.8; IEEE 9274.1.1-2023, 4.1.6.7"),
    /** Each answer says which version it is of. */
    VERSION_HEADER("LRS-101", "xAPI 1.0.3, Communication 3.3; IEEE 9274.1.1-2023, 4.1.7"),
    /** Every patch version of 1.0 is spoken. */
    PATCH_VERSIONS("LRS-102", "xAPI 1.0.3, Communication 3.3"),
    /** HEAD is answered like GET without the body. */
    HEAD("LRS-103", "xAPI 1.0.3, Communication 1.4; IEEE 9274.1.1-2023, 4.1"),
    /** An agent is given as a person whose members are arrays. */
    PERSON("LRS-104", "xAPI 1.0.3, Communication 2.4; IEEE 9274.1.1-2023, 4.1.6.3"),
    /** An activity nobody described is given with its id. */
    UNKNOWN_ACTIVITY("LRS-105", "IEEE 9274.1.1-2023, 4.1.6.4; a SHOULD in xAPI 1.0.3, Communication 2.5"),
    /** An activity is given with what is known of it. */
    ACTIVITY_DEFINITION("LRS-106", "xAPI 1.0.3, Communication 2.5; IEEE 9274.1.1-2023, 4.1.6.4"),
    /** PUT stores a statement under the id of the request. */
    PUT_STORES("LRS-110", "xAPI 1.0.3, Communication 2.1.1; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** POST is answered with the ids in the order of the statements. */
    POST_IDS("LRS-111", "xAPI 1.0.3, Communication 2.1.2; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** A batch is stored whole or not at all. */
    BATCH_ATOMIC("LRS-112", "xAPI 1.0.3, Communication 3.2; IEEE 9274.1.1-2023, 4.1.5"),
    /** A stored statement never changes. */
    IMMUTABLE("LRS-113", "xAPI 1.0.3, Communication 2.1.1.s2.b2, 2.1.2; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** The LRS says itself when it stored a statement. */
    STORED("LRS-114", "xAPI 1.0.3, Data 2.4.8; IEEE 9274.1.1-2023, 4.2.2"),
    /** A statement without a timestamp gets one. */
    TIMESTAMP("LRS-115", "xAPI 1.0.3, Data 2.4.7; IEEE 9274.1.1-2023, 4.2.2"),
    /** The LRS says who asserts a statement. */
    AUTHORITY("LRS-116", "xAPI 1.0.3, Data 2.4.9.s3.b2-b4; IEEE 9274.1.1-2023, 4.2.4.2"),
    /** A statement without a version gets that of its request. */
    STATEMENT_VERSION("LRS-117", "xAPI 1.0.3, Data 2.4.10; IEEE 9274.1.1-2023, 4.2.2"),
    /** A statement is given back as it was sent. */
    UNCHANGED("LRS-118", "xAPI 1.0.3, Data 2.2.s4; Data 2.3; IEEE 9274.1.1-2023, 4.2.3"),
    /** Context activities are given as arrays. */
    CONTEXT_ARRAYS("LRS-119", "xAPI 1.0.3, Data 2.4.6.2; IEEE 9274.1.1-2023, 4.2.2.5"),
    /** Attachments are given byte for byte to whoever asks. */
    ATTACHMENTS("LRS-120", "xAPI 1.0.3, Communication 1.5.2, 2.1.3; IEEE 9274.1.1-2023, 4.1.3"),
    /** A voided statement is not given. */
    VOIDED_HIDDEN("LRS-121", "xAPI 1.0.3, Data 2.3.2; Communication 2.1.4; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** A voided statement is given to whoever asks for it as voided, and no other is. */
    VOIDED_GIVEN("LRS-122", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** A voiding statement cannot be voided. */
    VOIDING_STAYS("LRS-123", "xAPI 1.0.3, Data 2.3.2; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** What is no JSON is no statement. */
    STATEMENT_JSON("LRS-124", "xAPI 1.0.3, Communication 1.4, 3.2.s2.b1; IEEE 9274.1.1-2023, 4.1.2, 4.1.5"),
    /** A statement uses each property once; in 1.0.3, which leaves open what a store does, only a warning. */
    PROPERTY_ONCE("LRS-125", "xAPI 1.0.3, Data 2.2.s2.b2; IEEE 9274.1.1-2023, 4.2.1"),
    /** A statement that is sent again is answered as the first time. */
    AGAIN(
            "LRS-126",
            Level.SHOULD,
            "xAPI 1.0.3, Communication 2.1.1.s2.b3, 2.1.2.s2.b5; Data 2.3.1.s9; IEEE 9274.1.1-2023, 4.1.6.1, 4.2"),
    /** Batches that come at once are stored. */
    AT_ONCE("LRS-127", "xAPI 1.0.3, Communication 2.1.2, 3.2.s3.b1; IEEE 9274.1.1-2023, 4.1.6.1, 4.1.5"),
    /** Multipart without data is taken; in 1.0.3 a SHOULD. */
    MULTIPART_WITHOUT_DATA("LRS-128", "xAPI 1.0.3, Communication 1.5.2.s3.b8-b9; IEEE 9274.1.1-2023, 4.1.3"),
    /** Lists begin with what was stored last. */
    NEWEST_FIRST("LRS-130", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Lists begin with what was stored first when asked to. */
    ASCENDING("LRS-131", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Pages together hold each statement once. */
    PAGES("LRS-132", "xAPI 1.0.3, Communication 2.1.3; Data 2.5; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** The last page points to none. */
    NO_MORE("LRS-133", "xAPI 1.0.3, Data 2.5; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** since lets pass what was stored later. */
    SINCE("LRS-134", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** until lets pass what was stored up to a moment. */
    UNTIL("LRS-135", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Answers about statements say up to when they are complete. */
    CONSISTENT_THROUGH("LRS-136", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Answers with statements say when the latest was stored. */
    STATEMENT_MODIFIED("LRS-137", "IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Further pages are of the same list. */
    PAGES_FILTERED("LRS-138", "xAPI 1.0.3, Communication 2.1.3; Data 2.5; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** verb lets pass the statements with that verb. */
    FILTER_VERB("LRS-140", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** activity lets pass the statements about that activity. */
    FILTER_ACTIVITY("LRS-141", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** agent lets pass the statements whose actor or object is that agent. */
    FILTER_AGENT("LRS-142", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** registration lets pass the statements of that registration. */
    FILTER_REGISTRATION("LRS-143", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** related_activities finds an activity in contexts and sub-statements too. */
    RELATED_ACTIVITIES("LRS-144", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** related_agents finds an agent in contexts and sub-statements too. */
    RELATED_AGENTS("LRS-145", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** A statement that refers to one that fits, fits too. */
    FILTER_REFERENCES("LRS-146", "xAPI 1.0.3, Communication 2.1.3.s4; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** All filters of a request hold at once. */
    FILTERS_TOGETHER("LRS-147", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** format=ids gives only what identifies. */
    FORMAT_IDS("LRS-150", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** format=canonical gives one language, that which the reader asks for. */
    FORMAT_CANONICAL("LRS-151", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** format=exact gives all that was sent. */
    FORMAT_EXACT("LRS-152", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Who does not ask for attachments gets JSON. */
    ATTACHMENTS_UNASKED("LRS-153", "xAPI 1.0.3, Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1"),
    /** Who asks for attachments gets parts, in lists too, and when there are none. */
    PARTS(
            "LRS-154",
            "xAPI 1.0.3, Communication 1.5.2.s2.b2, 2.1.3; IEEE 9274.1.1-2023, 4.1.3, 4.1.6.1; RFC 2046, 5.1.1"),
    /** A document of any type is kept byte for byte; of JSON the content is enough, and other bytes are a warning. */
    DOCUMENT_KEPT("LRS-160", "xAPI 1.0.3, Communication 2.2; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** POST merges the members of two JSON objects, and none below. */
    DOCUMENT_MERGED("LRS-161", "xAPI 1.0.3, Communication 2.2.s8; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** The ids of an owner's documents are listed. */
    DOCUMENT_IDS("LRS-162", "xAPI 1.0.3, Communication 2.2, 2.6, 2.7; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** since lists what changed later. */
    DOCUMENT_SINCE("LRS-163", "xAPI 1.0.3, Communication 2.2, 2.6, 2.7; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** DELETE removes one document. */
    DOCUMENT_DELETED(
            "LRS-164", "xAPI 1.0.3, Communication 2.2, 2.6, 2.7; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** DELETE without an id removes all states of an activity and agent. */
    STATES_DELETED("LRS-165", "xAPI 1.0.3, Communication 2.2; IEEE 9274.1.1-2023, 4.1.6.2"),
    /** States of two registrations are two. */
    STATES_BY_REGISTRATION("LRS-166", "xAPI 1.0.3, Communication 2.2; IEEE 9274.1.1-2023, 4.1.6.2"),
    /** Documents of two owners are two. */
    DOCUMENTS_BY_OWNER(
            "LRS-167", "xAPI 1.0.3, Communication 2.2, 2.6, 2.7; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** An answer with a document says when it changed. */
    DOCUMENT_MODIFIED(
            "LRS-168", "xAPI 1.0.3, Communication 2.2, 2.6, 2.7; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** POST of another type than JSON, where there is no document, stores what is sent or refuses it. */
    DOCUMENT_POSTED(
            "LRS-169", "xAPI 1.0.3, Communication 2.2.s7, 2.2.s8.b1; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** An answer with a document has its entity tag. */
    ETAG("LRS-170", "xAPI 1.0.3, Communication 3.1.s4; IEEE 9274.1.1-2023, 4.1.4"),
    /** A change of the document that its sender knows is made. */
    MATCH("LRS-171", "xAPI 1.0.3, Communication 3.1.s4; IEEE 9274.1.1-2023, 4.1.4; RFC 9110, 13.1.1"),
    /** A document that changed meanwhile is not replaced. */
    STALE_PUT("LRS-172", "xAPI 1.0.3, Communication 3.1.s4.b9-b10; IEEE 9274.1.1-2023, 4.1.4"),
    /** A document that changed meanwhile is neither merged into nor deleted. */
    STALE_POST_DELETE("LRS-173", "IEEE 9274.1.1-2023, 4.1.4"),
    /** A document is created only when there is none, if asked to. */
    CREATE_ONLY("LRS-174", "xAPI 1.0.3, Communication 3.1.s4; IEEE 9274.1.1-2023, 4.1.4; RFC 9110, 13.1.2"),
    /** A document is not replaced blindly. */
    BLIND_PUT("LRS-175", "xAPI 1.0.3, Communication 3.1.s4.b13; IEEE 9274.1.1-2023, 4.1.4"),
    /** A merge that is refused changes nothing. */
    FAILED_MERGE("LRS-176", "xAPI 1.0.3, Communication 2.2.s8.b1; IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6"),
    /** Of merges that come at once, none that was acknowledged is lost. */
    MERGES_AT_ONCE(
            "LRS-177", "xAPI 1.0.3, Communication 2.2.s7, 3.2; IEEE 9274.1.1-2023, 4.1.5, 4.1.6.2, 4.1.6.5, 4.1.6.6");

    private final Rule rule;

    BehaviourRequirement(String id, String source) {
        this(id, Level.MUST, source);
    }

    BehaviourRequirement(String id, Level level, String source) {
        this.rule = KitRequirement.rule(id, level, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
