package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the standards ask of the resource of statements, where no requirement of ours has samples for it; see docs/lrs-clauses.md. */
class StatementClausesTest {

    private static final String ID = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0";
    /** What an LRS adds stands first, and the version last of it. */
    private static final Pattern IDS = Pattern.compile("\"version\":\"[^\"]*\",\"id\":\"([0-9a-f-]{36})\"");

    private static final Pattern STORED = Pattern.compile("\"stored\":\"([^\"]*)\"");

    private HikariDataSource source;
    private TestClient client;

    @BeforeEach
    void open() throws SQLException {
        source = TestDatabases.h2();
        client = new TestClient(LrsEngine.over(JdbcRecordStore.open(source)));
    }

    @AfterEach
    void close() {
        source.close();
    }

    /** A statement with an id in its first place, and what else is said of it. */
    private static String statement(String id, String more) {
        return "{\"id\":\"" + id + "\"," + more + "}";
    }

    private static String about(String actor, String verb, String object) {
        return "\"actor\":" + actor + ",\"verb\":{\"id\":\"http://example.cn/verbs/" + verb + "\"},\"object\":"
                + object;
    }

    private static String agent(String name) {
        return "{\"mbox\":\"mailto:" + name + "@example.cn\"}";
    }

    private static String activity(String name) {
        return "{\"id\":\"http://example.cn/" + name + "\"}";
    }

    private static String simple(String id) {
        return statement(id, about(agent("a"), "v", activity("a")));
    }

    private static List<String> ids(TestClient.Answer answer) {
        return IDS.matcher(answer.text()).results().map(match -> match.group(1)).toList();
    }

