package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.store.RecordStore;
import io.xuemeng.lrs.store.StatementStore;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine as a client sees it, whichever version it speaks. */
class LrsEngineTest {

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

    @Test
    void tellsWhatItIsToAnybody() {
        TestClient.Answer answer = client.as(Caller.anonymous())
                .without("X-Experience-API-Version")
                .get("about", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"version\":[\"1.0.3\",\"2.0.0\"]}");
    }

    @Test
    void tellsMoreOfItselfAndLivesElsewhereWhereThePlatformSaysSo() throws SQLException {
        TestClient elsewhere = new TestClient(LrsEngine.builder(JdbcRecordStore.open(source))
                .basePath("/records/xapi")
                .aboutExtension("http://example.cn/ext", RawJson.of("{\"a\":[1]}"))
                .build());
        elsewhere.post("statements", "", TestClient.statement("http://example.cn/verbs/v1"));
        elsewhere.post("statements", "", TestClient.statement("http://example.cn/verbs/v2"));

        assertThat(elsewhere.get("about", "").text())
                .isEqualTo(
                        "{\"version\":[\"1.0.3\",\"2.0.0\"],\"extensions\":{\"http://example.cn/ext\":{\"a\":[1]}}}");
        assertThat(elsewhere.get("statements", "limit=1").text()).contains("\"more\":\"/records/xapi/statements?more=");
    }

