package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import io.xuemeng.core.requirement.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How statements are sent: as JSON that is JSON, again, at once, and as multipart. */
@ForRole(Role.LRS)
final class SendingTests {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int AT_ONCE = 4;
    private static final int ROUNDS = 3;
    private static final int BATCH = 10;
    private static final String STATEMENTS = "/statements";
    private static final String ID = "statementId";

    @ConformanceTest("LRS-124")
    void refusesWhatIsNoJson(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String good = lrs.names().statement("s").toString();
            for (String bad : List.of(
                    good.substring(0, good.length() - 1),
                    good + "]",
                    good.substring(0, good.length() - 1) + ",}",
                    good.substring(0, good.length() - 1) + ",\"result\":{\"score\":{\"raw\":NaN}}}",
                    good.replace('"', '\''))) {
                lrs.mustGive(BAD_REQUEST, lrs.sending("POST", STATEMENTS, bad));
            }
            ObjectNode named = lrs.names().statement("s");
            ((ObjectNode) named.get("actor")).put("name", "é");
            lrs.mustGive(
                    BAD_REQUEST,
                    lrs.sending("POST", STATEMENTS, "")
                            .body(named.toString().replace("学习", "").getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @ConformanceTest("LRS-125")
    void refusesAStatementThatUsesAPropertyTwice(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            Map<String, Level> twice = new LinkedHashMap<>();
            twice.put(
                    lrs.names()
                            .statement("a")
                            .toString()
                            .replaceFirst("\\{", "{\"actor\":{\"mbox\":\"mailto:somebody@example.cn\"},"),
                    lrs.isOld() ? Level.SHOULD : Level.MUST);
            if (!lrs.isOld()) {
                twice.put(
                        lrs.names().statement("b").toString().replace("\"en\":", "\"en\":\"learnt\",\"en\":"),
                        Level.MUST);
                twice.put(
                        lrs.names().statement("c").toString().replace("\"homePage\":", "\"name\":\"x\",\"homePage\":"),
                        Level.MUST);
            }
            twice.forEach((statement, level) -> {
                HttpAnswer answer = lrs.ask(lrs.sending("POST", STATEMENTS, statement));
                lrs.expect(level, answer.status() == BAD_REQUEST, Texts.of("lrs.expected.status", BAD_REQUEST));
            });
        }
    }

    @ConformanceTest("LRS-126")
    void takesAStatementAgain(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode statement = lrs.names().statement("s").put("timestamp", "2026-09-01T08:00:00.000Z");
            String id = lrs.names().id("s");
            lrs.store(statement);
            shouldBeTaken(lrs, lrs.sending("POST", STATEMENTS, statement.toString()));
            shouldBeTaken(
                    lrs, lrs.sending("PUT", STATEMENTS, statement.toString()).parameter(ID, id));
            String given = lrs.prepare(lrs.get(STATEMENTS).parameter(ID, id)).text();
            shouldBeTaken(lrs, lrs.sending("POST", STATEMENTS, given));
            ObjectNode elsewhere = statement.deepCopy().put("timestamp", "2026-09-01T16:00:00+08:00");
            ((ObjectNode) elsewhere.get("verb")).remove("display");
            shouldBeTaken(lrs, lrs.sending("POST", STATEMENTS, elsewhere.toString()));

            HttpQuestion attached = multipart(
                    lrs,
                    Attached.of(lrs.names().statement("t"), new byte[] {1, 2, 3})
                            .body());
            lrs.prepare(attached);
            lrs.settle(lrs.names().id("t"));
            shouldBeTaken(lrs, attached);
            QueryTests.mustList(
                    lrs,
                    lrs.ask(lrs.get(STATEMENTS)
                            .parameter("activity", lrs.names().activity("s"))),
                    List.of(id));
        }
    }

    private static void shouldBeTaken(Dialogue lrs, HttpQuestion question) {
        HttpAnswer answer = lrs.ask(question);
        lrs.should(
                answer.status() == OK || answer.status() == NO_CONTENT, Texts.of("lrs.expected.oneOf", OK, NO_CONTENT));
    }

    @ConformanceTest("LRS-127")
    void storesBatchesThatComeAtOnce(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<HttpQuestion> questions = new ArrayList<>();
                for (int sender = 0; sender < AT_ONCE; sender++) {
                    questions.add(lrs.sending(
                            "POST", STATEMENTS, batch(lrs, round, sender).toString()));
                }
                lrs.askAtOnce(
                        questions,
                        answer -> answer.status() == OK && Dialogue.json(answer).size() == BATCH,
                        Texts.of("lrs.expected.batch", BATCH));
            }
            lrs.settle();
            for (int round = 0; round < ROUNDS; round++) {
                for (int sender = 0; sender < AT_ONCE; sender++) {
                    String id = lrs.names().id(name(round, sender, BATCH - 1));
                    lrs.mustGive(OK, lrs.get(STATEMENTS).parameter(ID, id));
                }
            }
        }
    }

    /** Statements of the same agents, about the same activities, in the order of the sender or against it. */
    private static ArrayNode batch(Dialogue lrs, int round, int sender) {
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < BATCH; i++) {
            int shared = sender % 2 == 0 ? i : BATCH - 1 - i;
            ObjectNode statement =
                    lrs.names().statement(name(round, sender, i), "agent" + shared, "did", "activity" + shared);
            ((ObjectNode) statement.get("object"))
                    .putObject("definition")
                    .putObject("name")
                    .put("zh-CN", "第" + sender + "班的第" + shared + "课");
            batch.add(statement);
        }
        return batch;
    }

    private static String name(int round, int sender, int number) {
        return round + "-" + sender + "-" + number;
    }

    @ConformanceTest("LRS-128")
    void takesMultipartWithoutData(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode elsewhere = lrs.names().statement("t");
            Attached.of(elsewhere, new byte[] {1, 2, 3});
            ((ObjectNode) elsewhere.path("attachments").path(0)).put("fileUrl", "https://kit.example/files/1");
            for (ObjectNode statement : List.of(lrs.names().statement("s"), elsewhere)) {
                HttpAnswer answer = lrs.ask(multipart(lrs, Attached.without(statement)));
                lrs.expect(
                        lrs.isOld() ? Level.SHOULD : Level.MUST,
                        answer.status() == OK
                                && Dialogue.json(answer)
                                        .path(0)
                                        .asText()
                                        .equals(statement.path("id").asText()),
                        Texts.of("lrs.expected.value", "[" + statement.path("id") + "]"));
            }
        }
    }

    static HttpQuestion multipart(Dialogue lrs, byte[] body) {
        return lrs.question("POST", STATEMENTS)
                .header("Content-Type", Attached.CONTENT_TYPE)
                .body(body);
    }
}
