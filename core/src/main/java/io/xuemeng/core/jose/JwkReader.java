package io.xuemeng.core.jose;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads public keys that somebody publishes: JWKs and JWK sets (RFC 7517). A key that is broken, unknown, weak, private, symmetric or
 * meant for something else is left out with a finding and never loses the others of its set. It fetches nothing, keeps no private
 * member and repeats none. Immutable and thread-safe.
 *
 * <pre>{@code
 * FindingCollector findings = new FindingCollector();
 * JwkSet keys = JwkReader.standard().readSet(json, findings);
 * }</pre>
 */
public final class JwkReader {

    private static final JwkReader STANDARD = new JwkReader(Sm2Profile.declared(), Limits.defaults());

    private final Sm2Profile sm2;
    private final Limits limits;
    private final KeyParser parser;

    private JwkReader(Sm2Profile sm2, Limits limits) {
        this.sm2 = sm2;
        this.limits = limits;
        this.parser = new KeyParser(sm2);
    }

    /** A reader with the declared SM2 profile and the default limits. */
    public static JwkReader standard() {
        return STANDARD;
    }

    /** The same with other spellings of SM2. */
    public JwkReader withSm2(Sm2Profile value) {
        return new JwkReader(value, limits);
    }

    /** The same with other limits; {@link Limits#keySetBytes()} and {@link Limits#keySetKeys()} are those for keys. */
    public JwkReader withLimits(Limits value) {
        return new JwkReader(sm2, value);
    }

    /**
     * The usable keys of a set.
     *
     * @param json the set; not kept
     * @param findings takes what is found: a FATAL about the set, or why a key was left out
     * @return the keys that are good; {@linkplain JwkSet#empty() empty} when there are none
     */
    public JwkSet readSet(byte[] json, FindingSink findings) {
        List<Jwk> keys = new ArrayList<>();
        try (JsonReader reader = open(json, findings)) {
            if (reader.next() != JsonEvent.START_OBJECT || !readSet(reader, keys)) {
                findings.report(Finding.of(KeyRequirement.KEY_SET).build());
                return JwkSet.empty();
            }
            reader.next();
        } catch (UnreadableJsonException e) {
            // Reported. What comes before the fault may be half of what its publisher meant.
            return JwkSet.empty();
        }
        return new JwkSet(keys);
    }

    /**
     * One key.
     *
     * @param json the key; not kept
     * @param findings takes what is found
     * @return the key, or empty when it is not to be used
     */
    public Optional<Jwk> readKey(byte[] json, FindingSink findings) {
        try (JsonReader reader = open(json, findings)) {
            reader.next();
            Jwk key = readKey(reader, "");
            reader.next();
            return Optional.ofNullable(key);
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }

    /** A key that stands within another document, such as a header or a claim. */
    public Optional<Jwk> readKey(RawJson json, FindingSink findings) {
        try (JsonReader reader = json.open(limits, findings)) {
            reader.next();
            return Optional.ofNullable(readKey(reader, ""));
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }

    /**
     * A private key, as an application keeps its own: a secret. It is judged as public keys are, {@code use} and {@code key_ops} say
     * that it signs, and its public half is what belongs to it.
     *
     * @param json the key; not kept, and best overwritten afterwards
     * @param findings takes what is found; never holds anything of the key
     * @return the key, which signs with the algorithm it names, or the usual one of its kind; empty when it is not to be used
     */
    public Optional<PrivateJwk> readPrivateKey(byte[] json, FindingSink findings) {
        try (JsonReader reader = open(json, findings)) {
            reader.next();
            Members members = members(reader, "");
            PrivateJwk key = members == null ? null : parser.parsePrivate(members);
            reader.next();
            return Optional.ofNullable(key);
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }

    private JsonReader open(byte[] json, FindingSink findings) throws UnreadableJsonException {
        Limits own = limits.documentBytes() <= limits.keySetBytes()
                ? limits
                : limits.toBuilder().documentBytes(limits.keySetBytes()).build();
        return JsonReader.open(json, null, own, findings);
    }

    /** False when there is no array of keys, or more than one: which of them counts differs from program to program. */
    private boolean readSet(JsonReader reader, List<Jwk> keys) throws UnreadableJsonException {
        int arrays = 0;
        while (reader.nextMember()) {
            if (!reader.name().equals("keys")) {
                reader.skipValue();
            } else if (reader.next() == JsonEvent.START_ARRAY && arrays++ == 0) {
                readKeys(reader, keys);
            } else {
                reader.skipValue();
            }
        }
        return arrays == 1;
    }

    private void readKeys(JsonReader reader, List<Jwk> keys) throws UnreadableJsonException {
        for (int i = 0; reader.nextElement(); i++) {
            if (i == limits.keySetKeys()) {
                reader.findings()
                        .report(Finding.of(KeyRequirement.KEY_COUNT)
                                .with("limit", limits.keySetKeys())
                                .at(Location.at(null, "/keys", 0, 0))
                                .build());
            }
            if (i >= limits.keySetKeys()) {
                reader.skipValue();
                continue;
            }
            String pointer = "/keys/" + i;
            Jwk jwk = readKey(reader, pointer);
            if (jwk != null && JwkSet.clashes(keys, jwk)) {
                reader.findings()
                        .report(Finding.of(KeyRequirement.UNIQUE_ID)
                                .with("found", jwk.keyId().orElse(""))
                                .at(Location.at(null, pointer + "/kid", 0, 0))
                                .build());
            } else if (jwk != null) {
                keys.add(jwk);
            }
        }
    }

    /** The key at which the reader stands, or null when it is left out; the reader then stands on its end. */
    private @Nullable Jwk readKey(JsonReader reader, String pointer) throws UnreadableJsonException {
        Members members = members(reader, pointer);
        return members == null ? null : parser.parse(members);
    }

    private static @Nullable Members members(JsonReader reader, String pointer) throws UnreadableJsonException {
        if (reader.event() != JsonEvent.START_OBJECT) {
            reader.findings()
                    .report(Finding.of(KeyRequirement.KEY_OBJECT)
                            .at(Location.at(null, pointer, 0, 0))
                            .build());
            reader.skipValue();
            return null;
        }
        Members members = Members.read(reader, pointer, KeyRequirement.MEMBER_FORM);
        if (members.hasDuplicates()) {
            members.report(Finding.of(KeyRequirement.KEY_OBJECT), null);
            return null;
        }
        return members;
    }
}
