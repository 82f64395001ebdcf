package io.xuemeng.examples.platform.relyingparty;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.web.Cookies;
import io.xuemeng.examples.platform.web.Expiring;
import io.xuemeng.identity.token.LogoutToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who of other platforms is signed in here, by the browser's cookie. Thread-safe. */
public final class Visits {

    private static final String COOKIE = "visit";
    private static final int CAPACITY = 200_000;
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final Cookies cookies;
    private final Expiring<Visit> visits;

    Visits(Cookies cookies, Clock clock) {
        this.cookies = cookies;
        this.visits = new Expiring<>(CAPACITY, LIFETIME, clock);
    }

    /** Who is signed in, in a browser. */
    public Optional<Visit> of(Context context) {
        return cookies.read(context, COOKIE).flatMap(visits::find);
    }

    /** Somebody came in: always under a new cookie; whoever was here before, in this browser, is gone. */
    void start(Context context, Visit visit) {
        cookies.read(context, COOKIE).ifPresent(visits::take);
        cookies.set(context, COOKIE, visits.add(visit));
    }

    Optional<Visit> end(Context context) {
        Optional<Visit> visit = cookies.read(context, COOKIE).flatMap(visits::take);
        cookies.remove(context, COOKIE);
        return visit;
    }

    boolean anyOf(String issuer) {
        return visits.any(visit -> visit.issuer().equals(issuer));
    }

    /** Ends what an issuer says is over: the session it names, or, when it names none, all of a person's. */
    int end(LogoutToken logout) {
        @Nullable String sid = logout.session();
        @Nullable String subject = logout.subject();
        return visits.takeIf(visit -> visit.issuer().equals(logout.issuer())
                        && (sid != null
                                ? sid.equals(visit.sid())
                                : visit.subject().equals(subject)))
                .size();
    }
}
