package io.xuemeng.examples.platform.oidc;

import io.xuemeng.core.net.Fetched;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Parameters;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells platforms that somebody signed out (OpenID Connect Back-Channel Logout 1.0), while the person goes on. What does not arrive is
 * logged and not tried again: access tokens have been taken back already, and a platform's own session ends by itself. Thread-safe.
 */
final class LogoutNotices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogoutNotices.class);
    private static final int THREADS = 4;
    private static final int WAITING = 10_000;
    private static final Duration STOPPING = Duration.ofSeconds(15);

    private final Entity entity;
    private final Tokens tokens;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "logout-notices");
                thread.setDaemon(true);
                return thread;
            });

    LogoutNotices(Entity entity, Tokens tokens) {
        this.entity = entity;
        this.tokens = tokens;
        threads.allowCoreThreadTimeOut(true);
    }

    /** Takes back what the session led to, and tells all platforms that it reached. */
    void sessionEnded(OwnSession session) {
        for (OwnSession.Reached reached : session.end()) {
            tokens.revokeAll(reached);
            @Nullable String address = reached.client().logoutAddress();
            if (address != null) {
                try {
                    threads.execute(() -> send(reached, session.sid(), address));
                } catch (RejectedExecutionException e) {
                    LOG.atError()
                            .addKeyValue("client", reached.client().id())
                            .log("too many platforms are to be told that somebody signed out", e);
                }
            }
        }
    }

    private void send(OwnSession.Reached reached, String sid, String address) {
        try {
            String form = Parameters.encode(Map.of("logout_token", tokens.logoutToken(reached, sid)));
            Fetched answer = entity.fetcher()
                    .post(URI.create(address), Parameters.FORM, form.getBytes(StandardCharsets.US_ASCII));
            if (answer.status() != 200 && answer.status() != 204) {
                LOG.atWarn()
                        .addKeyValue("client", reached.client().id())
                        .addKeyValue("status", answer.status())
                        .log("a platform did not take that somebody signed out");
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("client", reached.client().id())
                    .log("a platform could not be told that somebody signed out", e);
        }
    }

    /** Takes no more notices, and lets those that are there go out, for up to 15 s. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        boolean sent = false;
        try {
            sent = threads.awaitTermination(STOPPING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (!sent) {
            int waiting = threads.shutdownNow().size();
            LOG.atError().addKeyValue("waiting", waiting).log("not all platforms were told that somebody signed out");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
