package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.http.HttpQuestion;
import java.util.List;

/** One of the three places where an LRS keeps documents, as one test uses it. */
enum Documents {
    STATE("/activities/state", "stateId"),
    AGENT_PROFILE("/agents/profile", "profileId"),
    ACTIVITY_PROFILE("/activities/profile", "profileId");

    private final String path;
    private final String idParameter;

    Documents(String path, String idParameter) {
        this.path = path;
        this.idParameter = idParameter;
    }

    /** Those for which a version asks that changes be guarded: xAPI 1.0.3 leaves states out (Communication 3.1). */
    static List<Documents> guarded(Dialogue lrs) {
        return lrs.isOld() ? List.of(AGENT_PROFILE, ACTIVITY_PROFILE) : List.of(values());
    }

    /** A request about all documents of an owner. */
    HttpQuestion all(Dialogue lrs, String method, String owner) {
        HttpQuestion question = lrs.question(method, path);
        if (this != AGENT_PROFILE) {
            question = question.parameter("activityId", lrs.names().activity(owner));
        }
        if (this != ACTIVITY_PROFILE) {
            question = question.parameter("agent", lrs.names().agent(owner).toString());
        }
        return question;
    }

    /** A request about one document. */
    HttpQuestion one(Dialogue lrs, String method, String owner, String id) {
        return all(lrs, method, owner).parameter(idParameter, id);
    }

    /** A request that sends one as JSON. */
    HttpQuestion sending(Dialogue lrs, String method, String owner, String id, String json) {
        return one(lrs, method, owner, id).header("Content-Type", Dialogue.JSON).body(json);
    }
}
