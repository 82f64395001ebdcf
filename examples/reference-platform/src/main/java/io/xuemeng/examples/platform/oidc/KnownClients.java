package io.xuemeng.examples.platform.oidc;

import io.xuemeng.lrs.server.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The systems that the operator made known here by name and secret. Implementations are thread-safe. */
public interface KnownClients {

    /**
     * What comes of an attempt to show a secret.
     *
     * @param client who showed the right one; null when nobody did
     * @param delay how long to wait before the next attempt, because this one was not looked at; zero when it was
     */
    record Attempt(@Nullable String client, Duration delay) {

        /** Nobody showed the right one. */
        public static final Attempt WRONG = new Attempt(null, Duration.ZERO);

        /** Somebody did. */
        public static Attempt of(String client) {
            return new Attempt(client, Duration.ZERO);
        }

        /** It was not looked at. */
        public static Attempt after(Duration delay) {
            return new Attempt(null, delay);
        }

        /** Whether it was looked at. */
        public boolean isLookedAt() {
            return delay.isZero();
        }

        /** For the header {@code Retry-After}: whole seconds, rounded up. */
        public String retryAfter() {
            return Long.toString(delay.plusMillis(999).toSeconds());
        }
    }

    /**
     * Who shows the right secret by Basic authentication.
     *
     * @param authorization the header; null when there is none
     * @param address where the request comes from
     */
    Attempt authenticate(@Nullable String authorization, String address);

    /** What one may do; empty when it is not known. */
    Optional<Set<Scope>> scopesOf(String name);
}
