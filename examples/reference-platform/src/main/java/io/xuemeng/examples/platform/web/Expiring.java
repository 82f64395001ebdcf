package io.xuemeng.examples.platform.web;

import io.xuemeng.core.crypto.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things that are known by a secret for a while: sessions by their cookie, codes, requests that wait for somebody to sign in. The secret
 * itself is not kept, only its hash, so that neither a dump of the memory nor the time of a look-up tells one. There is room for a
 * number of them; when more come, the oldest go. They can be found, too, by marks that they have in common, such as whose session it is;
 * however many there are, that takes no longer. Everything is in the memory of this process: several processes behind one address need
 * a shared store in the place of this class. Thread-safe.
 *
 * @param <T> what is known
 */
public final class Expiring<T> {

    private record Entry<T>(T value, Set<?> marks, Instant until) {}

    private final int capacity;
    private final Duration lifetime;
    private final Clock clock;
    private final Function<T, Set<?>> marks;

    /** In the order in which they end, because all live equally long. */
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    /** The entries that have a mark. */
    private final Map<Object, Set<String>> marked = new HashMap<>();

    /** Nothing yet, and nothing that comes has a mark. */
    public Expiring(int capacity, Duration lifetime, Clock clock) {
        this(capacity, lifetime, clock, value -> Set.of());
    }

    /**
     * Nothing yet.
     *
     * @param marks by which a thing is found, beside its secret
     */
    public Expiring(int capacity, Duration lifetime, Clock clock, Function<T, Set<?>> marks) {
        this.capacity = capacity;
        this.lifetime = lifetime;
        this.clock = clock;
        this.marks = marks;
    }

    /** Keeps something; returns the secret by which it is found. */
    public String add(T value) {
        String secret = Secrets.random();
        String key = hash(secret);
        Entry<T> entry = new Entry<>(value, marks.apply(value), clock.instant().plus(lifetime));
        synchronized (entries) {
            forgetEnded();
            if (entries.size() >= capacity) {
                remove(entries.keySet().iterator().next());
            }
            entries.put(key, entry);
            for (Object mark : entry.marks) {
                marked.computeIfAbsent(mark, one -> new LinkedHashSet<>()).add(key);
            }
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
            return live(remove(hash(secret)));
        }
    }

    /** Whether something has a mark. */
    public boolean isMarked(Object mark) {
        synchronized (entries) {
            forgetEnded();
            return marked.containsKey(mark);
        }
    }

    /** Takes all that has a mark, the oldest first. */
    public List<T> takeMarked(Object mark) {
        List<T> taken = new ArrayList<>();
        synchronized (entries) {
            forgetEnded();
            for (String key : List.copyOf(marked.getOrDefault(mark, Set.of()))) {
                live(remove(key)).ifPresent(taken::add);
            }
        }
        return taken;
    }

    private void forgetEnded() {
        Instant now = clock.instant();
        while (!entries.isEmpty()) {
            Map.Entry<String, Entry<T>> oldest = entries.entrySet().iterator().next();
            if (now.isBefore(oldest.getValue().until)) {
                return;
            }
            remove(oldest.getKey());
        }
    }

    private @Nullable Entry<T> remove(String key) {
        Entry<T> removed = entries.remove(key);
        if (removed != null) {
            for (Object mark : removed.marks) {
                marked.computeIfPresent(mark, (one, keys) -> keys.remove(key) && keys.isEmpty() ? null : keys);
            }
        }
        return removed;
    }

    private Optional<T> live(@Nullable Entry<T> entry) {
        return entry != null && clock.instant().isBefore(entry.until) ? Optional.of(entry.value) : Optional.empty();
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