    @ParameterizedTest
    @CsvSource({"V1_0, 1.0.3, 2.0.0", "V2_0, 2.0.0, 1.0.3"})
    void speaksOneVersionOnlyWhereThePlatformSaysSo(XapiVersion only, String spoken, String other) throws SQLException {
        TestClient strict = new TestClient(LrsEngine.builder(JdbcRecordStore.open(source))
                .versions(Set.of(only))
                .build());

        assertThat(strict.get("about", "").text()).isEqualTo("{\"version\":[\"" + spoken + "\"]}");
        assertThat(strict.version(spoken).get("statements", "").status()).isEqualTo(200);
        TestClient.Answer refused = strict.version(other).get("statements", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("LRS-004", spoken);
        for (TestClient asks : List.of(strict.version(other), strict.without("X-Experience-API-Version"))) {
            assertThat(asks.get("about", "").status()).isEqualTo(200);
            assertThat(asks.get("about", "").header("X-Experience-API-Version")).isEqualTo(spoken);
        }
        for (String path : List.of("statements", "activities/state", "agents")) {
            TestClient.Answer silent =
                    strict.without("X-Experience-API-Version").get(path, "");
            assertThat(silent.status()).isEqualTo(400);
            assertThat(silent.header("X-Experience-API-Version")).isEqualTo(spoken);
        }
    }

    @Test
    void answersAs20WhenTheHeadersSayNoVersionAndAs103InTheSyntaxThatOnlyItHas() throws SQLException {
        TestClient silent =
                new TestClient(LrsEngine.over(JdbcRecordStore.open(source))).without("X-Experience-API-Version");
        TestClient form = silent.with("Content-Type", "application/x-www-form-urlencoded");

        TestClient.Answer refused = silent.get("statements", "");
        TestClient.Answer asked = form.post("statements", "method=GET", "X-Experience-API-Version=1.0.3");
        TestClient.Answer encoded = form.post("statements", "%6Dethod=GET", "X-Experience-API-Version=1.0.3");
        TestClient.Answer wrong = form.post("statements", "method=GET", "X-Experience-API-Version=1.0.3&limit=x");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("X-Experience-API-Version")).isEqualTo("2.0.0");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("X-Experience-API-Version")).isEqualTo("1.0.3");
        assertThat(encoded.status()).isEqualTo(200);
        assertThat(encoded.header("X-Experience-API-Version")).isEqualTo("1.0.3");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.header("X-Experience-API-Version")).isEqualTo("1.0.3");
    }

    @Test
    void speaksOneVersionAtLeast() throws SQLException {
        LrsEngine.Builder builder = LrsEngine.builder(JdbcRecordStore.open(source));

        assertThatThrownBy(() -> builder.versions(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void storesAStatementAndReturnsItWithWhatAnLrsSets() {
        TestClient.Answer stored = client.post("statements", "", TestClient.statement("http://example.cn/verbs/read"));
        assertThat(stored.status()).isEqualTo(200);
        String id = stored.text().substring(2, 38);

        TestClient.Answer answer = client.get("statements", "statementId=" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("\"id\":\"" + id + "\"")
                .contains("\"version\":\"2.0.0\"")
                .contains("\"authority\":{")
                .matches(".*\"timestamp\":\"(\\S{27})\",\"stored\":\"\\1\".*");
    }

    @Test
    void pagesThroughStatementsByMoreLinks() {
        for (int i = 0; i < 5; i++) {
            client.post("statements", "", TestClient.statement("http://example.cn/verbs/v" + i));
        }
        String text = client.get("statements", "limit=2").text();
        assertThat(text).contains("/v4\"").contains("/v3\"").doesNotContain("/v2\"");
        String more = text.replaceAll(".*\"more\":\"/xapi/statements\\?([^\"]*)\"}", "$1");

        String second = client.get("statements", more).text();

        assertThat(second).contains("/v2\"").contains("/v1\"").doesNotContain("/v0\"");
    }

    @Test
    void claimsToBeConsistentThroughNoTimeAtWhichItStoredWhatTheAnswerLacks() throws SQLException {
        RecordStore store = JdbcRecordStore.open(source);
        TestClient writer = new TestClient(LrsEngine.over(store));
        Runnable late = () -> writer.post("statements", "", TestClient.statement("http://example.cn/verbs/late"));
        TestClient reader = new TestClient(LrsEngine.over(after(
                RecordStore.class,
                store,
                "statements",
                found -> after(StatementStore.class, (StatementStore) found, "query", page -> {
                    late.run();
                    return page;
                }))));
        writer.post("statements", "", TestClient.statement("http://example.cn/verbs/early"));

        TestClient.Answer answer = reader.get("statements", "");

        assertThat(answer.text()).contains("/early\"").doesNotContain("/late\"");
        Matcher stored = Pattern.compile("\"stored\":\"([^\"]*)\"")
                .matcher(writer.get("statements", "limit=1").text());
        assertThat(stored.find()).isTrue();
        assertThat(Instant.parse(answer.header("X-Experience-API-Consistent-Through")))
                .isBefore(Instant.parse(stored.group(1)));
    }

    /** A store whose method is followed by something else. */
    private static <T> T after(Class<T> type, T target, String name, UnaryOperator<Object> next) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = method.invoke(target, arguments);
                    return method.getName().equals(name) ? next.apply(result) : result;
                }));
    }

    @Test
    void acceptsARepetitionAndRefusesAnotherStatementUnderTheSameId() {
        String id = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0";
        String statement = TestClient.statement("http://example.cn/verbs/read");
        assertThat(client.put("statements", "statementId=" + id, statement).status())
                .isEqualTo(204);
        assertThat(client.put("statements", "statementId=" + id, statement).status())
                .isEqualTo(204);

        TestClient.Answer other =
                client.put("statements", "statementId=" + id, TestClient.statement("http://example.cn/verbs/other"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("\"requirement\":\"LRS-033\"");
    }

    @Test
    void mergesPostedJsonDocumentsAndProtectsThemByEtags() {
        String at = "activityId=http%3A%2F%2Fexample.cn%2Fa&stateId=s&agent="
                + TestClient.encode("{\"mbox\":\"mailto:a@example.cn\"}");
        assertThat(client.post("activities/state", at, "{\"x\":1,\"y\":2}").status())
                .isEqualTo(204);
        assertThat(client.post("activities/state", at, "{\"y\":3}").status()).isEqualTo(204);
        TestClient.Answer document = client.get("activities/state", at);
        assertThat(document.text()).isEqualTo("{\"x\":1,\"y\":3}");

        assertThat(client.put("activities/state", at, "{}").status()).isEqualTo(409);
        assertThat(client.with("If-Match", "\"1234\"")
                        .put("activities/state", at, "{}")
                        .status())
                .isEqualTo(412);
        assertThat(client.with("If-Match", document.header("ETag"))
                        .put("activities/state", at, "{}")
                        .status())
                .isEqualTo(204);
    }
}
