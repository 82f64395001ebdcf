package io.xuemeng.identity.keys;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwkSource;
import io.xuemeng.core.jose.JwsHeader;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.Fetcher;
import io.xuemeng.core.net.HttpFetcher;
import io.xuemeng.core.requirement.Finding;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes, kept and renewed: JWKS 公钥源. Make one for each issuer and share it between threads.
 *
 * <pre>{@code
 * JwkSource keys = RemoteJwkSource.forIssuer("https://hub.example.cn").build();
 * }</pre>
 *
 * <p>It guarantees that nothing a token says makes it lose keys that are good, or ask the issuer more often than the cool-down allows: a
 * key name that it does not know makes it look for new keys, once for all threads that wait, and then not again for a while. What it
 * fetches replaces what it knows only when it has a usable key; a key that the issuer no longer publishes is gone with the next fetch.
 * When the issuer does not answer, the known keys serve on until they are too old.
 */
public final class RemoteJwkSource implements JwkSource {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteJwkSource.class);

    private record Known(long number, JwkSet keys, Instant fetched, Instant renewAt, List<Finding> findings) {}

    private final KeyFetch fetch;
    private final Clock clock;
    private final Duration shortest;
    private final Duration longest;
    private final Duration coolDown;
    private final Duration oldest;
    private final AtomicReference<@Nullable CompletableFuture<Known>> flight = new AtomicReference<>();
    private volatile @Nullable Known known;
    private volatile Instant nextAttempt = Instant.MIN;
    private volatile @Nullable KeysUnavailableException failure;

    private RemoteJwkSource(Builder builder, KeyFetch fetch) {
        this.fetch = fetch;
        this.clock = builder.clock;
        this.shortest = builder.shortest;
        this.longest = builder.longest;
        this.coolDown = builder.coolDown;
        this.oldest = builder.oldest;
    }

    /** The keys at an address ({@code jwks_uri}). */
    public static Builder at(URI address) {
        return new Builder(null, address);
    }

    /**
     * The keys that an issuer's discovery document names (OpenID Connect Discovery 1.0, 4); it is read again with each renewal, and must
     * name exactly this issuer.
     *
     * @throws IllegalArgumentException when the issuer is not an address with a host and without query and fragment; whether it may be
     *     plain http is for the fetcher's policy to say
     */
    public static Builder forIssuer(String issuer) {
        URI address = URI.create(issuer);
        if (address.getHost() == null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "an issuer is an address with a host, without query and fragment, such as https://id.example.cn, not "
                            + issuer);
        }
        return new Builder(issuer, address);
    }

    /** One source for SM2 signatures, which are published apart, and another for all others. */
    public static JwkSource apart(JwkSource others, JwkSource sm2) {
        return header -> (header.algorithm() == SignatureAlgorithm.SM2_SM3 ? sm2 : others).keysFor(header);
    }

    /**
     * {@inheritDoc}
     *
     * @throws KeysUnavailableException when no keys are known that are fresh enough, and none can be had
     */
    @Override
    public JwkSet keysFor(JwsHeader header) {
        Instant now = clock.instant();
        Known current = known;
        if (current == null || !now.isBefore(current.fetched.plus(oldest))) {
            return fresh(now, current).keys;
        }
        boolean unknown =
                header.keyId().isPresent() && !current.keys.has(header.keyId().get());
        if (!unknown && now.isBefore(current.renewAt)) {
            return current.keys;
        }
        if (now.isBefore(nextAttempt)) {
            return current.keys;
        }
        if (!unknown && flight.get() != null) {
            // Somebody renews already, and what is known is still good.
            return current.keys;
        }
        try {
            return renewed(now, current).keys;
        } catch (KeysUnavailableException e) {
            // Logged where it happened; the known keys stay good.
            return current.keys;
        }
    }

    /** Keys when none are known, or when those are too old. */
    private Known fresh(Instant now, @Nullable Known old) {
        try {
            KeysUnavailableException last = failure;
            if (last != null && now.isBefore(nextAttempt)) {
                throw last;
            }
            return renewed(now, old);
        } catch (KeysUnavailableException e) {
            if (old == null) {
                throw e;
            }
            List<Finding> findings = new ArrayList<>(e.findings());
            findings.add(Finding.of(KeySourceRequirement.FRESH)
                    .with("address", fetch.toString())
                    .with("limit", oldest.toSeconds())
                    .build());
            throw new KeysUnavailableException(findings, e);
        }
    }

    /** What comes of one fetch for all threads that wait for it. */
    private Known renewed(Instant now, @Nullable Known seen) {
        CompletableFuture<Known> own = new CompletableFuture<>();
        CompletableFuture<Known> other = flight.compareAndExchange(null, own);
        if (other != null) {
            return join(other);
        }
        try {
            Known meanwhile = known;
            if (meanwhile != null && (seen == null || meanwhile.number != seen.number)) {
                // Another thread's fetch ended between the look at what is known and here.
                own.complete(meanwhile);
                return meanwhile;
            }
            KeysUnavailableException last = failure;
            if (last != null && now.isBefore(nextAttempt)) {
                // Another thread's attempt failed meanwhile; ours would be one too many.
                throw last;
            }
            nextAttempt = now.plus(coolDown);
            KeyFetch.Found found = fetch.run();
            Known result = new Known(
                    seen == null ? 0 : seen.number + 1, found.keys(), now, now.plus(lifetime(found)), found.findings());
            known = result;
            failure = null;
            own.complete(result);
            return result;
        } catch (KeysUnavailableException e) {
            if (!e.equals(failure)) {
                LOG.warn("the keys at {} could not be renewed: {}", fetch, e.findings());
                failure = e;
            }
            own.completeExceptionally(e);
            throw e;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            flight.set(null);
        }
    }

    private static Known join(CompletableFuture<Known> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Duration lifetime(KeyFetch.Found found) {
        if (found.maxAgeSeconds() < 0) {
            return shortest.compareTo(Builder.USUAL) > 0 ? shortest : min(Builder.USUAL, longest);
        }
        Duration stated = Duration.ofSeconds(found.maxAgeSeconds());
        return stated.compareTo(shortest) < 0 ? shortest : min(stated, longest);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** What was found wrong with single keys when the set was fetched last; empty when nothing was, or it was not fetched yet. */
    public List<Finding> findings() {
        Known current = known;
        return current == null ? List.of() : current.findings;
    }

    /** The address. */
    @Override
    public String toString() {
        return "RemoteJwkSource[" + fetch + "]";
    }

    /** Builds a source. Not thread-safe. */
    public static final class Builder {

        private static final Duration USUAL = Duration.ofMinutes(10);

        private final @Nullable String issuer;
        private final URI address;
        private @Nullable Fetcher fetcher;
        private JwkReader reader = JwkReader.standard();
        private Clock clock = Clock.systemUTC();
        private Duration shortest = Duration.ofMinutes(1);
        private Duration longest = Duration.ofDays(1);
        private Duration coolDown = Duration.ofSeconds(30);
        private Duration oldest = Duration.ofDays(2);

        private Builder(@Nullable String issuer, URI address) {
            this.issuer = issuer;
            this.address = address;
        }

        /** What fetches; {@link HttpFetcher} under {@link FetchPolicy#publicHttps()} unless given. */
        public Builder fetcher(Fetcher value) {
            this.fetcher = value;
            return this;
        }

        /** What reads the keys: give one for another SM2 profile or other limits. */
        public Builder reader(JwkReader value) {
            this.reader = value;
            return this;
        }

        /** What time it is; the system's clock unless given. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /**
         * For how long keys are kept before they are renewed, whatever the issuer says: at least one minute and at most a day unless
         * given. When it says nothing, ten minutes within these bounds.
         */
        public Builder lifetime(Duration atLeast, Duration atMost) {
            if (atLeast.isNegative() || atLeast.compareTo(atMost) > 0) {
                throw new IllegalArgumentException(
                        "a lifetime is from zero, the least no more than the greatest; not " + atLeast + ", " + atMost);
            }
            this.shortest = atLeast;
            this.longest = atMost;
            return this;
        }

        /** How long after one attempt the next one is made, whatever tokens come in; 30 seconds unless given. */
        public Builder coolDown(Duration value) {
            this.coolDown = positive(value);
            return this;
        }

        /** How old keys may get while the issuer does not answer; two days unless given. */
        public Builder oldest(Duration value) {
            this.oldest = positive(value);
            return this;
        }

        private static Duration positive(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("a duration is more than zero, not " + value);
            }
            return value;
        }

        /** The source. It fetches nothing until the first token comes. */
        public RemoteJwkSource build() {
            Fetcher used = fetcher == null ? HttpFetcher.under(FetchPolicy.publicHttps()) : fetcher;
            return new RemoteJwkSource(
                    this, issuer == null ? KeyFetch.at(address, used, reader) : KeyFetch.of(issuer, used, reader));
        }
    }
}
