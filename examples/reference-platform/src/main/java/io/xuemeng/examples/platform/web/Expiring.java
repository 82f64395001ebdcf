package io.xuemeng.examples.platform.web;

import io.xuemeng.core.crypto.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Things that are known by a secret for a while: sessions by their cookie, codes, requests that wait for somebody to sign in. The secret
 * itself is not kept, only its hash, so that neither a dump of the memory nor the time of a look-up tells one. There is room for a
 * number of them; when more come, the oldest go. Everything is in the memory of this process: several processes behind one address need
 * a shared store in the place of this class. Thread-safe.
 *
 * @param <T> what is known
 */
public final class Expiring<T> {

    private record Entry<T>(T value, Instant until) {}

    private final int capacity;
    private final Duration lifetime;
    private final Clock clock;

    /** In the order in which they end, because all live equally long. */
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    /** Nothing yet. */
    public Expiring(int capacity, Duration lifetime, Clock clock) {
        this.capacity = capacity;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Keeps something; returns the secret by which it is found. */
    public String add(T value) {
        String secret = Secrets.random();
        Instant now = clock.instant();
        synchronized (entries) {
            Iterator<Entry<T>> oldest = entries.values().iterator();
            while (oldest.hasNext() && (!now.isBefore(oldest.next().until) || entries.size() >= capacity)) {
                oldest.remove();
            }
            entries.put(hash(secret), new Entry<>(value, now.plus(lifetime)));
        }
        return secret;
    }

    /** What a secret stands for; empty when it stands for nothing, or no longer. */
    public Optional<T> find(String secret) {
        synchronized (entries) {
            return live(entries.get(hash(secret)));
        }
    }

    /** The same, once: whoever comes with the same secret later, or at the same moment, finds nothing. */
    public Optional<T> take(String secret) {
        synchronized (entries) {
            return live(entries.remove(hash(secret)));
        }
    }

    /** Takes all that are of a kind. */
    public List<T> takeIf(Predicate<T> kind) {
        List<T> taken = new ArrayList<>();
        synchronized (entries) {
            entries.values().removeIf(entry -> kind.test(entry.value) && taken.add(entry.value));
        }
        return taken;
    }

    /** Whether there is one of a kind. */
    public boolean any(Predicate<T> kind) {
        synchronized (entries) {
            return entries.values().stream().anyMatch(entry -> kind.test(entry.value));
        }
    }

    private Optional<T> live(@Nullable Entry<T> entry) {
        return entry != null && clock.instant().isBefore(entry.until) ? Optional.of(entry.value) : Optional.empty();
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
