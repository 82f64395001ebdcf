package io.xuemeng.examples.platform;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.xuemeng.examples.platform.federation.BusyException;
import io.xuemeng.examples.platform.oidc.Tokens;
import io.xuemeng.examples.platform.web.TrustedProxies;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running platform: records, identity, or both, and {@code /metrics}. */
final class PlatformServer implements AutoCloseable {

    /**
     * How it runs.
     *
     * @param host the name or address to listen at
     * @param port to listen at; 0 for any that is free
     * @param proxies whose word for where requests come from is taken
     * @param clients the systems that are known by name and secret
     * @param records how records are kept; null for a platform that keeps none
     * @param identity who the platform is to others; null for one that knows nobody
     */
    record Settings(
            String host,
            int port,
            TrustedProxies proxies,
            Clients clients,
            Records.@Nullable Settings records,
            IdentityPart.@Nullable Settings identity) {}

    private static final Logger LOG = LoggerFactory.getLogger(PlatformServer.class);
    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final Settings settings;
    private final Observation observation;
    private final @Nullable Records records;
    private final @Nullable IdentityPart identity;
    private final Javalin web;

    private PlatformServer(
            Settings settings, Observation observation, @Nullable Records records, @Nullable IdentityPart identity) {
        this.settings = settings;
        this.observation = observation;
        this.records = records;
        this.identity = identity;
        this.web = Javalin.create(this::configure);
    }

    /** Opens the store and listens. What was opened is closed again when the rest fails. */
    static PlatformServer start(Settings settings) throws SQLException {
        Observation observation = new Observation();
        IdentityPart identity = settings.identity() == null
                ? null
                : new IdentityPart(settings.identity(), settings.clients(), Clock.systemUTC());
        Records records = settings.records() == null ? null : Records.open(settings.records(), observation);
        PlatformServer server = new PlatformServer(settings, observation, records, identity);
        boolean started = false;
        try {
            server.web.start(settings.host(), settings.port());
            started = true;
            return server;
        } finally {
            if (!started) {
                server.closeParts();
            }
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.modifyServer(server -> {
            // Stopping, it takes no more requests and waits for those that run.
            server.setHandler(new GracefulHandler());
            server.setStopTimeout(STOPPING.toMillis());
        });
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.contextResolver.ip = settings.proxies()::sender;
        if (records != null) {
            @Nullable
            Tokens tokens = identity == null ? null : identity.tokens().orElse(null);
            records.register(config.routes, observation, settings.clients(), tokens);
        } else {
            config.routes.get(
                    "/health",
                    context -> context.contentType("application/json").result("{\"status\":\"up\"}"));
        }
        if (identity != null) {
            identity.register(config.routes);
            config.routes.exception(BusyException.class, this::busy);
            config.routes.exception(Exception.class, this::failed);
        }
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(observation.registry().scrape()));
    }

    private void busy(BusyException busy, Context context) {
        LOG.warn("a request was turned away: {}", busy.getMessage());
        context.header("Retry-After", Integer.toString(BusyException.RETRY_AFTER_SECONDS));
        say(context, 503, "busy");
    }

    /** What went wrong stays in the log. */
    private void failed(Exception failure, Context context) {
        LOG.error("a request failed", failure);
        say(context, 500, "failed");
    }

    /** A page, except to programs that use the record store. */
    private void say(Context context, int status, String key) {
        if (identity != null && !context.path().startsWith(LrsHandler.BASE_PATH)) {
            identity.pages().say(context, status, key);
        } else {
            context.status(status);
        }
    }

    /** Where it is: the LRS, or, when it keeps no records, the platform itself. */
    String address() {
        String origin = "http://" + settings.host() + ':' + web.port();
        return records == null ? origin : origin + LrsHandler.BASE_PATH;
    }

    /** Finishes the requests that run, for up to 30 s, tells whom it has to that people signed out, and closes the store. */
    @Override
    public void close() {
        LOG.info("stopping");
        web.stop();
        closeParts();
        LOG.info("stopped");
    }

    private void closeParts() {
        if (identity != null) {
            identity.close();
        }
        if (records != null) {
            records.close();
        }
    }
}
