package io.xuemeng.examples.platform.oidc;

import io.xuemeng.core.net.Fetched;
import io.xuemeng.examples.platform.federation.BusyException;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Parameters;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells platforms that somebody signed out (OpenID Connect Back-Channel Logout 1.0), while the person goes on. A platform that says it is
 * busy (503) is told again, a few times, each time later. What else does not arrive is logged and not tried again: access tokens have been
 * taken back already, and a platform's own session ends by itself. Thread-safe.
 */
final class LogoutNotices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogoutNotices.class);
    private static final int THREADS = 4;
    private static final int WAITING = 10_000;
    private static final int BUSY = 503;
    private static final Duration STOPPING = Duration.ofSeconds(15);

    /** Before a busy platform is told again; as long at first as this platform wants others to wait when it is busy itself. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(BusyException.RETRY_AFTER_SECONDS), Duration.ofSeconds(15), Duration.ofSeconds(60));

    /** Whom to tell what. */
    private record Notice(OwnSession.Reached reached, String sid, String address) {}

    private final Entity entity;
    private final Tokens tokens;
    private final List<Duration> pauses;
    private final Semaphore places = new Semaphore(WAITING);
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
        Thread thread = new Thread(work, "logout-notices");
        thread.setDaemon(true);
        return thread;
    });

    LogoutNotices(Entity entity, Tokens tokens) {
        this(entity, tokens, PAUSES);
    }

    /**
     * The same with other pauses.
     *
     * @param pauses before a busy platform is told again, for each time once
     */
    LogoutNotices(Entity entity, Tokens tokens, List<Duration> pauses) {
        this.entity = entity;
        this.tokens = tokens;
        this.pauses = pauses;
        threads.setKeepAliveTime(1, TimeUnit.MINUTES);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Takes back what the session led to, and tells all platforms that it reached. */
    void sessionEnded(OwnSession session) {
        for (OwnSession.Reached reached : session.end()) {
            tokens.revokeAll(reached);
            @Nullable String address = reached.client().logoutAddress();
            if (address == null) {
                continue;
            }
            if (places.tryAcquire()) {
                schedule(new Notice(reached, session.sid(), address), 0, Duration.ZERO);
            } else {
                LOG.atError()
                        .addKeyValue("client", reached.client().id())
                        .log("too many platforms are to be told that somebody signed out");
            }
        }
    }

    /** Tells a platform after a while. The place of the notice is free again when nothing follows. */
    private void schedule(Notice notice, int before, Duration pause) {
        try {
            // Nobody asks for the outcome: whatever goes wrong is logged where it does.
            Future<?> unused = threads.schedule(() -> tell(notice, before), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            places.release();
            LOG.atError()
                    .addKeyValue("client", notice.reached().client().id())
                    .log("a platform is not told that somebody signed out, because this one stops");
        }
    }

    private void tell(Notice notice, int before) {
        boolean again = false;
        try {
            again = send(notice) == BUSY && before < pauses.size();
        } catch (IOException | RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("client", notice.reached().client().id())
                    .log("a platform could not be told that somebody signed out", e);
        } finally {
            if (again) {
                schedule(notice, before + 1, pauses.get(before));
            } else {
                places.release();
            }
        }
    }

    /** Sends a notice once; returns the status. A new token each time, because the one before may have been used up. */
    private int send(Notice notice) throws IOException {
        String form = Parameters.encode(Map.of("logout_token", tokens.logoutToken(notice.reached(), notice.sid())));
        Fetched answer = entity.fetcher()
                .post(URI.create(notice.address()), Parameters.FORM, form.getBytes(StandardCharsets.US_ASCII));
        if (answer.status() != 200 && answer.status() != 204) {
            LOG.atWarn()
                    .addKeyValue("client", notice.reached().client().id())
                    .addKeyValue("status", answer.status())
                    .log("a platform did not take that somebody signed out");
        }
        return answer.status();
    }

    /** Takes no more notices, and lets those that are there go out, and those that are to be repeated by then, for up to 15 s. */
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