    private void store(String statement) {
        TestClient.Answer answer = client.post("statements", "", statement);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void returnsTheIdsOfABatchInItsOrderAndTheNewestStatementFirst(String version) {
        TestClient speaker = client.version(version);
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();

        TestClient.Answer answer = speaker.post("statements", "", "[" + simple(first) + "," + simple(second) + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("[\"" + first + "\",\"" + second + "\"]");
        assertThat(ids(speaker.get("statements", ""))).containsExactly(second, first);
        assertThat(ids(speaker.get("statements", "ascending=true"))).containsExactly(first, second);
        assertThat(ids(speaker.get("statements", "limit=0"))).containsExactly(second, first);
        assertThat(ids(speaker.get("statements", "limit=1"))).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void refusesTwoStatementsOfOneIdInABatch(String version) {
        TestClient.Answer answer =
                client.version(version).post("statements", "", "[" + simple(ID) + "," + simple(ID) + "]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(client.get("statements", "statementId=" + ID).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void changesNothingWhenAStatementComesUnderAKnownId(String version) {
        TestClient speaker = client.version(version);
        store(simple(ID));
        String stored = client.get("statements", "statementId=" + ID).text();
        String other = statement(ID, about(agent("b"), "w", activity("b")));

        assertThat(speaker.post("statements", "", other).status()).isEqualTo(409);
        assertThat(speaker.put("statements", "statementId=" + ID, other).status())
                .isEqualTo(409);
        assertThat(speaker.post("statements", "", "[" + simple(UUID.randomUUID().toString()) + "," + other + "]")
                        .status())
                .isEqualTo(409);

        assertThat(client.get("statements", "statementId=" + ID).text()).isEqualTo(stored);
        assertThat(ids(client.get("statements", ""))).containsExactly(ID);
        assertThat(client.get("activities", "activityId=" + TestClient.encode("http://example.cn/b"))
                        .text())
                .doesNotContain("definition");
    }

    @ParameterizedTest
    @CsvSource({
        "agent=%7B%22mbox%22%3A%22mailto%3Aa%40example.cn%22%7D",
        "verb=http%3A%2F%2Fexample.cn%2Fv",
        "activity=http%3A%2F%2Fexample.cn%2Fa",
        "registration=fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
        "related_activities=true",
        "related_agents=true",
        "since=2012-06-01T19:09:13.245Z",
        "until=2012-06-01T19:09:13.245Z",
        "limit=1",
        "ascending=true"
    })
    void refusesEachFilterBesideTheIdOfAStatement(String filter) {
        store(simple(ID));
        for (String version : List.of("1.0.3", "2.0.0")) {
            for (String parameter : List.of("statementId", "voidedStatementId")) {
                TestClient.Answer answer =
                        client.version(version).get("statements", parameter + "=" + ID + "&" + filter);
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.text()).contains("LRS-023");
            }
        }
        assertThat(client.get("statements", "statementId=" + ID + "&format=ids&attachments=false")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void answersAnEmptyResultWhereNothingIsFound(String version) {
        TestClient.Answer answer = client.version(version).get("statements", "verb=http%3A%2F%2Fexample.cn%2Fnone");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"statements\":[],\"more\":\"\"}");
    }

    @Test
    void saysWhenItIsConsistentThroughAndWhenTheNewestWasStored() {
        store(simple(ID));
        store(simple(UUID.randomUUID().toString()));

        for (String query : List.of("", "ascending=true", "statementId=" + ID)) {
            TestClient.Answer answer = client.get("statements", query);
            List<Instant> stored = STORED.matcher(answer.text())
                    .results()
                    .map((MatchResult match) -> Instant.parse(match.group(1)))
                    .toList();
            Instant newest = stored.stream().max(Instant::compareTo).orElseThrow();
            assertThat(Instant.parse(answer.header("X-Experience-API-Consistent-Through")))
                    .isAfterOrEqualTo(newest);
            assertThat(ZonedDateTime.parse(answer.header("Last-Modified"), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toEpochSecond())
                    .isEqualTo(newest.getEpochSecond());
        }
    }

    @Test
    void takesSinceForLaterAndUntilForNotLater() {
        store(simple(ID));
        String second = UUID.randomUUID().toString();
        store(simple(second));
        String text = client.get("statements", "statementId=" + ID).text();
        String stored = STORED.matcher(text).results().findFirst().orElseThrow().group(1);

        assertThat(ids(client.get("statements", "since=" + stored))).containsExactly(second);
        assertThat(ids(client.get("statements", "until=" + stored))).containsExactly(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void answersAsMultipartWhenAttachmentsAreWantedThoughThereAreNone(String version) {
        store(simple(ID));
        for (String query : List.of("attachments=true", "attachments=true&statementId=" + ID)) {
            TestClient.Answer answer = client.version(version).get("statements", query);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("multipart/mixed; boundary=");
            assertThat(answer.text()).contains("Content-Type: application/json\r\n\r\n{");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void takesAttachmentsThatHaveAnAddressAndMultipartsThatHaveNone(String version) {
        String attached = about(agent("a"), "v", activity("a"))
                + ",\"attachments\":[{\"usageType\":\"http://example.cn/u\",\"display\":{\"en\":\"x\"},"
                + "\"contentType\":\"text/plain\",\"length\":27,\"sha2\":\"" + "ab".repeat(32)
                + "\",\"fileUrl\":\"https://example.cn/file\"}]";
        TestClient speaker = client.version(version);
        TestClient parts = speaker.with("Content-Type", "multipart/mixed; boundary=xyz");

        assertThat(speaker.post("statements", "", "{" + attached + "}").status())
                .isEqualTo(200);
        for (String statement : List.of("{" + attached + "}", simple(ID))) {
            String body = "--xyz\r\nContent-Type: application/json\r\n\r\n" + statement + "\r\n--xyz--\r\n";
            TestClient.Answer answer = parts.post("statements", "", body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    @Test
    void takesAPartWithoutTransferEncodingForBinary() {
        String sha2 = "495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a";
        String statement = statement(
                ID,
                about(agent("a"), "v", activity("a"))
                        + ",\"attachments\":[{\"usageType\":\"http://example.cn/u\",\"display\":{\"en\":\"x\"},"
                        + "\"contentType\":\"text/plain; charset=ascii\",\"length\":27,\"sha2\":\"" + sha2 + "\"}]");
        String body = "--xyz\r\nContent-Type:application/json\r\n\r\n" + statement
                + "\r\n--xyz\r\nContent-Type:text/plain\r\nX-Experience-API-Hash:" + sha2
                + "\r\n\r\nhere is a simple attachment\r\n--xyz--\r\n";

        TestClient.Answer answer =
                client.with("Content-Type", "multipart/mixed; boundary=\"xyz\"").post("statements", "", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(client.get("statements", "attachments=true&statementId=" + ID)
                        .text())
                .contains("X-Experience-API-Hash: " + sha2 + "\r\n\r\nhere is a simple attachment\r\n--");
    }

    /** Where a person may stand: found by {@code agent} alone, or beside it with {@code related_agents}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "both|\"actor\":WHO,\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":ACTIVITY",
                "both|\"actor\":{\"objectType\":\"Group\",\"member\":[WHO]},\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":ACTIVITY",
                "both|\"actor\":OTHER,\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":TYPED",
                "related|BASE,\"context\":{\"instructor\":WHO}",
                "related|BASE,\"context\":{\"team\":{\"objectType\":\"Group\",\"member\":[WHO]}}",
                "related|BASE,\"context\":{\"contextAgents\":[{\"objectType\":\"contextAgent\",\"agent\":WHO}]}",
                "related|BASE,\"context\":{\"contextGroups\":[{\"objectType\":\"contextGroup\",\"group\":"
                        + "{\"objectType\":\"Group\",\"member\":[WHO]}}]}",
                "related|SUB{\"actor\":WHO,\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":ACTIVITY}",
                "related|SUB{\"actor\":OTHER,\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":TYPED}",
                "related|SUB{BASE,\"context\":{\"instructor\":WHO}}",
                "none|BASE,\"context\":{\"extensions\":{\"http://e.cn/x\":WHO}}"
            })
    void findsAPersonWhereTheFiltersLook(String found, String statement) {
        String who = agent("who");
        String base = "\"actor\":OTHER,\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":ACTIVITY";
        store(statement(
                ID,
                statement
                        .replace("SUB{", base.replace("ACTIVITY", "{\"objectType\":\"SubStatement\","))
                        .replace("BASE", base)
                        .replace("TYPED", "{\"objectType\":\"Agent\"," + who.substring(1))
                        .replace("WHO", who)
                        .replace("OTHER", agent("other"))
                        .replace("ACTIVITY", activity("a"))));
        String query = "agent=" + TestClient.encode(who);

        assertThat(ids(client.get("statements", query))).hasSize(found.equals("both") ? 1 : 0);
        assertThat(ids(client.get("statements", query + "&related_agents=true")))
                .hasSize(found.equals("none") ? 0 : 1);
    }

    /** Where an activity may stand, likewise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "both|\"actor\":OTHER,\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":WHAT",
                "related|BASE,\"context\":{\"contextActivities\":{\"parent\":[WHAT]}}",
                "related|BASE,\"context\":{\"contextActivities\":{\"grouping\":[WHAT]}}",
                "related|BASE,\"context\":{\"contextActivities\":{\"category\":[WHAT]}}",
                "related|BASE,\"context\":{\"contextActivities\":{\"other\":[WHAT]}}",
                "related|SUB{\"actor\":OTHER,\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":WHAT}",
                "related|SUB{BASE,\"context\":{\"contextActivities\":{\"other\":[WHAT]}}}"
            })
    void findsAnActivityWhereTheFiltersLook(String found, String statement) {
        String base = "\"actor\":OTHER,\"verb\":{\"id\":\"http://e.cn/v\"},\"object\":ACTIVITY";
        store(statement(
                ID,
                statement
                        .replace("SUB{", base.replace("ACTIVITY", "{\"objectType\":\"SubStatement\","))
                        .replace("BASE", base)
                        .replace("WHAT", activity("what"))
                        .replace("OTHER", agent("other"))
                        .replace("ACTIVITY", activity("a"))));
        String query = "activity=" + TestClient.encode("http://example.cn/what");

        assertThat(ids(client.get("statements", query))).hasSize(found.equals("both") ? 1 : 0);
        assertThat(ids(client.get("statements", query + "&related_activities=true")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void findsStatementsByThoseTheyReferToAndHidesNothingButTheVoidedOne(String version) {
        TestClient speaker = client.version(version);
        String target = UUID.randomUUID().toString();
        String over = UUID.randomUUID().toString();
        String voiding = UUID.randomUUID().toString();
        String reference = "{\"objectType\":\"StatementRef\",\"id\":\"%s\"}";
        speaker.post("statements", "", statement(over, about(agent("b"), "confirmed", reference.formatted(ID))));
        speaker.post("statements", "", statement(ID, about(agent("c"), "said", reference.formatted(target))));
        speaker.post("statements", "", statement(target, about(agent("ben"), "passed", activity("training"))));
        String byBen = "agent=" + TestClient.encode(agent("ben"));
        assertThat(ids(speaker.get("statements", byBen))).containsExactly(target, ID, over);

        String voided = about(agent("a"), "x", reference.formatted(target))
                .replace("http://example.cn/verbs/x", "http://adlnet.gov/expapi/verbs/voided");
        assertThat(speaker.post("statements", "", statement(voiding, voided)).status())
                .isEqualTo(200);

        assertThat(ids(speaker.get("statements", byBen))).containsExactly(voiding, ID, over);
        assertThat(ids(speaker.get("statements", ""))).containsExactly(voiding, ID, over);
        assertThat(speaker.get("statements", "statementId=" + target).status()).isEqualTo(404);
        assertThat(speaker.get("statements", "voidedStatementId=" + target).status())
                .isEqualTo(200);
        assertThat(speaker.get("statements", "voidedStatementId=" + ID).status())
                .isEqualTo(404);
        // A voiding statement cannot be voided.
        speaker.post("statements", "", statement(UUID.randomUUID().toString(), voided.replace(target, voiding)));
        assertThat(speaker.get("statements", "statementId=" + voiding).status()).isEqualTo(200);
    }

    @Test
    void choosesALanguageForEachMapByItself() {
        String definition = "{\"id\":\"http://example.cn/q\",\"definition\":{\"name\":{\"en\":\"Q\",\"zh-CN\":\"题\"},"
                + "\"description\":{\"en\":\"only English\"},\"interactionType\":\"choice\","
                + "\"type\":\"http://adlnet.gov/expapi/activities/cmi.interaction\",\"choices\":["
                + "{\"id\":\"a\",\"description\":{\"en\":\"one\",\"zh-CN\":\"一\"}},"
                + "{\"id\":\"b\",\"description\":{\"fr\":\"deux\"}}]}}";
        store(statement(ID, about(agent("a"), "answered", definition)));

        String text = client.with("Accept-Language", "zh-CN, en;q=0.5")
                .get("statements", "format=canonical&statementId=" + ID)
                .text();

        assertThat(text)
                .contains("\"name\":{\"zh-CN\":\"题\"}")
                .contains("\"description\":{\"en\":\"only English\"}")
                .contains("\"description\":{\"zh-CN\":\"一\"}")
                .contains("\"description\":{\"fr\":\"deux\"}");
    }

    @Test
    void showsOfAgentsVerbsAndActivitiesTheIdsOnlyAndExactlyWhatCame() {
        String statement = about(
                "{\"objectType\":\"Group\",\"name\":\"G\",\"member\":[{\"name\":\"A\",\"mbox\":\"mailto:a@example.cn\"}]}",
                "v\",\"display\":{\"en\":\"did\"},\"id2\":\"",
                "{\"id\":\"http://example.cn/a\",\"definition\":{\"name\":{\"en\":\"a\"}}}");
        String sent = statement(ID, statement.replace(",\"id2\":\"\"", ""));
        store(sent);

        String ids = client.get("statements", "format=ids&statementId=" + ID).text();
        String exact = client.get("statements", "statementId=" + ID).text();

        assertThat(ids)
                .contains("\"member\":[{\"mbox\":\"mailto:a@example.cn\"}]")
                .contains("\"verb\":{\"id\":\"http://example.cn/verbs/v\"}")
                .doesNotContain("display", "definition", "\"G\"", "\"A\"");
        assertThat(exact).endsWith(sent.substring(1));
    }

    @Test
    void showsOfAnActivityTheIdOnlyWhenOnlyIdsAreAskedFor() {
        String activity = "{\"objectType\":\"Activity\",\"id\":\"http://example.cn/a\"}";
        String inside = "{\"objectType\":\"SubStatement\"," + about(agent("a"), "w", activity) + "}";
        store(statement(ID, about("{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@example.cn\"}", "v", inside)));

        String ids = client.get("statements", "format=ids&statementId=" + ID).text();

        assertThat(ids)
                .contains("\"object\":{\"id\":\"http://example.cn/a\"}")
                .contains("\"objectType\":\"SubStatement\"")
                .contains("{\"objectType\":\"Agent\",\"mbox\"");
    }
}
