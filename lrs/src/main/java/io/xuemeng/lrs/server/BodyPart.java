package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;

/** What of a request can be too large. */
enum BodyPart {
    STATEMENTS("statements", "语句"),
    ATTACHMENT("attachment", "附件"),
    REQUEST("request", "请求"),
    DOCUMENT("document", "文档");

    private final Argument name;

    BodyPart(String english, String chinese) {
        this.name = new Argument.Term(english, chinese);
    }

    Refusal tooLarge(long limit) {
        return Refusal.of(
                LrsRequirement.SIZE,
                Finding.of(LrsRequirement.SIZE).with("what", name).with("limit", limit));
    }
}
