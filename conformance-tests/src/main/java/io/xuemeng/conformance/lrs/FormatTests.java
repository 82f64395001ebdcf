package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.nio.charset.StandardCharsets;
import java.util.List;

/** In which form statements are given, and what comes along. */
@ForRole(Role.LRS)
final class FormatTests {

    private static final String STATEMENTS = "/statements";
    private static final String ID = "statementId";
    private static final int OK = 200;

    private static ObjectNode described(Dialogue lrs) {
        ObjectNode statement = lrs.names().statement("s");
        ((ObjectNode) statement.get("actor")).put("name", "学生");
        ((ObjectNode) statement.get("object"))
                .putObject("definition")
                .putObject("name")
                .put("zh-CN", "分数")
                .put("en-US", "Fractions");
        return statement;
    }

    private static JsonNode asked(Dialogue lrs, String format, String language) {
        lrs.store(described(lrs));
        return Dialogue.json(lrs.ask(lrs.get(STATEMENTS)
                .parameter(ID, lrs.names().id("s"))
                .parameter("format", format)
                .header("Accept-Language", language)));
    }

    @ConformanceTest("LRS-150")
    void givesOnlyWhatIdentifiesWhenAskedForIds(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            JsonNode given = asked(lrs, "ids", "zh-CN");
            lrs.must(
                    given.path("id").asText().equals(lrs.names().id("s"))
                            && given.path("object")
                                    .path("id")
                                    .asText()
                                    .equals(lrs.names().activity("s"))
                            && given.path("object").path("definition").isMissingNode()
                            && given.path("actor")
                                    .path("account")
                                    .equals(lrs.names().agent("s").path("account"))
                            && given.path("actor").path("name").isMissingNode(),
                    Texts.of("lrs.expected.identifiers"));
        }
    }

    @ConformanceTest("LRS-151")
    void givesOneLanguageWhenAskedForTheCanonicalForm(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (String[] language : List.of(new String[] {"zh-CN", "分数"}, new String[] {"en-US", "Fractions"})) {
                JsonNode name = asked(lrs, "canonical", language[0])
                        .path("object")
                        .path("definition")
                        .path("name");
                lrs.must(
                        name.size() == 1 && name.path(language[0]).asText().equals(language[1]),
                        Texts.of("lrs.expected.language", language[0]));
            }
        }
    }

    @ConformanceTest("LRS-152")
    void givesAllLanguagesWhenAskedForTheExactForm(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            JsonNode given = asked(lrs, "exact", "zh-CN").path("object");
            lrs.must(
                    given.path("definition")
                            .equals(described(lrs).path("object").path("definition")),
                    Texts.of(
                            "lrs.expected.definition",
                            described(lrs).path("object").path("definition")));
        }
    }

    @ConformanceTest("LRS-120")
    void givesAttachmentsByteForByte(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            byte[] data = {0, 1, '\r', '\n', '-', '-', 'b', (byte) 0xff, '\n'};
            Attached attached = Attached.of(lrs.names().statement("s"), data);
            lrs.prepare(lrs.question("POST", STATEMENTS)
                    .header("Content-Type", Attached.CONTENT_TYPE)
                    .body(attached.body()));
            lrs.settle(lrs.names().id("s"));
            HttpAnswer answer = lrs.ask(
                    lrs.get(STATEMENTS).parameter(ID, lrs.names().id("s")).parameter("attachments", "true"));
            lrs.must(
                    answer.status() == OK
                            && answer.mediaType().equals("multipart/mixed")
                            && latin(answer.body()).contains(latin(data))
                            && latin(answer.body()).contains(attached.hash()),
                    Texts.of("lrs.expected.attachment", attached.hash()));
        }
    }

    @ConformanceTest("LRS-153")
    void givesJsonWhenNobodyAsksForAttachments(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            Attached attached = Attached.of(lrs.names().statement("s"), new byte[] {1, 2, 3});
            lrs.prepare(lrs.question("POST", STATEMENTS)
                    .header("Content-Type", Attached.CONTENT_TYPE)
                    .body(attached.body()));
            lrs.settle(lrs.names().id("s"));
            HttpQuestion question =
                    lrs.get(STATEMENTS).parameter(ID, lrs.names().id("s"));
            for (HttpQuestion each : List.of(question, question.parameter("attachments", "false"))) {
                HttpAnswer answer = lrs.ask(each);
                lrs.must(
                        answer.status() == OK
                                && answer.mediaType().equals(Dialogue.JSON)
                                && Dialogue.json(answer)
                                        .path("attachments")
                                        .path(0)
                                        .path("sha2")
                                        .asText()
                                        .equals(attached.hash()),
                        Texts.of("lrs.expected.json"));
            }
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
