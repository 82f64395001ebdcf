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
import java.util.Optional;

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

    private static JsonNode definedName(Dialogue lrs) {
        return described(lrs).path("object").path("definition").path("name");
    }

    private static JsonNode asked(Dialogue lrs, String format, String language) {
        return Dialogue.json(lrs.ask(lrs.get(STATEMENTS)
                .parameter(ID, lrs.names().id("s"))
                .parameter("format", format)
                .header("Accept-Language", language)));
    }

    @ConformanceTest("LRS-150")
    void givesOnlyWhatIdentifiesWhenAskedForIds(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.store(described(lrs));
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
            lrs.store(described(lrs));
            for (String accepted : List.of("zh-CN", "en-US", "en-US;q=0.5, zh-CN;q=1", "fr, zh;q=0.3, en;q=0.85")) {
                String language = accepted.matches("en.*|fr.*") && !accepted.contains("zh-CN") ? "en-US" : "zh-CN";
                JsonNode name = asked(lrs, "canonical", accepted)
                        .path("object")
                        .path("definition")
                        .path("name");
                lrs.must(
                        name.size() == 1
                                && name.fieldNames().next().equalsIgnoreCase(language)
                                && name.elements()
                                        .next()
                                        .equals(definedName(lrs).path(language)),
                        Texts.of("lrs.expected.language", language));
            }
        }
    }

    @ConformanceTest("LRS-152")
    void givesAllLanguagesWhenAskedForTheExactForm(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.store(described(lrs));
            JsonNode given = asked(lrs, "exact", "zh-CN").path("object");
            lrs.must(
                    given.isObject()
                            && SameStatement.of(described(lrs).path("object"), given)
                                    .changed()
                                    .isEmpty(),
                    Texts.of(
                            "lrs.expected.definition",
                            described(lrs).path("object").path("definition")));
        }
    }

    @ConformanceTest("LRS-120")
    void givesAttachmentsByteForByte(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            byte[] data = {'\r', '\n', 's', 0, 1, '\r', '\n', '-', '-', 'b', (byte) 0xff, '\n'};
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
                            && holds(answer, latin(data))
                            && latin(answer.body()).contains(attached.hash()),
                    Texts.of("lrs.expected.attachment", attached.hash()));
        }
    }

    /** Whether a part has exactly the data; where no parts can be made out, which is another requirement, whether it is there at all. */
    private static boolean holds(HttpAnswer answer, String data) {
        Optional<Parts> parts = Parts.of(answer);
        return parts.isPresent()
                ? parts.get().all().stream().anyMatch(part -> part.data().equals(data))
                : latin(answer.body()).contains(data);
    }

    @ConformanceTest("LRS-154")
    void givesPartsAsTheFormOfMultipartHasThem(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.store(lrs.names().statement("none"));
            mustHaveParts(lrs, one(lrs, "none"), "none", "");

            byte[] data = "一份作业\r\n".getBytes(StandardCharsets.UTF_8);
            String boundary = mustHaveParts(lrs, list(lrs, send(lrs, "some", data)), "some", latin(data));

            byte[] boundaries =
                    ("\r\n--" + boundary + "\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
            mustHaveParts(lrs, one(lrs, send(lrs, "other", boundaries)), "other", latin(boundaries));
        }
    }

    private static String send(Dialogue lrs, String name, byte[] data) {
        lrs.prepare(SendingTests.multipart(
                lrs, Attached.of(lrs.names().statement(name), data).body()));
        lrs.settle(lrs.names().id(name));
        return name;
    }

    private static HttpQuestion one(Dialogue lrs, String name) {
        return lrs.get(STATEMENTS).parameter(ID, lrs.names().id(name)).parameter("attachments", "true");
    }

    private static HttpQuestion list(Dialogue lrs, String name) {
        return lrs.get(STATEMENTS)
                .parameter("activity", lrs.names().activity(name))
                .parameter("attachments", "true");
    }

    /** Asks, and expects the statement and, unless it is empty, the data as parts; gives the boundary. */
    private static String mustHaveParts(Dialogue lrs, HttpQuestion question, String name, String data) {
        HttpAnswer answer = lrs.ask(question);
        Optional<Parts> parts = Parts.of(answer);
        List<Parts.Part> all = parts.map(Parts::all).orElse(List.of());
        boolean right = answer.status() == OK && all.size() == (data.isEmpty() ? 1 : 2);
        if (right) {
            JsonNode first = Dialogue.json(all.get(0).text());
            JsonNode statement =
                    first.has("statements") ? first.path("statements").path(0) : first;
            right = statement.path("id").asText().equals(lrs.names().id(name))
                    && all.get(0).field("content-type").startsWith(Dialogue.JSON);
        }
        if (right && !data.isEmpty()) {
            Parts.Part second = all.get(1);
            right = second.data().equals(data)
                    && second.field("content-transfer-encoding").equalsIgnoreCase("binary")
                    && second.field("x-experience-api-hash")
                            .equalsIgnoreCase(Workspace.digest(data.getBytes(StandardCharsets.ISO_8859_1)));
        }
        lrs.must(right, Texts.of("lrs.expected.parts", lrs.names().id(name), data.isEmpty() ? 0 : 1));
        return parts.map(Parts::boundary).orElse("boundary");
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
