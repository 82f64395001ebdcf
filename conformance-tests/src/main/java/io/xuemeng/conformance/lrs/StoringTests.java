package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.role.XapiRoles;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.lrs.statement.Verbs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of statements that are sent: stored whole or not at all, completed, never changed, and given back as they were. */
@ForRole(Role.LRS)
final class StoringTests {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final String STATEMENTS = "/statements";
    private static final String ID = "statementId";

    @ConformanceTest("LRS-110")
    void putStoresAStatementUnderItsId(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode statement = lrs.names().statement("s");
            String id = lrs.names().id("s");
            statement.remove("id");
            lrs.mustGive(
                    NO_CONTENT,
                    lrs.sending("PUT", STATEMENTS, statement.toString()).parameter(ID, id));
            HttpAnswer answer = lrs.askStored(lrs.get(STATEMENTS).parameter(ID, id));
            lrs.must(
                    answer.status() == OK
                            && Dialogue.json(answer).path("id").asText().equals(id),
                    Texts.of("lrs.expected.statement", id));
        }
    }

    @ConformanceTest("LRS-111")
    void postAnswersTheIdsInTheirOrder(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ArrayNode batch = JsonNodeFactory.instance.arrayNode();
            ObjectNode unnamed = lrs.names().statement("c");
            unnamed.remove("id");
            batch.add(lrs.names().statement("b")).add(unnamed).add(lrs.names().statement("a"));
            HttpAnswer answer = lrs.ask(lrs.sending("POST", STATEMENTS, batch.toString()));
            JsonNode ids = Dialogue.json(answer);
            lrs.must(
                    answer.status() == OK
                            && ids.size() == 3
                            && ids.path(0).asText().equals(lrs.names().id("b"))
                            && ids.path(1).asText().matches("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
                            && ids.path(2).asText().equals(lrs.names().id("a")),
                    Texts.of(
                            "lrs.expected.ids", lrs.names().id("b"), lrs.names().id("a")));
            HttpAnswer one =
                    lrs.askStored(lrs.get(STATEMENTS).parameter(ID, ids.path(1).asText()));
            lrs.must(
                    Dialogue.json(one)
                            .path("verb")
                            .path("id")
                            .asText()
                            .equals(lrs.names().verb("c")),
                    Texts.of("lrs.expected.statement", ids.path(1).asText()));
        }
    }

    @ConformanceTest("LRS-112")
    void aBatchIsStoredWholeOrNotAtAll(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ArrayNode batch = JsonNodeFactory.instance.arrayNode();
            ObjectNode bad = lrs.names().statement("bad");
            bad.remove("verb");
            batch.add(lrs.names().statement("good")).add(bad).add(lrs.names().statement("other"));
            lrs.mustGive(400, lrs.sending("POST", STATEMENTS, batch.toString()));
            lrs.settle();
            for (String name : List.of("good", "other")) {
                lrs.mustGive(404, lrs.get(STATEMENTS).parameter(ID, lrs.names().id(name)));
            }
        }
    }

    @ConformanceTest("LRS-113")
    void aStoredStatementDoesNotChange(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String id = lrs.names().id("s");
            lrs.store(lrs.names().statement("s"));
            ObjectNode other = lrs.names().statement("s", "s", "other", "s");
            lrs.ask(lrs.sending("POST", STATEMENTS, other.toString()));
            mustStillBe(lrs, id);
            lrs.ask(lrs.sending("PUT", STATEMENTS, other.toString()).parameter(ID, id));
            mustStillBe(lrs, id);
        }
    }

    private static void mustStillBe(Dialogue lrs, String id) {
        lrs.settle();
        HttpAnswer answer = lrs.ask(lrs.get(STATEMENTS).parameter(ID, id));
        String verb = lrs.names().verb("s");
        lrs.must(
                Dialogue.json(answer).path("verb").path("id").asText().equals(verb),
                Texts.of("lrs.expected.member", "verb.id", verb));
    }

    @ConformanceTest("LRS-114")
    void theStoreSaysWhenItStored(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            String claimed = "2001-02-03T04:05:06.000Z";
            ObjectNode statement = lrs.names().statement("s").put("stored", claimed);
            lrs.prepare(lrs.sending("POST", STATEMENTS, statement.toString()));
            HttpAnswer answer = lrs.prepareStored(
                    lrs.get(STATEMENTS).parameter(ID, lrs.names().id("s")));
            Optional<Instant> stored =
                    XapiRoles.moment(Dialogue.json(answer).path("stored").asText());
            lrs.must(
                    stored.filter(moment -> moment.isAfter(Instant.parse(claimed)))
                            .isPresent(),
                    Texts.of("lrs.expected.own", "stored"));
        }
    }

    @ConformanceTest("LRS-115")
    void aStatementWithoutTimestampGetsOne(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.prepare(
                    lrs.sending("POST", STATEMENTS, lrs.names().statement("s").toString()));
            HttpAnswer answer = lrs.prepareStored(
                    lrs.get(STATEMENTS).parameter(ID, lrs.names().id("s")));
            lrs.must(
                    XapiRoles.moment(Dialogue.json(answer).path("timestamp").asText())
                            .isPresent(),
                    Texts.of("lrs.expected.own", "timestamp"));
        }
    }

    @ConformanceTest("LRS-116")
    void theStoreSaysWhoAssertsAStatement(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode claimed = lrs.names().agent("claimed");
            ObjectNode statement = lrs.names().statement("s");
            statement.set("authority", claimed);
            lrs.prepare(
                    lrs.sending("POST", STATEMENTS, lrs.names().statement("t").toString()));
            lrs.prepare(lrs.sending("POST", STATEMENTS, statement.toString()));
            HttpAnswer without = lrs.prepareStored(
                    lrs.get(STATEMENTS).parameter(ID, lrs.names().id("t")));
            String type =
                    Dialogue.json(without).path("authority").path("objectType").asText("Agent");
            lrs.must(
                    Dialogue.json(without).path("authority").isObject()
                            && (type.equals("Agent") || type.equals("Group")),
                    Texts.of("lrs.expected.own", "authority"));
            HttpAnswer with = lrs.prepareStored(
                    lrs.get(STATEMENTS).parameter(ID, lrs.names().id("s")));
            lrs.should(
                    !Dialogue.json(with).path("authority").path("account").equals(claimed.path("account")),
                    Texts.of("lrs.expected.own", "authority"));
        }
    }

    @ConformanceTest("LRS-117")
    void aStatementWithoutVersionGetsTheOneOfItsRequest(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.prepare(
                    lrs.sending("POST", STATEMENTS, lrs.names().statement("s").toString()));
            HttpAnswer answer = lrs.prepareStored(
                    lrs.get(STATEMENTS).parameter(ID, lrs.names().id("s")));
            String version = lrs.isOld() ? "1.0.0" : "2.0.0";
            lrs.must(
                    Dialogue.json(answer).path("version").asText().equals(version),
                    Texts.of("lrs.expected.member", "version", version));
        }
    }

    @ConformanceTest("LRS-118")
    void givesStatementsBackAsTheyWereSent(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            for (String name : List.of("rich", "group", "sub")) {
                JsonNode statement = RichStatements.of(name, lrs);
                lrs.prepare(lrs.sending("POST", STATEMENTS, statement.toString()));
                HttpAnswer answer = lrs.prepareStored(lrs.get(STATEMENTS)
                        .parameter(ID, statement.path("id").asText())
                        .parameter("format", "exact"));
                JsonNode given = Dialogue.json(answer);
                SameStatement same = SameStatement.of(statement, given);
                lrs.must(
                        given.isObject() && same.changed().isEmpty(),
                        Texts.of("lrs.expected.same", String.join(", ", same.changed())));
                lrs.should(
                        same.imprecise().isEmpty(),
                        Texts.of("lrs.expected.precise", String.join(", ", same.imprecise())));
            }
        }
    }

    @ConformanceTest("LRS-119")
    void givesContextActivitiesAsArrays(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            ObjectNode statement = lrs.names().statement("s");
            statement
                    .putObject("context")
                    .putObject("contextActivities")
                    .putObject("parent")
                    .put("id", lrs.names().activity("course"));
            lrs.prepare(lrs.sending("POST", STATEMENTS, statement.toString()));
            HttpAnswer answer = lrs.prepareStored(
                    lrs.get(STATEMENTS).parameter(ID, lrs.names().id("s")));
            JsonNode parent = Dialogue.json(answer)
                    .path("context")
                    .path("contextActivities")
                    .path("parent");
            lrs.must(
                    parent.isArray()
                            && parent.size() == 1
                            && parent.path(0)
                                    .path("id")
                                    .asText()
                                    .equals(lrs.names().activity("course")),
                    Texts.of("lrs.expected.array", "context.contextActivities.parent"));
        }
    }

    @ConformanceTest("LRS-121")
    void hidesAVoidedStatement(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            voided(lrs);
            lrs.mustGive(404, lrs.get(STATEMENTS).parameter(ID, lrs.names().id("s")));
            HttpAnswer list = lrs.ask(
                    lrs.get(STATEMENTS).parameter("activity", lrs.names().activity("s")));
            lrs.must(
                    !Dialogue.ids(list).contains(lrs.names().id("s")),
                    Texts.of("lrs.expected.without", lrs.names().id("s")));
        }
    }

    @ConformanceTest("LRS-122")
    void givesAVoidedStatementToWhoeverAsksForItAsVoided(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            voided(lrs);
            lrs.store(lrs.names().statement("t"));
            HttpAnswer answer = lrs.ask(lrs.get(STATEMENTS)
                    .parameter("voidedStatementId", lrs.names().id("s")));
            lrs.must(
                    answer.status() == OK
                            && Dialogue.json(answer)
                                    .path("id")
                                    .asText()
                                    .equals(lrs.names().id("s")),
                    Texts.of("lrs.expected.statement", lrs.names().id("s")));
            lrs.mustGive(
                    404,
                    lrs.get(STATEMENTS)
                            .parameter("voidedStatementId", lrs.names().id("t")));
        }
    }

    @ConformanceTest("LRS-123")
    void aVoidingStatementCannotBeVoided(HttpPlatform platform, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            voided(lrs);
            lrs.ask(lrs.sending(
                    "POST", STATEMENTS, voiding(lrs, "again", "void").toString()));
            lrs.settle();
            HttpAnswer answer =
                    lrs.ask(lrs.get(STATEMENTS).parameter(ID, lrs.names().id("void")));
            lrs.must(
                    answer.status() == OK
                            && Dialogue.json(answer)
                                    .path("id")
                                    .asText()
                                    .equals(lrs.names().id("void")),
                    Texts.of("lrs.expected.statement", lrs.names().id("void")));
        }
    }

    private static void voided(Dialogue lrs) {
        lrs.store(lrs.names().statement("s"));
        lrs.store(voiding(lrs, "void", "s"));
    }

    private static ObjectNode voiding(Dialogue lrs, String name, String target) {
        ObjectNode statement = lrs.names().statement(name);
        ((ObjectNode) statement.get("verb")).put("id", Verbs.VOIDED.id().toString());
        statement
                .putObject("object")
                .put("objectType", "StatementRef")
                .put("id", lrs.names().id(target));
        return statement;
    }
}
