package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.lrs.statement.XapiVersion;
import java.util.ArrayList;
import java.util.List;

/** What an LRS says of itself, of agents and of activities, and what is the same for all its resources. */
@ForRole(Role.LRS)
final class ResourceTests {

    private static final int OK = 200;

    @ConformanceTest("LRS-100")
    void aboutNamesTheVersionsToWhoeverAsks(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            HttpQuestion question = HttpQuestion.of("GET", "/about");
            String line = lrs.isOld() ? "1.0." : "2.0.";
            lrs.must(tells(lrs.ask(question), line), Texts.of("lrs.expected.about", line + "x"));
            // xAPI 1.0.3, Communication 2.8.s5.b3, is a SHOULD, and IEEE 9274.1.1-2023 does not have it.
            lrs.should(tells(lrs.ask(question.anonymous()), line), Texts.of("lrs.expected.about", line + "x"));
        }
    }

    private static boolean tells(HttpAnswer answer, String line) {
        List<String> versions = new ArrayList<>();
        Dialogue.json(answer).path("version").forEach(version -> versions.add(version.asText()));
        return answer.status() == OK && versions.stream().anyMatch(version -> version.startsWith(line));
    }

    @ConformanceTest("LRS-101")
    void everyAnswerSaysWhichVersionItIsOf(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String line = lrs.isOld() ? "1.0." : "2.0.";
            for (HttpQuestion question : List.of(
                    lrs.get("/statements").parameter("limit", "1"),
                    lrs.get("/statements").parameter("statementId", "no-uuid"),
                    lrs.get("/about"),
                    lrs.get("/agents"),
                    lrs.get("/activities").parameter("activityId", lrs.names().activity("a")))) {
                HttpAnswer answer = lrs.ask(question);
                lrs.must(
                        answer.header(Dialogue.VERSION)
                                .filter(version -> version.startsWith(line))
                                .isPresent(),
                        Texts.of("lrs.expected.header", Dialogue.VERSION, line + "x"));
            }
        }
    }

    @ConformanceTest("LRS-102")
    void takesEveryPatchVersionOf10(HttpPlatform platform, Check check, Workspace workspace) {
        Dialogue lrs = Dialogue.in(XapiVersion.V1_0, platform, check, workspace);
        for (String version : List.of("1.0", "1.0.0", "1.0.1", "1.0.2", "1.0.9")) {
            lrs.mustGive(OK, lrs.get("/statements").parameter("limit", "1").header(Dialogue.VERSION, version));
        }
    }

    @ConformanceTest("LRS-103")
    void answersHeadLikeGetWithoutTheBody(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String agent = lrs.names().agent("a").toString();
            HttpQuestion profile =
                    lrs.get("/agents/profile").parameter("agent", agent).parameter("profileId", "p");
            lrs.prepare(lrs.sending("PUT", "/agents/profile", "{\"a\":1}")
                    .query(profile.query())
                    .header("If-None-Match", "*"));
            for (HttpQuestion question : List.of(
                    profile,
                    lrs.get("/about"),
                    lrs.get("/statements").parameter("limit", "1"),
                    lrs.get("/activities").parameter("activityId", lrs.names().activity("a")),
                    lrs.get("/agents").parameter("agent", agent))) {
                HttpAnswer get = lrs.prepare(question);
                HttpAnswer head = lrs.ask(headOf(question));
                lrs.must(
                        head.status() == get.status()
                                && head.body().length == 0
                                && head.header("ETag").equals(get.header("ETag"))
                                && head.mediaType().equals(get.mediaType()),
                        Texts.of("lrs.expected.head", get.status()));
            }
        }
    }

    private static HttpQuestion headOf(HttpQuestion get) {
        HttpQuestion head = HttpQuestion.of("HEAD", get.path()).query(get.query());
        for (HttpQuestion.Field field : get.headers()) {
            head = head.header(field.name(), field.value());
        }
        return head;
    }

    @ConformanceTest("LRS-104")
    void givesAnAgentAsAPersonOfArrays(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            JsonNode agent = lrs.names().agent("a");
            HttpAnswer answer = lrs.ask(lrs.get("/agents").parameter("agent", agent.toString()));
            JsonNode person = Dialogue.json(answer);
            boolean named = false;
            for (JsonNode account : person.path("account")) {
                named |= account.equals(agent.path("account"));
            }
            lrs.must(
                    answer.status() == OK
                            && person.path("objectType").asText().equals("Person")
                            && person.path("account").isArray()
                            && named,
                    Texts.of("lrs.expected.person", agent.path("account")));
        }
    }

    @ConformanceTest("LRS-105")
    void givesAnActivityThatItDoesNotKnow(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String id = lrs.names().activity("unknown");
            HttpAnswer answer = lrs.ask(lrs.get("/activities").parameter("activityId", id));
            boolean given = answer.status() == OK
                    && Dialogue.json(answer).path("id").asText().equals(id);
            if (lrs.isOld()) {
                lrs.should(given, Texts.of("lrs.expected.activity", id));
            } else {
                lrs.must(given, Texts.of("lrs.expected.activity", id));
            }
        }
    }

    @ConformanceTest("LRS-106")
    void givesWhatItKnowsOfAnActivity(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode statement = lrs.names().statement("s");
            ((ObjectNode) statement.get("object"))
                    .putObject("definition")
                    .put("type", "http://adlnet.gov/expapi/activities/lesson")
                    .putObject("name")
                    .put("zh-CN", "分数的初步认识")
                    .put("en", "Fractions");
            lrs.store(statement);
            String id = lrs.names().activity("s");
            HttpAnswer answer = lrs.ask(lrs.get("/activities").parameter("activityId", id));
            JsonNode activity = Dialogue.json(answer);
            lrs.must(
                    answer.status() == OK
                            && activity.path("id").asText().equals(id)
                            && holds(statement.path("object").path("definition"), activity.path("definition")),
                    Texts.of("lrs.expected.definition", statement.path("object").path("definition")));
        }
    }

    /** Whether all that was said is there; a store may say more, because it is for it to determine the definition. */
    private static boolean holds(JsonNode said, JsonNode given) {
        return said.properties().stream()
                .allMatch(member -> given.has(member.getKey())
                        && SameStatement.of(
                                        only(member.getKey(), member.getValue()),
                                        only(member.getKey(), given.path(member.getKey())))
                                .changed()
                                .isEmpty());
    }

    private static ObjectNode only(String name, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }
}
