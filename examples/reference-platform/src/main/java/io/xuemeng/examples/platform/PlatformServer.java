package io.xuemeng.examples.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.xuemeng.lrs.server.EngineLimits;
import io.xuemeng.lrs.server.LrsEngine;
import io.xuemeng.lrs.store.jdbc.JdbcRecordStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running platform: the LRS under {@code /xapi}, {@code /health} and {@code /metrics}. */
final class PlatformServer implements AutoCloseable {

    /**
     * How it runs.
     *
     * @param host the name or address to listen at
     * @param port to listen at; 0 for any that is free
     * @param store see {@link Stores}
     * @param connections to the store at most
     * @param synced whether H2 asks the disk to keep what it wrote
     * @param clients who may use it
     * @param origins whose pages may use it from a browser
     * @param limits of the engine
     */
    record Settings(
            String host,
            int port,
            String store,
            int connections,
            boolean synced,
            Clients clients,
            List<String> origins,
            EngineLimits limits) {}

    private static final Logger LOG = LoggerFactory.getLogger(PlatformServer.class);
    private static final Duration STOPPING = Duration.ofSeconds(30);
    private static final int PATIENCE_SECONDS = 3;

    private final HikariDataSource source;
    private final JdbcRecordStore store;
    private final Javalin web;
    private final String host;

    private PlatformServer(HikariDataSource source, JdbcRecordStore store, Javalin web, String host) {
        this.source = source;
        this.store = store;
        this.web = web;
        this.host = host;
    }

    /** Opens the store and listens. What was opened is closed again when the rest fails. */
    static PlatformServer start(Settings settings) throws SQLException {
        Observation observation = new Observation();
        HikariDataSource source = Stores.open(settings.store(), settings.connections(), observation.registry());
        boolean started = false;
        try {
            JdbcRecordStore.Builder builder = JdbcRecordStore.builder(source);
            JdbcRecordStore store = settings.synced() ? builder.syncToDisk().open() : builder.open();
            LrsEngine.Builder engine =
                    LrsEngine.builder(store).basePath(LrsHandler.BASE_PATH).limits(settings.limits());
            settings.origins().forEach(engine::allowOrigin);
            LrsHandler handler = new LrsHandler(engine.build(), settings.clients());
            Javalin web = web(handler, observation, source).start(settings.host(), settings.port());
            started = true;
            return new PlatformServer(source, store, web, settings.host());
        } finally {
            if (!started) {
                source.close();
            }
        }
    }

    private static Javalin web(LrsHandler handler, Observation observation, HikariDataSource source) {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.modifyServer(server -> {
                // Stopping, it takes no more requests and waits for those that run.
                server.setHandler(new GracefulHandler());
                server.setStopTimeout(STOPPING.toMillis());
            });
            config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
            LrsHandler.register(config.routes, observation.of(handler));
            config.routes.get("/health", context -> health(context, source));
            config.routes.get(
                    "/metrics",
                    context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(observation.registry().scrape()));
        });
    }

    private static void health(Context context, HikariDataSource source) {
        boolean up;
        try (Connection connection = source.getConnection()) {
            up = connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.warn("the store cannot be reached", e);
            up = false;
        }
        context.status(up ? 200 : 503)
                .contentType("application/json")
                .result(up ? "{\"status\":\"up\"}" : "{\"status\":\"down\",\"because\":\"store\"}");
    }

    /** Where the LRS is. */
    String address() {
        return "http://" + host + ':' + web.port() + LrsHandler.BASE_PATH;
    }

    /** Finishes the requests that run, for up to 30 s, and closes the store. */
    @Override
    public void close() {
        LOG.info("stopping");
        web.stop();
        store.close();
        source.close();
        LOG.info("stopped");
    }
}
