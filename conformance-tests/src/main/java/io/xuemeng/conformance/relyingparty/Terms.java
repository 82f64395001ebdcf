package io.xuemeng.conformance.relyingparty;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party says of itself beforehand. Immutable.
 *
 * @param audience what tokens for it say under {@code aud}
 * @param clockSkew how far it says that an issuer's clock may be from its own: 0 to {@link #MAX_SKEW}
 * @param keyRefresh how long it may take until it asks an issuer again for keys that it does not know
 * @param listen the port at which the kit plays issuers; 0 for any that is free
 * @param host the address of this machine at which it listens
 * @param address under which the relying party reaches that port; null for the port itself
 * @param foreignListen the port of an origin that it must not fetch from; 0 for any that is free
 * @param foreignAddress under which it would reach that port; null for the port itself
 */
public record Terms(
        String audience,
        Duration clockSkew,
        Duration keyRefresh,
        int listen,
        String host,
        @Nullable URI address,
        int foreignListen,
        @Nullable URI foreignAddress) {

    /** No clock is further from another than this; who grants more takes tokens that ended long ago. */
    public static final Duration MAX_SKEW = Duration.ofMinutes(5);

    /** Refuses a skew out of range. */
    public Terms {
        if (clockSkew.isNegative() || clockSkew.compareTo(MAX_SKEW) > 0) {
            throw new IllegalArgumentException("a clock skew of " + clockSkew + " is not between 0 and " + MAX_SKEW);
        }
    }

    /** An audience of the kit's own, a skew and a refresh of 60 seconds, issuers on this machine. */
    public static Terms usual() {
        return new Terms(
                "https://platform.kit.example",
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                0,
                "127.0.0.1",
                null,
                0,
                null);
    }

    /** The same for another audience. */
    public Terms withAudience(String value) {
        return new Terms(value, clockSkew, keyRefresh, listen, host, address, foreignListen, foreignAddress);
    }

    /**
     * The same with another skew.
     *
     * @throws IllegalArgumentException when it is negative or more than {@link #MAX_SKEW}
     */
    public Terms withClockSkew(Duration value) {
        return new Terms(audience, value, keyRefresh, listen, host, address, foreignListen, foreignAddress);
    }

    /** The same with another refresh. */
    public Terms withKeyRefresh(Duration value) {
        return new Terms(audience, clockSkew, value, listen, host, address, foreignListen, foreignAddress);
    }
}
