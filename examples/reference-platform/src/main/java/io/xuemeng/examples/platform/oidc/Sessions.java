package io.xuemeng.examples.platform.oidc;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.account.Account;
import io.xuemeng.examples.platform.web.Cookies;
import io.xuemeng.examples.platform.web.Expiring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Who of this platform's own people is signed in, by the browser's cookie, for a school day at most. Thread-safe. */
public final class Sessions {

    private static final String COOKIE = "session";
    private static final int CAPACITY = 200_000;
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final Cookies cookies;
    private final Clock clock;
    private final Expiring<OwnSession> sessions;

    Sessions(Cookies cookies, Clock clock) {
        this.cookies = cookies;
        this.clock = clock;
        this.sessions = new Expiring<>(CAPACITY, LIFETIME, clock);
    }

    Optional<OwnSession> of(Context context) {
        return cookies.read(context, COOKIE).flatMap(sessions::find);
    }

    /** The account that is signed in. */
    public Optional<String> accountName(Context context) {
        return of(context).map(session -> session.account().name());
    }

    /**
     * Somebody signed in: always under a new cookie, so that nobody can have planted it before. Who signs in again keeps the session;
     * that of somebody else, at a classroom's computer, ends.
     *
     * @param other takes the session of somebody else
     */
    OwnSession start(Context context, Account account, Consumer<OwnSession> other) {
        Instant now = clock.instant();
        OwnSession session;
        Optional<OwnSession> before = cookies.read(context, COOKIE).flatMap(sessions::take);
        if (before.isPresent() && before.get().account().name().equals(account.name())) {
            session = before.get();
            session.authenticatedAgain(now);
        } else {
            before.ifPresent(other);
            session = new OwnSession(account, now);
        }
        cookies.set(context, COOKIE, sessions.add(session));
        return session;
    }

    /** Ends the session of a browser; empty when there was none. */
    Optional<OwnSession> end(Context context) {
        Optional<OwnSession> session = cookies.read(context, COOKIE).flatMap(sessions::take);
        cookies.remove(context, COOKIE);
        return session;
    }
}
