package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Group;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two versions have in common, and where they differ, sentence by sentence. */
class XapiVersionsTest {

    private static final String AGENT = "agent=" + TestClient.encode("{\"mbox\":\"mailto:a@example.cn\"}");
    private static final String STATE =
            "activityId=" + TestClient.encode("http://example.cn/a") + "&stateId=s&" + AGENT;
    private static final String PROFILE = "profileId=p&" + AGENT;

    private HikariDataSource source;
    private LrsEngine engine;
    private TestClient client;

    @BeforeEach
    void open() throws SQLException {
        source = TestDatabases.h2();
        engine = LrsEngine.over(JdbcRecordStore.open(source));
        client = new TestClient(engine);
    }

    @AfterEach
    void close() {
        source.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 200, 1.0.3",
        "1.0.0, 200, 1.0.3",
        "1.0.9, 200, 1.0.3",
        "2.0, 200, 2.0.0",
        "2.0.0, 200, 2.0.0",
        "2.0.1, 200, 2.0.0",
        "0.95, 400, 1.0.3",
        "1.1.0, 400, 1.0.3",
        "2.1.0, 400, 2.0.0",
        "3.0.0, 400, 2.0.0",
        "10.0.0, 400, 2.0.0",
        "nonsense, 400, 2.0.0"
    })
    void speaksTheVersionsOfBothLinesAndSaysWhich(String asked, int status, String answered) {
        TestClient.Answer answer = client.version(asked).get("statements", "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Experience-API-Version")).isEqualTo(answered);
        assertThat(client.version(asked).get("about", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"1.0.3, 1.0.0", "2.0.0, 2.0.0"})
    void givesAStatementWithoutVersionTheOneItWasReceivedUnder(String header, String version) {
        client.version(header).post("statements", "", TestClient.statement("http://example.cn/v"));

        assertThat(client.get("statements", "").text()).contains("\"version\":\"" + version + "\"");
    }

    @Test
    void refusesTheMethodsAResourceDoesNotHaveWhoeverAsks() {
        TestClient anybody = client.as(Caller.anonymous());
        for (String path : List.of("statements", "activities", "agents", "about")) {
            assertThat(anybody.delete(path, "").status()).isEqualTo(405);
        }
        for (String path : List.of("activities", "agents", "about")) {
            assertThat(anybody.put(path, "", "").status()).isEqualTo(405);
            assertThat(anybody.post(path, "", "").status()).isEqualTo(405);
        }
    }

    @Test
    void saysUpToWhenItIsConsistentWhateverItAnswersAboutStatements() {
        Instant before = Instant.now();
        for (String query : List.of("", "LIMIT=1", "statementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa0")) {
            String through = client.get("statements", query).header("X-Experience-API-Consistent-Through");
            assertThat(Instant.parse(through)).isAfterOrEqualTo(before.minusSeconds(1));
        }
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        client.put("agents/profile", PROFILE, "{\"a\":1}");
        TestClient.Answer get = client.get("agents/profile", PROFILE);

        TestClient.Answer head = client.send("HEAD", "agents/profile", PROFILE, new byte[0]);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag")).isEqualTo("\"" + sha1("{\"a\":1}") + "\"");
        assertThat(head.header("Content-Length")).isEqualTo("7");
        assertThat(head.header("Last-Modified")).isNotEmpty();
    }

    private static String sha1(String text) {
        return Answers.sha1(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void letsAStatePassUnconditionallyInTheOldVersionOnly() {
        TestClient old = client.version("1.0.3");
        assertThat(old.put("activities/state", STATE, "{}").status()).isEqualTo(204);
        assertThat(old.put("activities/state", STATE, "{\"a\":1}").status()).isEqualTo(204);
        assertThat(client.put("activities/state", STATE, "{}").status()).isEqualTo(409);
        assertThat(client.put("agents/profile", PROFILE, "{}").status()).isEqualTo(204);
        assertThat(old.put("agents/profile", PROFILE, "{\"a\":1}").status()).isEqualTo(409);
        assertThat(client.get("activities/state", STATE).text()).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.3", "2.0.0"})
    void changesNothingWhenAPreconditionFails(String version) {
        TestClient speaker = client.version(version);
        for (String[] at : new String[][] {{"activities/state", STATE}, {"agents/profile", PROFILE}}) {
            speaker.post(at[0], at[1], "{\"a\":1}");
            TestClient stale = speaker.with("If-Match", "\"1234\"");
            assertThat(stale.put(at[0], at[1], "{}").status()).isEqualTo(412);
            assertThat(stale.post(at[0], at[1], "{}").status()).isEqualTo(412);
            assertThat(stale.delete(at[0], at[1]).status()).isEqualTo(412);
            assertThat(speaker.with("If-None-Match", "*")
                            .put(at[0], at[1], "{}")
                            .status())
                    .isEqualTo(412);
            assertThat(speaker.get(at[0], at[1]).text()).isEqualTo("{\"a\":1}");
            String etag = speaker.get(at[0], at[1]).header("ETag");
            assertThat(speaker.with("If-Match", etag).delete(at[0], at[1]).status())
                    .isEqualTo(204);
            assertThat(speaker.get(at[0], at[1]).status()).isEqualTo(404);
        }
    }

    @Test
    void listsAndDeletesStatesByTheirContext() {
        String context = "activityId=" + TestClient.encode("http://example.cn/a") + "&" + AGENT;
        String registration = "&registration=fd41c918-b88b-4b20-a0a5-a4c32391aaa0";
        client.put("activities/state", context + "&stateId=b", "{}");
        Instant between = Instant.now();
        client.put("activities/state", context + "&stateId=a" + registration, "{}");

        assertThat(client.get("activities/state", context).text()).isEqualTo("[\"a\",\"b\"]");
        assertThat(client.get("activities/state", context + registration).text())
                .isEqualTo("[\"a\"]");
        assertThat(client.get("activities/state", context + "&since=" + between).text())
                .isEqualTo("[\"a\"]");
        assertThat(client.delete("activities/state", context + registration).status())
                .isEqualTo(204);
        assertThat(client.get("activities/state", context).text()).isEqualTo("[\"b\"]");
        assertThat(client.delete("activities/state", context).status()).isEqualTo(204);
        assertThat(client.get("activities/state", context).text()).isEqualTo("[]");
    }

    @Test
    void keepsDocumentsOfAnyTypeByteForByte() {
        byte[] bytes = {0, 1, (byte) 0xff, '\r', '\n'};
        TestClient binary = client.with("Content-Type", "image/png");
        assertThat(binary.send("PUT", "agents/profile", PROFILE, bytes).status())
                .isEqualTo(204);

        TestClient.Answer answer = client.get("agents/profile", PROFILE);

        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(client.post("agents/profile", PROFILE, "{}").text()).contains("LRS-063");
    }

    @Test
    void answersTheAlternateSyntaxAsTheRequestItCarries() {
        TestClient form =
                client.without("X-Experience-API-Version").with("Content-Type", "application/x-www-form-urlencoded");
        String id = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0";
        String fields = "X-Experience-API-Version=1.0.3&statementId=" + id + "&content="
                + TestClient.encode(TestClient.statement("http://example.cn/阅读"));

        assertThat(form.post("statements", "method=PUT", fields).status()).isEqualTo(204);
        assertThat(form.post("statements", "method=GET", "X-Experience-API-Version=1.0.3&statementId=" + id)
                        .text())
                .contains("http://example.cn/阅读");
        assertThat(form.post("statements", "method=PUT", fields.replace("1.0.3", "0.8"))
                        .status())
                .isEqualTo(400);
        assertThat(form.post("statements", "method=PUT", fields.replace("1.0.3", "2.0.0"))
                        .text())
                .contains("LRS-070");
        assertThat(form.put("statements", "method=POST", fields).status()).isEqualTo(400);
    }

    @Test
    void asksWhoCallsWithTheCredentialsInTheForm() {
        LrsRequest request = LrsRequest.of("POST", "/statements")
                .query("method=GET")
                .headers(Headers.builder()
                        .set("X-Experience-API-Version", "1.0.3")
                        .set("Content-Type", "application/x-www-form-urlencoded")
                        .build())
                .body(new java.io.ByteArrayInputStream(
                        "Authorization=Basic%20YTpi".getBytes(StandardCharsets.US_ASCII)))
                .build();

        LrsResponse response = engine.handle(
                request,
                headers -> headers.first("Authorization").orElse("").equals("Basic YTpi")
                        ? TestClient.CALLER
                        : Caller.anonymous());

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void showsActivitiesInOneLanguageWithAllThatIsKnownOfThem() {
        String object = "\"object\":{\"id\":\"http://example.cn/activities/1\",\"definition\":{\"name\":{%s}}}}";
        String start = TestClient.statement("http://example.cn/v").replaceAll("\"object\".*", "");
        client.post("statements", "", start + String.format(object, "\"en\":\"fractions\""));
        client.post("statements", "", start + String.format(object, "\"zh-CN\":\"分数\""));
        String activity = "activityId=" + TestClient.encode("http://example.cn/activities/1");

        assertThat(client.get("activities", activity).text())
                .isEqualTo("{\"objectType\":\"Activity\",\"id\":\"http://example.cn/activities/1\","
                        + "\"definition\":{\"name\":{\"en\":\"fractions\",\"zh-CN\":\"分数\"}}}");
        assertThat(client.with("Accept-Language", "zh")
                        .get("statements", "format=canonical&limit=1")
                        .text())
                .contains("{\"name\":{\"zh-CN\":\"分数\"}}");
        assertThat(client.with("Accept-Language", "en-GB")
                        .get("statements", "format=canonical&limit=1")
                        .text())
                .contains("{\"name\":{\"en\":\"fractions\"}}");
        assertThat(client.get("statements", "format=ids&limit=1").text()).doesNotContain("definition");
    }

    @Test
    void letsACallerReadWhatItsScopesPermit() {
        Agent one = Agent.account("https://lms.example.cn", "one");
        Agent two = Agent.account("https://lms.example.cn", "two");
        Set<Scope> writer = Set.of(Scope.STATEMENTS_WRITE, Scope.STATEMENTS_READ_MINE);
        TestClient first = client.as(Caller.of("1", one, writer));
        TestClient second = client.as(Caller.of("2", two, writer));
        String id = first.post("statements", "", TestClient.statement("http://example.cn/one"))
                .text()
                .substring(2, 38);
        second.post("statements", "", TestClient.statement("http://example.cn/two"));

        assertThat(first.get("statements", "").text()).contains("/one").doesNotContain("/two");
        assertThat(second.get("statements", "statementId=" + id).status()).isEqualTo(404);
        assertThat(first.put("activities/state", STATE, "{}").status()).isEqualTo(403);
        assertThat(client.as(Caller.of("3", two, Set.of(Scope.ALL_READ)))
                        .get("statements", "")
                        .text())
                .contains("/one")
                .contains("/two");
        assertThat(client.as(Caller.of("4", two, Set.of(Scope.STATE)))
                        .get("statements", "")
                        .status())
                .isEqualTo(403);
        assertThat(client.as(Caller.anonymous()).get("statements", "").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "STATE, 204, 403, 200, 403",
        "PROFILE, 403, 204, 403, 200",
        "ALL_READ, 403, 403, 200, 200",
        "ALL, 204, 204, 200, 200",
        "STATEMENTS_WRITE, 403, 403, 403, 403",
        "STATEMENTS_READ, 403, 403, 403, 403"
    })
    void letsACallerUseTheDocumentsThatItsScopeNames(
            Scope scope, int writeState, int writeProfile, int readState, int readProfile) {
        client.version("1.0.3").put("activities/state", STATE, "{}");
        client.put("agents/profile", PROFILE, "{}");
        Agent agent = Agent.account("https://lms.example.cn", "one");
        TestClient caller = client.as(Caller.of("1", agent, Set.of(scope)));

        assertThat(caller.post("activities/state", STATE, "{}").status()).isEqualTo(writeState);
        assertThat(caller.post("agents/profile", PROFILE, "{}").status()).isEqualTo(writeProfile);
        assertThat(caller.get("activities/state", STATE).status()).isEqualTo(readState);
        assertThat(caller.get("agents/profile", PROFILE).status()).isEqualTo(readProfile);
        assertThat(caller.get("activities", "activityId=http%3A%2F%2Fexample.cn%2Fa")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void setsTheAuthorityWhateverTheSenderClaims() {
        Group authority = Group.anonymous(
                List.of(Agent.account("https://lms.example.cn", "app"), Agent.mbox("mailto:user@example.cn")));
        String claimed = TestClient.statement("http://example.cn/v")
                .replaceFirst("\\{", "{\"authority\":{\"mbox\":\"mailto:claimed@example.cn\"},");

        client.as(Caller.of("app", authority)).post("statements", "", claimed);

        assertThat(client.get("statements", "").text())
                .doesNotContain("claimed")
                .contains("user@example.cn");
        String byUser = "related_agents=true&agent=" + TestClient.encode("{\"mbox\":\"mailto:user@example.cn\"}");
        assertThat(client.get("statements", byUser).text()).contains("user@example.cn");
        String byClaimed = "related_agents=true&agent=" + TestClient.encode("{\"mbox\":\"mailto:claimed@example.cn\"}");
        assertThat(client.get("statements", byClaimed).text()).doesNotContain("\"id\"");
    }

    @Test
    void readsGzipAndRefusesWhatGrowsBeyondTheLimit() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(TestClient.statement("http://example.cn/v").getBytes(StandardCharsets.UTF_8));
        }
        TestClient gzipped = client.with("Content-Encoding", "gzip");
        assertThat(gzipped.send("POST", "statements", "", packed.toByteArray()).status())
                .isEqualTo(200);

        packed.reset();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[20 << 20]);
        }
        assertThat(gzipped.send("POST", "statements", "", packed.toByteArray()).status())
                .isEqualTo(413);
    }

    @Test
    void saysWhatIsWrongInTheReadersLanguageAndForm() {
        TestClient.Answer chinese = client.with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.1")
                .with("Accept", "text/plain")
                .get("statements", "limits=1");
        assertThat(chinese.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(chinese.text()).startsWith("LRS-010: 此处不认识参数 limits，");

        TestClient.Answer page = client.with("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                .get("statements", "%3Cscript%3E=1");
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.text()).contains("&lt;script&gt;").doesNotContain("<script>");

        assertThat(client.with("Accept", "application/json, text/plain, */*")
                        .get("statements", "limits=1")
                        .header("Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void reportsEveryBadStatementOfABatchAndStoresNothingOfIt() {
        String good = TestClient.statement("http://example.cn/v");
        String answer = client.post(
                        "statements",
                        "",
                        "[" + good + "," + good.replace("verb", "Verb") + "," + good.replace("mailto:", "") + "]")
                .text();

        assertThat(answer).contains("/1").contains("/2").contains("REC-");
        assertThat(client.get("statements", "").text()).isEqualTo("{\"statements\":[],\"more\":\"\"}");
    }

    @Test
    void stillServesWhenTheStoreFails() {
        source.close();

        TestClient.Answer answer = client.get("statements", "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("LRS-090");
        assertThat(client.get("about", "").status()).isEqualTo(200);
    }
}
