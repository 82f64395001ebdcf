package io.xuemeng.identity.federation;

import io.xuemeng.core.net.Fetcher;
import io.xuemeng.identity.token.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the trust chain of an entity by fetching statements from the entity up (OpenID Federation 1.0, 10.1), and keeps it while it is in
 * force. How much it fetches is bounded by the {@link FederationProfile}, where it fetches by the fetcher's policy: an entity identifier
 * may come from anybody. Of several chains it takes the shortest that is valid. Build one and share it between threads.
 *
 * <pre>{@code
 * var resolver = TrustChainResolver.over(verifier, HttpFetcher.under(FetchPolicy.publicHttps()));
 * Verified<TrustChain> chain = resolver.resolve("https://platform.example.cn");
 * }</pre>
 */
public final class TrustChainResolver {

    /** How many entities are remembered, with their chains or as having none. */
    public static final int REMEMBERED = 10_000;

    private static final Duration UNTIL_REFRESHED = Duration.ofHours(1);
    private static final Duration UNTIL_RETRIED = Duration.ofSeconds(30);

    private record Remembered(Verified<TrustChain> result, Instant until) {}

    private final TrustChainVerifier verifier;
    private final Fetcher fetcher;
    private final Duration untilRefreshed;
    private final Map<String, Remembered> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<String, CompletableFuture<Verified<TrustChain>>> running = new ConcurrentHashMap<>();

    private TrustChainResolver(TrustChainVerifier verifier, Fetcher fetcher, Duration untilRefreshed) {
        this.verifier = verifier;
        this.fetcher = fetcher;
        this.untilRefreshed = untilRefreshed;
    }

    /** A resolver that keeps a chain for an hour at most. */
    public static TrustChainResolver over(TrustChainVerifier verifier, Fetcher fetcher) {
        return new TrustChainResolver(verifier, fetcher, UNTIL_REFRESHED);
    }

    /** The same with another time after which a chain is looked for again, although it is still in force. */
    public TrustChainResolver refreshedEvery(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("a duration is zero or more, not " + value);
        }
        return new TrustChainResolver(verifier, fetcher, value);
    }

    /** The chain of an entity, kept or new. */
    public Verified<TrustChain> resolve(String entity) {
        if (!verifier.profile().isEntity(entity)) {
            return Verified.refused(
                    List.of(verifier.profile().noEntity("client_id", entity).build()));
        }
        Instant now = verifier.profile().validity().now();
        Verified<TrustChain> known = known(entity, now);
        if (known != null) {
            return known;
        }
        CompletableFuture<Verified<TrustChain>> own = new CompletableFuture<>();
        CompletableFuture<Verified<TrustChain>> other = running.putIfAbsent(entity, own);
        if (other != null) {
            return other.join();
        }
        try {
            Verified<TrustChain> meanwhile = known(entity, now);
            Verified<TrustChain> result =
                    meanwhile != null ? meanwhile : new ChainSearch(verifier, fetcher).find(entity);
            remember(entity, result, now);
            own.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(entity);
        }
    }

    /**
     * What is kept of an entity: its chain, or that it had none a moment ago. Nothing is fetched for it, so that a service that bounds how
     * much is looked for at once can answer at once whatever is known.
     *
     * @return empty when {@link #resolve} would look for the chain now
     */
    public Optional<Verified<TrustChain>> kept(String entity) {
        return Optional.ofNullable(known(entity, verifier.profile().validity().now()));
    }

    private @Nullable Verified<TrustChain> known(String entity, Instant now) {
        synchronized (remembered) {
            Remembered found = remembered.get(entity);
            return found != null && now.isBefore(found.until) ? found.result : null;
        }
    }

    private void remember(String entity, Verified<TrustChain> result, Instant now) {
        Instant until = now.plus(result.isAccepted() ? untilRefreshed : UNTIL_RETRIED);
        Instant end = result.isAccepted() ? result.orElseThrow().expiresAt() : until;
        synchronized (remembered) {
            remembered.put(entity, new Remembered(result, end.isBefore(until) ? end : until));
        }
    }

    /** Forgets what is known of an entity, so that its chain is looked for again: after it was told to have left, say. */
    public void forget(String entity) {
        synchronized (remembered) {
            remembered.remove(entity);
        }
    }
}
