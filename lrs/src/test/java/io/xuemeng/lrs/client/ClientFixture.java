package io.xuemeng.lrs.client;

import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.server.EngineLimits;
import io.xuemeng.lrs.server.LrsEngine;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.Verbs;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import io.xuemeng.lrs.store.jdbc.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;

/** A client, and the engine it speaks to over HTTP. */
final class ClientFixture implements AutoCloseable {

    static final Agent LEARNER = Agent.account("https://hub.example.cn", "a7f3-9c");
    static final Credentials CREDENTIALS = Credentials.basic("vendor", "密码");

    private final HikariDataSource source = TestDatabases.h2();
    final TestServer server;

    ClientFixture() {
        this(EngineLimits.defaults());
    }

    ClientFixture(EngineLimits limits) {
        try {
            server = new TestServer(LrsEngine.builder(JdbcRecordStore.open(source))
                    .limits(limits)
                    .build());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that does not wait long. */
    LrsClient.Builder client() {
        return LrsClient.builder(server.address(), CREDENTIALS)
                .retries(new RetryPolicy(4, Duration.ofMillis(5), Duration.ofSeconds(3)))
                .timeout(Duration.ofSeconds(20));
    }

    static Statement statement(int number) {
        return Statement.builder()
                .actor(LEARNER)
                .verb(Verbs.COMPLETED)
                .object(Activity.of("https://example.cn/lesson/" + number, LanguageMap.zh("第" + number + "课")))
                .build();
    }

    @Override
    public void close() {
        server.close();
        source.close();
    }
}
