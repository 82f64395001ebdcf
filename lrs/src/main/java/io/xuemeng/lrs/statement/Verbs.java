package io.xuemeng.lrs.statement;

/** Verbs that are in common use, with ids that ADL has published, and the one that both standards reserve. */
public final class Verbs {

    /** Voids another statement; the only verb with a meaning of its own in the standards. */
    public static final Verb VOIDED = adl("voided", "作废了");

    /** Looked at something, or did it for some time. */
    public static final Verb EXPERIENCED = adl("experienced", "体验了");

    /** Was present at an event. */
    public static final Verb ATTENDED = adl("attended", "参加了");

    /** Tried something. */
    public static final Verb ATTEMPTED = adl("attempted", "尝试了");

    /** Came to the end of something. */
    public static final Verb COMPLETED = adl("completed", "完成了");

    /** Finished with success. */
    public static final Verb PASSED = adl("passed", "通过了");

    /** Finished without success. */
    public static final Verb FAILED = adl("failed", "未通过");

    /** Replied to a question. */
    public static final Verb ANSWERED = adl("answered", "回答了");

    /** Engaged with a part of something larger. */
    public static final Verb INTERACTED = adl("interacted", "互动了");

    /** Gave an opinion in words. */
    public static final Verb COMMENTED = adl("commented", "评论了");

    /** Posed a question. */
    public static final Verb ASKED = adl("asked", "提问了");

    /** Advanced within something. */
    public static final Verb PROGRESSED = adl("progressed", "推进了");

    /** Entered something for the first time. */
    public static final Verb INITIALIZED = adl("initialized", "开始了");

    /** Left something. */
    public static final Verb TERMINATED = adl("terminated", "结束了");

    /** Left something to come back. */
    public static final Verb SUSPENDED = adl("suspended", "中断了");

    /** Came back to something. */
    public static final Verb RESUMED = adl("resumed", "继续了");

    /** Mastered something, by a measure that was set. */
    public static final Verb MASTERED = adl("mastered", "掌握了");

    /** Gave something to others. */
    public static final Verb SHARED = adl("shared", "分享了");

    private Verbs() {}

    private static Verb adl(String word, String chinese) {
        return new Verb(
                "http://adlnet.gov/expapi/verbs/" + word,
                LanguageMap.zh(chinese).and("en", word));
    }
}
