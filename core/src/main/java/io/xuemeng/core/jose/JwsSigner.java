package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes signed tokens in compact form (RFC 7515) with one key and one header, which is written once. Build one and share it between
 * threads.
 *
 * <pre>{@code
 * JwsSigner signer = JwsSigner.with(key).keyId("2026-09").type("at+jwt").build();
 * String token = signer.sign(claims);
 * }</pre>
 */
public final class JwsSigner {

    private final Signer signer;
    private final byte[] encodedHeader;

    private JwsSigner(Signer signer, byte[] encodedHeader) {
        this.signer = signer;
        this.encodedHeader = encodedHeader;
    }

    /** A builder for tokens that a key signs with its own algorithm. */
    public static Builder with(Signer signer) {
        return new Builder(signer);
    }

    /**
     * A token.
     *
     * @param payload what is signed; any bytes, also none
     * @throws SigningException when no signature could be made
     */
    public String sign(byte[] payload) throws SigningException {
        byte[] encodedPayload = Base64.getUrlEncoder().withoutPadding().encode(payload);
        byte[] input = new byte[encodedHeader.length + 1 + encodedPayload.length];
        System.arraycopy(encodedHeader, 0, input, 0, encodedHeader.length);
        input[encodedHeader.length] = '.';
        System.arraycopy(encodedPayload, 0, input, encodedHeader.length + 1, encodedPayload.length);
        byte[] signature = signer.sign(input);
        KeyType type = signer.verificationKey().type();
        if ((type == KeyType.P_256 || type == KeyType.SM2) && signature.length != EcSignatures.RAW_BYTES) {
            throw new SigningException(
                    "the signer gave " + signature.length + " bytes where r and s have " + EcSignatures.RAW_BYTES
                            + "; let it convert DER with EcSignatures.toRaw",
                    null);
        }
        return new String(input, StandardCharsets.ISO_8859_1) + '.' + Base64Url.encode(signature);
    }

    /** Builds a signer. Not thread-safe. */
    public static final class Builder {

        /** What has a method of its own, and what no verifier here would take. */
        private static final Set<String> RESERVED =
                Set.of("alg", "kid", "typ", "cty", "jwk", "x5c", "jku", "x5u", "crit", "b64", "enc", "zip");

        private final Signer signer;
        private final Map<String, RawJson> members = new LinkedHashMap<>();
        private @Nullable String keyId;
        private @Nullable String type;
        private @Nullable String contentType;
        private boolean withKey;
        private boolean withCertificates;

        private Builder(Signer signer) {
            this.signer = signer;
        }

        /** The key's name ({@code kid}), as its published set has it. */
        public Builder keyId(String value) {
            this.keyId = value;
            return this;
        }

        /** What kind of token it is ({@code typ}), such as {@code JWT} or {@code at+jwt}. */
        public Builder type(String value) {
            this.type = value;
            return this;
        }

        /** The media type of the payload ({@code cty}). */
        public Builder contentType(String value) {
            this.contentType = value;
            return this;
        }

        /** Puts the public key itself into the header ({@code jwk}), as proofs of possession have it (RFC 9449). */
        public Builder withKey() {
            this.withKey = true;
            return this;
        }

        /** Puts the signer's certificates into the header ({@code x5c}), as signed xAPI statements have them. */
        public Builder withCertificates() {
            this.withCertificates = true;
            return this;
        }

        /**
         * A further member, such as {@code trust_chain}.
         *
         * @throws IllegalArgumentException when it has a method of its own, or is one that this library refuses in a token
         */
        public Builder member(String name, RawJson value) {
            if (RESERVED.contains(name)) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" is no further member: see this builder's methods, or leave it out");
            }
            members.put(name, value);
            return this;
        }

        /**
         * The signer.
         *
         * @throws IllegalStateException when certificates are asked for and the signer has none
         */
        public JwsSigner build() {
            if (withCertificates && signer.certificates().isEmpty()) {
                throw new IllegalStateException("this signer has no certificates to put into a header");
            }
            byte[] header = JsonWriter.compact(this::write);
            return new JwsSigner(signer, Base64.getUrlEncoder().withoutPadding().encode(header));
        }

        private void write(JsonWriter out) {
            out.startObject()
                    .member("alg", AlgorithmNames.of(signer.algorithm()))
                    .member("kid", keyId)
                    .member("typ", type)
                    .member("cty", contentType);
            if (withKey) {
                out.name("jwk");
                JwkWriter.writeBare(signer.verificationKey(), out);
            }
            if (withCertificates) {
                out.name("x5c").startArray();
                for (X509Certificate certificate : signer.certificates()) {
                    out.value(JwkWriter.text(certificate));
                }
                out.endArray();
            }
            members.forEach(out::member);
            out.endObject();
        }
    }
}
