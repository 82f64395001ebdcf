package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.json.MemberSet;

/** All names of members that the standards give to anything in a statement, by number. */
final class Members {

    static final int ID = 0;
    static final int ACTOR = 1;
    static final int VERB = 2;
    static final int OBJECT = 3;
    static final int RESULT = 4;
    static final int CONTEXT = 5;
    static final int TIMESTAMP = 6;
    static final int STORED = 7;
    static final int AUTHORITY = 8;
    static final int VERSION = 9;
    static final int ATTACHMENTS = 10;
    static final int OBJECT_TYPE = 11;
    static final int DEFINITION = 12;
    static final int NAME = 13;
    static final int MBOX = 14;
    static final int MBOX_SHA1SUM = 15;
    static final int OPENID = 16;
    static final int ACCOUNT = 17;
    static final int MEMBER = 18;
    static final int HOME_PAGE = 19;
    static final int DISPLAY = 20;
    static final int DESCRIPTION = 21;
    static final int TYPE = 22;
    static final int MORE_INFO = 23;
    static final int EXTENSIONS = 24;
    static final int INTERACTION_TYPE = 25;
    static final int CORRECT_RESPONSES_PATTERN = 26;
    static final int CHOICES = 27;
    static final int SCALE = 28;
    static final int SOURCE = 29;
    static final int TARGET = 30;
    static final int STEPS = 31;
    static final int SCORE = 32;
    static final int SUCCESS = 33;
    static final int COMPLETION = 34;
    static final int RESPONSE = 35;
    static final int DURATION = 36;
    static final int SCALED = 37;
    static final int RAW = 38;
    static final int MIN = 39;
    static final int MAX = 40;
    static final int REGISTRATION = 41;
    static final int INSTRUCTOR = 42;
    static final int TEAM = 43;
    static final int CONTEXT_ACTIVITIES = 44;
    static final int CONTEXT_AGENTS = 45;
    static final int CONTEXT_GROUPS = 46;
    static final int REVISION = 47;
    static final int PLATFORM = 48;
    static final int LANGUAGE = 49;
    static final int STATEMENT = 50;
    static final int PARENT = 51;
    static final int GROUPING = 52;
    static final int CATEGORY = 53;
    static final int OTHER = 54;
    static final int AGENT = 55;
    static final int GROUP = 56;
    static final int RELEVANT_TYPES = 57;
    static final int USAGE_TYPE = 58;
    static final int CONTENT_TYPE = 59;
    static final int LENGTH = 60;
    static final int SHA2 = 61;
    static final int FILE_URL = 62;

    /** The names, in the order of the numbers. */
    static final MemberSet ALL = MemberSet.of(
            "id",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments",
            "objectType",
            "definition",
            "name",
            "mbox",
            "mbox_sha1sum",
            "openid",
            "account",
            "member",
            "homePage",
            "display",
            "description",
            "type",
            "moreInfo",
            "extensions",
            "interactionType",
            "correctResponsesPattern",
            "choices",
            "scale",
            "source",
            "target",
            "steps",
            "score",
            "success",
            "completion",
            "response",
            "duration",
            "scaled",
            "raw",
            "min",
            "max",
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "contextAgents",
            "contextGroups",
            "revision",
            "platform",
            "language",
            "statement",
            "parent",
            "grouping",
            "category",
            "other",
            "agent",
            "group",
            "relevantTypes",
            "usageType",
            "contentType",
            "length",
            "sha2",
            "fileUrl");

    private Members() {}

    /** The bits of some members; a long holds all. */
    static long bits(Iterable<String> names) {
        long bits = 0;
        for (String name : names) {
            bits |= 1L << ALL.indexOf(name);
        }
        return bits;
    }
}
