package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the standards ask of documents, of the small resources, and of all requests; see docs/lrs-clauses.md. */
class DocumentClausesTest {

    private static final String AGENT = "agent=" + TestClient.encode("{\"mbox\":\"mailto:a@example.cn\"}");
    private static final String ACTIVITY = "activityId=" + TestClient.encode("http://example.cn/unheard-of");
    private static final String REGISTRATION = "registration=fd41c918-b88b-4b20-a0a5-a4c32391aaa0";

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

    /** Version, resource, what its documents are under, and the parameter of their id. */
    static Stream<Arguments> resources() {
        return Stream.of("1.0.3", "2.0.0")
                .flatMap(version -> Stream.of(
                        Arguments.of(version, "activities/state", ACTIVITY + "&" + AGENT, "stateId"),
                        Arguments.of(
                                version, "activities/state", ACTIVITY + "&" + AGENT + "&" + REGISTRATION, "stateId"),
                        Arguments.of(version, "agents/profile", AGENT, "profileId"),
                        Arguments.of(version, "activities/profile", ACTIVITY, "profileId")));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void storesFetchesListsAndDeletesDocuments(String version, String path, String scope, String idName) {
        TestClient speaker = client.version(version);
        String at = scope + "&" + idName + "=";
        Instant before = Instant.now().minusSeconds(1);

        assertThat(speaker.with("If-None-Match", "*")
                        .put(path, at + "one", "{\"x\":1}")
                        .status())
                .isEqualTo(204);
        assertThat(speaker.post(path, at + "two", "{\"y\":2}").status()).isEqualTo(204);

        TestClient.Answer one = speaker.get(path, at + "one");
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.text()).isEqualTo("{\"x\":1}");
        assertThat(one.header("Content-Type")).isEqualTo("application/json");
        assertThat(one.header("ETag"))
                .isEqualTo('"' + Answers.sha1("{\"x\":1}".getBytes(StandardCharsets.UTF_8)) + '"');
        assertThat(one.header("Last-Modified")).endsWith("GMT");
        TestClient.Answer list = speaker.get(path, scope);
        assertThat(list.text()).isEqualTo("[\"one\",\"two\"]");
        assertThat(list.header("ETag")).matches("\"[0-9a-f]{40}\"");
        assertThat(list.header("Last-Modified")).endsWith("GMT");
        assertThat(speaker.get(path, scope + "&since=" + before).text()).isEqualTo("[\"one\",\"two\"]");
        assertThat(speaker.get(path, scope + "&since=2100-01-01T00:00:00Z").text())
                .isEqualTo("[]");
        assertThat(speaker.get(path, scope + "&since=yesterday").status()).isEqualTo(400);
        assertThat(speaker.delete(path, at + "one").status()).isEqualTo(204);
        assertThat(speaker.get(path, at + "one").status()).isEqualTo(404);
        assertThat(speaker.get(path, scope).text()).isEqualTo("[\"two\"]");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void asksForEachParameterAndKnowsNoOther(String version, String path, String scope, String idName) {
        TestClient speaker = client.version(version);
        String whole = scope.replace("&" + REGISTRATION, "") + "&" + idName + "=d";
        for (String parameter : whole.split("&")) {
            String rest = whole.replace(parameter, "").replaceAll("^&|&(?=&|$)", "");
            assertThat(speaker.put(path, rest, "{}").status()).as(rest).isEqualTo(400);
            assertThat(speaker.post(path, rest, "{}").status()).as(rest).isEqualTo(400);
            if (!parameter.startsWith(idName)) {
                assertThat(speaker.get(path, rest).status()).as(rest).isEqualTo(400);
                assertThat(speaker.delete(path, rest).status()).as(rest).isEqualTo(400);
            }
            String capital =
                    whole.replace(parameter, Character.toUpperCase(parameter.charAt(0)) + parameter.substring(1));
            assertThat(speaker.get(path, capital).status()).as(capital).isEqualTo(400);
        }
        String other = whole + "&anything=1";
        assertThat(speaker.put(path, other, "{}").status()).isEqualTo(400);
        assertThat(speaker.post(path, other, "{}").status()).isEqualTo(400);
        assertThat(speaker.get(path, other).status()).isEqualTo(400);
        assertThat(speaker.delete(path, other).status()).isEqualTo(400);
        assertThat(speaker.put(path, whole + "&since=2012-06-01T19:09:13Z", "{}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"x\":\"bash\",\"z\":{\"b\":2}}|204|{\"x\":\"bash\",\"y\":\"bar\",\"z\":{\"b\":2}}",
                "application/json; charset=utf-8|{\"x\":1}|204|{\"x\":1,\"y\":\"bar\",\"z\":{\"a\":1}}",
                "application/json|[1]|400|",
                "application/json|{\"x\":|400|",
                "application/octet-stream|{\"x\":1}|400|",
                "not/json|abcdefg|400|"
            })
    void mergesTheFirstLevelOfObjectsAndNothingElse(String type, String posted, int status, String merged) {
        String original = "{\"x\":\"foo\",\"y\":\"bar\",\"z\":{\"a\":1}}";
        for (Object[] at : resources().map(Arguments::get).toList()) {
            String query = at[2] + "&" + at[3] + "=m";
            TestClient speaker = client.version((String) at[0]);
            String path = (String) at[1];
            speaker.delete(path, query);
            speaker.post(path, query, original);

            assertThat(speaker.with("Content-Type", type)
                            .post(path, query, posted)
                            .status())
                    .isEqualTo(status);

            assertThat(speaker.get(path, query).text()).isEqualTo(merged == null ? original : merged);
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void mergesNothingIntoADocumentThatIsNoJson(String version, String path, String scope, String idName) {
        TestClient speaker = client.version(version);
        String query = scope + "&" + idName + "=n";
        speaker.with("Content-Type", "application/octet-stream")
                .with("If-None-Match", "*")
                .put(path, query, "/ asdf /");

        assertThat(speaker.post(path, query, "{}").status()).isEqualTo(400);

        assertThat(speaker.get(path, query).text()).isEqualTo("/ asdf /");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void explainsAPutThatDoesNotSayWhatItReplaces(String version, String path, String scope, String idName) {
        if (version.equals("1.0.3") && path.equals("activities/state")) {
            return;
        }
        TestClient speaker = client.version(version);
        String query = scope + "&" + idName + "=p";
        assertThat(speaker.with("If-None-Match", "*").put(path, query, "{}").status())
                .isEqualTo(204);

        TestClient.Answer answer = speaker.put(path, query, "{\"x\":1}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("If-Match");
        assertThat(speaker.get(path, query).text()).isEqualTo("{}");
        assertThat(speaker.with("If-None-Match", "*")
                        .post(path, query, "{\"x\":1}")
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agents/profile", "activities/profile"})
    void asksWhoPutsANewProfileInTheOldVersionWhetherItExpectsNone(String path) {
        String query = (path.startsWith("agents") ? AGENT : ACTIVITY) + "&profileId=new";
        TestClient old = client.version("1.0.3");

        TestClient.Answer answer = old.put(path, query, "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("LRS-066", "If-None-Match: *");
        assertThat(old.get(path, query).status()).isEqualTo(404);
        assertThat(client.put(path, query, "{}").status()).isEqualTo(204);
    }

    /** Requests with all sorts of answers. */
    static Stream<Arguments> reads() {
        return Stream.of("1.0.3", "2.0.0")
                .flatMap(version -> Stream.of(
                                "about",
                                "statements",
                                "statements?limit=1&attachments=false",
                                "statements?statementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
                                "statements?statementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa1",
                                "statements?bogus=1",
                                "activities?" + ACTIVITY,
                                "activities",
                                "agents?" + AGENT,
                                "activities/state?" + ACTIVITY + "&" + AGENT,
                                "activities/state?" + ACTIVITY + "&" + AGENT + "&stateId=s",
                                "agents/profile?" + AGENT,
                                "agents/profile?" + AGENT + "&profileId=none",
                                "activities/profile?" + ACTIVITY,
                                "nothing/here")
                        .map(request -> Arguments.of(version, request)));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void answersHeadWithTheStatusAndTheHeadersOfGet(String version, String request) {
        TestClient speaker = client.version(version);
        speaker.put(
                "statements",
                "statementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
                TestClient.statement("http://example.cn/v"));
        speaker.post("activities/state", ACTIVITY + "&" + AGENT + "&stateId=s", "{}");
        String[] parts = request.split("\\?", 2);
        String query = parts.length > 1 ? parts[1] : "";

        TestClient.Answer get = speaker.get(parts[0], query);
        TestClient.Answer head = speaker.send("HEAD", parts[0], query, new byte[0]);

        assertThat(get.body()).isNotEmpty();
        assertThat(head.body()).isEmpty();
        assertThat(head.status()).isEqualTo(get.status());
        for (String name : List.of("Content-Type", "ETag", "Last-Modified", "X-Experience-API-Version")) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        assertThat(get.header("X-Experience-API-Version")).isEqualTo(version);
        assertThat(head.header("X-Experience-API-Consistent-Through").isEmpty())
                .isEqualTo(!parts[0].equals("statements"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mbox\":\"mailto:a@e.cn\",\"name\":\"A\"}|{\"objectType\":\"Person\",\"name\":[\"A\"],\"mbox\":[\"mailto:a@e.cn\"]}",
                "{\"openid\":\"https://a.e.cn\"}|{\"objectType\":\"Person\",\"openid\":[\"https://a.e.cn\"]}",
                "{\"mbox_sha1sum\":\"0123456789abcdef0123456789abcdef01234567\"}|{\"objectType\":\"Person\","
                        + "\"mbox_sha1sum\":[\"0123456789abcdef0123456789abcdef01234567\"]}",
                "{\"account\":{\"homePage\":\"https://e.cn\",\"name\":\"a\"}}|{\"objectType\":\"Person\","
                        + "\"account\":[{\"homePage\":\"https://e.cn\",\"name\":\"a\"}]}"
            })
    void makesAPersonOfAnAgentItHasNeverHeardOf(String agent, String person) {
        for (String version : List.of("1.0.3", "2.0.0")) {
            TestClient.Answer answer = client.version(version).get("agents", "agent=" + TestClient.encode(agent));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo(person);
            assertThat(answer.header("ETag")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agents?agent=%7B%7D",
                "agents?agent=notJSON",
                "agents?agent=%7B%22objectType%22%3A%22Group%22%2C%22mbox%22%3A%22mailto%3Aa%40e.cn%22%7D",
                "agents?agent=%7B%22mbox%22%3A%22mailto%3Aa%40e.cn%22%2C%22openid%22%3A%22https%3A%2F%2Fe.cn%22%7D",
                "agents",
                "activities",
                "activities?activityId=no%20iri",
                "about?x=1"
            })
    void refusesLookUpsThatAreNone(String request) {
        String[] parts = request.split("\\?", 2);
        for (String version : List.of("1.0.3", "2.0.0")) {
            assertThat(client.version(version)
                            .get(parts[0], parts.length > 1 ? parts[1] : "")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void returnsAnActivityItHasNeverHeardOf() {
        for (String version : List.of("1.0.3", "2.0.0")) {
            TestClient.Answer answer = client.version(version).get("activities", ACTIVITY);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text())
                    .isEqualTo("{\"objectType\":\"Activity\",\"id\":\"http://example.cn/unheard-of\"}");
        }
    }

    @Test
    void takesHeadersAndParametersOfTheAlternateSyntaxForWhatTheyAre() {
        TestClient form =
                client.without("X-Experience-API-Version").with("Content-Type", "application/x-www-form-urlencoded");
        String fields = "X-Experience-API-Version=1.0.3&profileId=p&" + AGENT;
        String put = fields + "&Content-Type=text%2Fplain&content=" + TestClient.encode("第一课");
        assertThat(form.post("agents/profile", "method=PUT", put).status()).isEqualTo(400);
        assertThat(form.post("agents/profile", "method=PUT", put + "&If-None-Match=*")
                        .status())
                .isEqualTo(204);
        TestClient.Answer stored = client.get("agents/profile", "profileId=p&" + AGENT);
        assertThat(stored.text()).isEqualTo("第一课");
        assertThat(stored.header("Content-Type")).isEqualTo("text/plain");

        assertThat(form.post("agents/profile", "method=PUT", put + "&If-None-Match=*")
                        .status())
                .isEqualTo(412);
        assertThat(form.post("agents/profile", "method=DELETE", fields + "&If-Match=" + TestClient.encode("\"1234\""))
                        .status())
                .isEqualTo(412);
        assertThat(form.post(
                                "agents/profile",
                                "method=DELETE",
                                fields + "&If-Match=" + TestClient.encode(stored.header("ETag")))
                        .status())
                .isEqualTo(204);
        assertThat(form.post("agents/profile", "method=GET", fields + "&bogus=1")
                        .status())
                .isEqualTo(400);
        assertThat(form.post("agents/profile", "method=GET", fields).status()).isEqualTo(404);
        assertThat(form.post("agents/profile", "method=GET&limit=1", fields).status())
                .isEqualTo(400);
    }
}
