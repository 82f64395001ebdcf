package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that an issuer signs with (RFC 7517, 5). {@link JwkReader} reads one; to publish one, SM2 keys stand apart, because
 * common clients fail on a set that has them. Immutable and thread-safe.
 *
 * <pre>{@code
 * JwkSet keys = JwkSet.of(current, next, sm2);
 * byte[] main = keys.withoutSm2().toJson();
 * byte[] sm2 = keys.onlySm2().toJson();
 * }</pre>
 */
public final class JwkSet {

    private static final JwkSet EMPTY = new JwkSet(List.of());

    private final List<Jwk> keys;
    private final Map<String, List<Jwk>> byKeyId;

    JwkSet(List<Jwk> keys) {
        this.keys = List.copyOf(keys);
        Map<String, List<Jwk>> named = new HashMap<>();
        for (Jwk jwk : keys) {
            jwk.keyId()
                    .ifPresent(keyId -> named.computeIfAbsent(keyId, name -> new ArrayList<>(1))
                            .add(jwk));
        }
        this.byKeyId = named;
    }

    /** A set without keys: no token verifies against it. */
    public static JwkSet empty() {
        return EMPTY;
    }

    /**
     * A set of keys.
     *
     * @throws IllegalArgumentException when two of one kind have one name
     */
    public static JwkSet of(Jwk... keys) {
        List<Jwk> accepted = new ArrayList<>();
        for (Jwk jwk : keys) {
            if (clashes(accepted, jwk)) {
                throw new IllegalArgumentException("two keys of type "
                        + jwk.key().type() + " have the name " + jwk.keyId().orElse(""));
            }
            accepted.add(jwk);
        }
        return new JwkSet(accepted);
    }

    /** Whether a key of the same kind has the name already; RFC 7517, 4.5 allows one name for keys of different kinds. */
    static boolean clashes(List<Jwk> accepted, Jwk jwk) {
        return accepted.stream()
                .anyMatch(other -> other.key().type() == jwk.key().type()
                        && other.keyId().isPresent()
                        && other.keyId().equals(jwk.keyId()));
    }

    /** All keys, in their order. */
    public List<Jwk> keys() {
        return keys;
    }

    /** Whether a key has a name. */
    public boolean has(String keyId) {
        return byKeyId.containsKey(keyId);
    }

    /** The keys of this set with which SM2 signatures verify, to be published apart. */
    public JwkSet onlySm2() {
        return filtered(jwk -> jwk.key().type() == KeyType.SM2);
    }

    /** The keys that every client knows. */
    public JwkSet withoutSm2() {
        return filtered(jwk -> jwk.key().type() != KeyType.SM2);
    }

    private JwkSet filtered(Predicate<Jwk> condition) {
        return new JwkSet(keys.stream().filter(condition).toList());
    }

    /**
     * The set as JSON.
     *
     * @throws IllegalStateException when SM2 keys stand among others: write {@link #withoutSm2()} and {@link #onlySm2()}
     */
    public byte[] toJson() {
        boolean mixed = keys.stream().anyMatch(jwk -> jwk.key().type() == KeyType.SM2)
                && keys.stream().anyMatch(jwk -> jwk.key().type() != KeyType.SM2);
        if (mixed) {
            throw new IllegalStateException(
                    "SM2 keys stand among others, and common clients fail on such a set: write withoutSm2() and onlySm2()");
        }
        return JsonWriter.compact(out -> {
            out.startObject().name("keys").startArray();
            keys.forEach(jwk -> JwkWriter.write(jwk, out));
            out.endArray().endObject();
        });
    }

    /** The keys of a name; empty when there are none. */
    List<Jwk> named(String keyId) {
        return byKeyId.getOrDefault(keyId, List.of());
    }

    /** The one key that permits an algorithm, or null when none or several do. */
    @Nullable
    Jwk only(SignatureAlgorithm algorithm) {
        Jwk found = null;
        for (Jwk jwk : keys) {
            if (jwk.permits(algorithm)) {
                if (found != null) {
                    return null;
                }
                found = jwk;
            }
        }
        return found;
    }

    /** Whether both have the same keys in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JwkSet set && keys.equals(set.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    /** The kinds and thumbprints of its keys. */
    @Override
    public String toString() {
        return "JwkSet" + Arrays.toString(keys.toArray());
    }
}
