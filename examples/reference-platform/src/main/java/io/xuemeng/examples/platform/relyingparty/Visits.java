package io.xuemeng.examples.platform.relyingparty;

import io.javalin.http.Context;
import io.xuemeng.examples.platform.web.Cookies;
import io.xuemeng.examples.platform.web.Expiring;
import io.xuemeng.identity.token.LogoutToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who of other platforms is signed in here, by the browser's cookie. Thread-safe. */
public final class Visits {

    private static final String COOKIE = "visit";
    private static final int CAPACITY = 200_000;
    private static final Duration LIFETIME = Duration.ofHours(8);

    /** What a logout token can name: who issued it, and a session or a person of that issuer. */
    private sealed interface Named {

        record Issuer(String issuer) implements Named {}

        record Session(String issuer, String sid) implements Named {}

        record Person(String issuer, String subject) implements Named {}
    }

    private final Cookies cookies;
    private final Expiring<Visit> visits;

    Visits(Cookies cookies, Clock clock) {
        this.cookies = cookies;
        this.visits = new Expiring<>(CAPACITY, LIFETIME, clock, Visits::marks);
    }

    private static Set<Named> marks(Visit visit) {
        Named issuer = new Named.Issuer(visit.issuer());
        Named person = new Named.Person(visit.issuer(), visit.subject());
        @Nullable String sid = visit.sid();
        return sid == null ? Set.of(issuer, person) : Set.of(issuer, person, new Named.Session(visit.issuer(), sid));
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

    /** Whether somebody is here whom an issuer signed in. */
    boolean anyOf(String issuer) {
        return visits.isMarked(new Named.Issuer(issuer));
    }

    /** Ends what an issuer says is over: the session it names, or, when it names none, all of a person's; returns how many. */
    int end(LogoutToken logout) {
        @Nullable String sid = logout.session();
        @Nullable String subject = logout.subject();
        if (sid != null) {
            return visits.takeMarked(new Named.Session(logout.issuer(), sid)).size();
        }
        return subject == null
                ? 0
                : visits.takeMarked(new Named.Person(logout.issuer(), subject)).size();
    }
}
