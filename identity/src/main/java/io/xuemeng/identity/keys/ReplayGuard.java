package io.xuemeng.identity.keys;

import java.time.Instant;

/**
 * Lets a one-time value pass once: a token's {@code jti}, a nonce, a DPoP proof. {@link MemoryReplayGuard} serves one process, {@link
 * JdbcReplayGuard} several; implement this for another shared store. Implementations are thread-safe, and of two threads that bring the
 * same value at once, one is told {@link Use#FIRST}.
 */
public interface ReplayGuard {

    /** What a guard says of a value. */
    enum Use {
        /** It was not seen before, and is remembered now. */
        FIRST,
        /** It was seen before: a replay. */
        AGAIN,
        /** It cannot be remembered: the guard is full, its store does not answer, or its time is over by the guard's clock. Take it for a replay. */
        UNKNOWN
    }

    /**
     * Uses a value up.
     *
     * @param scope whose values they are and of what kind, such as the issuer and {@code jti}; values of two scopes never meet
     * @param value the value; it may be hostile and long, and is not kept as it is
     * @param until when the value would be refused anyway; it is remembered until then
     * @return {@link Use#FIRST} once for each value, until its time is over; never an exception for what the value is
     */
    Use use(String scope, String value, Instant until);
}
