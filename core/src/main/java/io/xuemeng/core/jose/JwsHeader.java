package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.json.RawJson;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of a signed token, well formed (RFC 7515, 4). What it says is the signer's word. Immutable and thread-safe. */
public final class JwsHeader {

    private final SignatureAlgorithm algorithm;
    private final @Nullable String keyId;
    private final @Nullable String type;
    private final @Nullable String contentType;
    private final @Nullable Jwk key;
    private final List<X509Certificate> certificates;
    private final Map<String, RawJson> members;

    /** What a header says, as {@link HeaderReader} found it. */
    record Names(
            @Nullable String keyId,
            @Nullable String type,
            @Nullable String contentType) {}

    JwsHeader(
            SignatureAlgorithm algorithm,
            Names names,
            @Nullable Jwk key,
            List<X509Certificate> certificates,
            Map<String, RawJson> members) {
        this.algorithm = algorithm;
        this.keyId = names.keyId();
        this.type = names.type();
        this.contentType = names.contentType();
        this.key = key;
        this.certificates = List.copyOf(certificates);
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The algorithm ({@code alg}), one of those the verifier allows. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** The name of the key ({@code kid}); empty when there is none. */
    public Optional<String> keyId() {
        return Optional.ofNullable(keyId);
    }

    /** What kind of token it is ({@code typ}), as it is written; empty when it does not say. Hold it against what you expect. */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /** The media type of the payload ({@code cty}), as it is written; empty when it does not say. */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    /** The key that the header brings ({@code jwk}); empty when it brings none or the verifier takes none. */
    public Optional<Jwk> key() {
        return Optional.ofNullable(key);
    }

    /** The certificates that the header brings ({@code x5c}), the signer's first; empty when there are none or the verifier takes none. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** The names of all members, in their order. */
    public Set<String> names() {
        return members.keySet();
    }

    /** A member as it is written, such as {@code trust_chain}; empty when there is none. */
    public Optional<RawJson> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The algorithm and the names of the members. */
    @Override
    public String toString() {
        return "JwsHeader[" + algorithm + ' ' + members.keySet() + ']';
    }
}
