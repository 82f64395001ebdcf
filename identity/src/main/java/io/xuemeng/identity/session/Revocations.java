package io.xuemeng.identity.session;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.LogoutToken;
import io.xuemeng.identity.token.Verified;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and sessions that ended before their time (RFC 7009): 撤销. A revocation is kept until every token it concerns has ended by
 * itself. There is room for a number of them, and none is forgotten for want of room: {@link #revokeToken} and the others throw then.
 * Thread-safe.
 */
public final class Revocations {

    private record Revoked(Instant issuedUntil, Instant keptUntil) {}

    private final Map<String, Revoked> revoked = new HashMap<>();
    private final int capacity;
    private final Duration longestLifetime;
    private final Clock clock;

    private Revocations(int capacity, Duration longestLifetime, Clock clock) {
        this.capacity = capacity;
        this.longestLifetime = longestLifetime;
        this.clock = clock;
    }

    /**
     * No revocations yet.
     *
     * @param capacity how many are kept, from 1; each takes about 200 bytes
     * @param longestLifetime how long a token lives at most
     */
    public static Revocations withCapacity(int capacity, Duration longestLifetime, Clock clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("at least 1 revocation is kept, not " + capacity);
        }
        return new Revocations(capacity, longestLifetime, clock);
    }

    /**
     * Revokes one token.
     *
     * @param id {@code jti}
     * @param expiresAt {@code exp}
     * @throws IllegalStateException when there is no room
     */
    public void revokeToken(String issuer, String id, Instant expiresAt) {
        add(key("jti", issuer, id), new Revoked(Instant.MAX, expiresAt.plus(Duration.ofMinutes(10))));
    }

    /** Revokes all tokens of a session ({@code sid}) that were issued until now. */
    public void revokeSession(String issuer, String session) {
        add(key("sid", issuer, session), untilNow());
    }

    /** Revokes all tokens of a subject that were issued until now. */
    public void revokeSubject(String issuer, String subject) {
        add(key("sub", issuer, subject), untilNow());
    }

    /** Does what a logout token says: ends the session it names, or all of its subject's. */
    public void accept(LogoutToken logout) {
        if (logout.session() != null) {
            revokeSession(logout.issuer(), logout.session());
        } else if (logout.subject() != null) {
            revokeSubject(logout.issuer(), logout.subject());
        }
    }

    /** The same ID token, unless it was revoked. */
    public Verified<IdToken> check(Verified<IdToken> verified) {
        return verified.claims()
                        .map(token -> isRevoked(
                                token.issuer(), token.id(), token.session(), token.subject(), token.issuedAt()))
                        .orElse(false)
                ? refused()
                : verified;
    }

    /** The same access token, unless it was revoked. */
    public Verified<AccessToken> checkAccess(Verified<AccessToken> verified) {
        return verified.claims()
                        .map(token -> isRevoked(token.issuer(), token.id(), null, token.subject(), token.issuedAt()))
                        .orElse(false)
                ? refused()
                : verified;
    }

    private static <T> Verified<T> refused() {
        return Verified.refused(List.of(Finding.of(SessionRequirement.NOT_REVOKED)
                .at(Location.unknown())
                .build()));
    }

    private synchronized boolean isRevoked(
            String issuer, @Nullable String id, @Nullable String session, String subject, Instant issuedAt) {
        return isIn(id == null ? null : key("jti", issuer, id), issuedAt)
                || isIn(session == null ? null : key("sid", issuer, session), issuedAt)
                || isIn(key("sub", issuer, subject), issuedAt);
    }

    private boolean isIn(@Nullable String key, Instant issuedAt) {
        Revoked found = key == null ? null : revoked.get(key);
        return found != null && !issuedAt.isAfter(found.issuedUntil);
    }

    private Revoked untilNow() {
        Instant now = clock.instant();
        return new Revoked(now, now.plus(longestLifetime).plus(Duration.ofMinutes(10)));
    }

    private synchronized void add(String key, Revoked revocation) {
        if (revoked.size() >= capacity && !revoked.containsKey(key)) {
            Instant now = clock.instant();
            revoked.values().removeIf(old -> !now.isBefore(old.keptUntil));
            if (revoked.size() >= capacity) {
                throw new IllegalStateException("there is no room for more than " + capacity
                        + " revocations; give more, or shorten the lives of tokens");
            }
        }
        revoked.put(key, revocation);
    }

    private static String key(String kind, String issuer, String value) {
        return kind + '\n' + issuer + '\n' + value;
    }

    /** How many are kept now. */
    public synchronized int size() {
        return revoked.size();
    }
}
