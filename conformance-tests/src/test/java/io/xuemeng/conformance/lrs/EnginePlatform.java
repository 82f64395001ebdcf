package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.lrs.server.Caller;
import io.xuemeng.lrs.server.Headers;
import io.xuemeng.lrs.server.LrsEngine;
import io.xuemeng.lrs.server.LrsRequest;
import io.xuemeng.lrs.server.LrsResponse;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;

/** This project's own engine over a database in memory, as a platform that is tested in process. */
public final class EnginePlatform implements HttpPlatform, AutoCloseable {

    private static final String BASE_PATH = "/xapi";
    private static final String CREDENTIALS = "Basic a2l0OmtpdA==";
    private static final Caller CALLER = Caller.of("kit", Agent.account("https://platform.example.cn", "kit"));
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final JdbcConnectionPool pool;
    private final JdbcRecordStore store;
    private final LrsEngine engine;

    private EnginePlatform(JdbcConnectionPool pool, JdbcRecordStore store) {
        this.pool = pool;
        this.store = store;
        this.engine = LrsEngine.builder(store).basePath(BASE_PATH).build();
    }

    /** One with an empty store. */
    public static EnginePlatform open() throws SQLException {
        String address = "jdbc:h2:mem:kit" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        JdbcConnectionPool pool = JdbcConnectionPool.create(address, "", "");
        return new EnginePlatform(pool, JdbcRecordStore.open(pool));
    }

    @Override
    public HttpAnswer ask(HttpQuestion question) throws IOException {
        Headers.Builder headers = Headers.builder();
        question.headers().forEach(field -> headers.add(field.name(), field.value()));
        if (!question.isAnonymous() && question.header("Authorization").isEmpty()) {
            headers.set("Authorization", CREDENTIALS);
        }
        String path = question.path();
        if (question.isFromRoot()) {
            path = path.startsWith(BASE_PATH) ? path.substring(BASE_PATH.length()) : "/elsewhere";
        }
        LrsResponse response = engine.handle(
                LrsRequest.of(question.method(), path)
                        .query(question.query())
                        .headers(headers.build())
                        .body(new ByteArrayInputStream(question.body()))
                        .build(),
                given -> given.first("Authorization").orElse("").equals(CREDENTIALS) ? CALLER : Caller.anonymous());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        response.body().writeTo(body);
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers()
                .forEach((name, value) ->
                        fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
        return new HttpAnswer(response.status(), fields, body.toByteArray());
    }

    @Override
    public void close() {
        store.close();
        pool.dispose();
    }
}
