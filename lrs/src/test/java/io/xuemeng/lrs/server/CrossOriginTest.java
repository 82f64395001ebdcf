package io.xuemeng.lrs.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pages of other origins may do. */
class CrossOriginTest {

    private static final String ALLOWED = "https://lms.example.cn";

    private HikariDataSource source;
    private TestClient client;

    @BeforeEach
    void open() throws SQLException {
        source = TestDatabases.h2();
        client = new TestClient(LrsEngine.builder(JdbcRecordStore.open(source))
                .allowOrigin(ALLOWED)
                .build());
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void arePreparedForByAskingWhichIsAnsweredToAnybody() {
        TestClient.Answer answer = client.as(Caller.anonymous())
                .with("Origin", ALLOWED)
                .with("Access-Control-Request-Method", "PUT")
                .send("OPTIONS", "statements", "", new byte[0]);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
        assertThat(answer.header("Access-Control-Allow-Methods").split(", ")).contains("GET", "PUT", "POST");
        assertThat(answer.header("Access-Control-Allow-Headers").split(", "))
                .contains("Authorization", "Content-Type", "If-Match", "X-Experience-API-Version");
    }

    @Test
    void readWhatTheEngineAnswersWhenTheirOriginIsAllowed() {
        for (String path : List.of("statements", "about", "nothing")) {
            TestClient.Answer answer = client.with("Origin", ALLOWED).get(path, "");

            assertThat(answer.header("Access-Control-Allow-Origin")).as(path).isEqualTo(ALLOWED);
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains("ETag", "X-Experience-API-Consistent-Through");
            assertThat(answer.headers().all("Vary")).contains("Origin");
        }
    }

    @Test
    void readNothingWhenTheirOriginIsAnother() {
        for (String other : List.of("https://lms.example.cn.example.com", "http://lms.example.cn", "null")) {
            TestClient.Answer answer = client.with("Origin", other).get("statements", "");
            TestClient.Answer preflight = client.with("Origin", other).send("OPTIONS", "statements", "", new byte[0]);

            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.headers().all("Vary")).as("for caches on the way").contains("Origin");
            assertThat(preflight.status()).isEqualTo(403);
            assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }
}
