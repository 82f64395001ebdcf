package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signed tokens in compact form (RFC 7515): which algorithms and which keys is fixed when it is built, never said by a token.
 * It guarantees that what it calls {@linkplain JwsResult.Verified verified} was signed, byte for byte, by the holder of a key that its
 * caller gave or trusts. Whether a token is meant for its reader, and still valid, is for the caller to check. Build one and share it
 * between threads.
 *
 * <pre>{@code
 * JwsVerifier verifier = JwsVerifier.allowing(SignatureAlgorithm.ES256, SignatureAlgorithm.SM2_SM3)
 *         .keys(issuerKeys)
 *         .build();
 * JwsResult result = verifier.verify(token);
 * }</pre>
 *
 * <p>Refused are: whatever is not three parts of strict base64url with a strict JSON object in front; an algorithm that is not allowed
 * or not the key's own; every critical extension; unencoded payloads (RFC 7797); keys and addresses of keys in the header, unless the
 * caller takes them; and of course every signature that is wrong, in its form too. See {@link JwsRequirement}.
 */
public final class JwsVerifier {

    private static final Argument HEADER = new Argument.Term("header", "头部");
    private static final Argument PAYLOAD = new Argument.Term("payload", "载荷");
    private static final Argument SIGNATURE = new Argument.Term("signature", "签名");

    private final HeaderReader headers;
    private final HeaderCache cache = new HeaderCache();
    private final Sm2Profile sm2;
    private final Limits limits;
    private final JwkSource keys;
    private final @Nullable Predicate<Jwk> trustedKeys;
    private final @Nullable Predicate<List<X509Certificate>> trustedCertificates;

    private JwsVerifier(Builder builder, JwkSource keys) {
        this.sm2 = builder.sm2;
        this.limits = builder.limits;
        this.keys = keys;
        this.trustedKeys = builder.trustedKeys;
        this.trustedCertificates = builder.trustedCertificates;
        this.headers = new HeaderReader(
                Collections.unmodifiableSet(builder.algorithms),
                sm2,
                limits,
                trustedKeys != null,
                trustedCertificates != null);
    }

    /** A builder for a verifier that allows these algorithms and no others. */
    public static Builder allowing(SignatureAlgorithm first, SignatureAlgorithm... others) {
        return new Builder(EnumSet.of(first, others));
    }

    /** The same for a set of algorithms, which must not be empty. */
    public static Builder allowing(Set<SignatureAlgorithm> algorithms) {
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("a verifier allows at least one algorithm");
        }
        return new Builder(EnumSet.copyOf(algorithms));
    }

    /**
     * Verifies a token.
     *
     * @param compact the token, alone: no white space, no {@code Bearer}
     * @return what it says, or what is wrong with it. A token whose form is wrong is not held against keys, so that nonsense costs little
     */
    public JwsResult verify(CharSequence compact) {
        if (compact.length() > limits.tokenBytes()) {
            return tooLarge(compact.length());
        }
        // A character that is not Latin becomes a question mark, which base64url does not have either.
        return verify(compact.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same for a token in ASCII, which is not kept and not to be changed meanwhile. */
    public JwsResult verify(byte[] compact) {
        if (compact.length > limits.tokenBytes()) {
            return tooLarge(compact.length);
        }
        int first = dot(compact, 0);
        int second = dot(compact, first + 1);
        if (second >= compact.length || dot(compact, second + 1) < compact.length) {
            return refused(Finding.of(JwsRequirement.THREE_PARTS).with("parts", parts(compact)));
        }
        JwsHeader known = cache.find(compact, first);
        byte[] payload = Base64Url.decode(compact, first + 1, second);
        byte[] signature = Base64Url.decode(compact, second + 1, compact.length);
        if (known != null && payload != null && signature != null && signature.length > 0) {
            return verify(known, compact, second, payload, signature);
        }
        FindingCollector findings = new FindingCollector();
        JwsHeader header = known != null ? known : header(compact, first, findings);
        if (payload == null) {
            findings.report(notBase64Url(PAYLOAD));
        }
        if (signature == null) {
            findings.report(notBase64Url(SIGNATURE));
        } else if (signature.length == 0) {
            findings.report(Finding.of(JwsRequirement.SIGNED).build());
        }
        if (header == null || payload == null || signature == null || !findings.isEmpty()) {
            return new JwsResult.Refused(findings.findings());
        }
        JwsResult result = verify(header, compact, second, payload, signature);
        if (result.isVerified()) {
            cache.add(compact, first, header);
        }
        return result;
    }

    private static int dot(byte[] token, int from) {
        int at = from;
        while (at < token.length && token[at] != '.') {
            at++;
        }
        return at;
    }

    private static int parts(byte[] token) {
        int parts = 1;
        for (byte b : token) {
            parts += b == '.' ? 1 : 0;
        }
        return parts;
    }

    private @Nullable JwsHeader header(byte[] token, int length, FindingCollector findings) {
        if (length > limits.tokenHeaderBytes()) {
            findings.report(Finding.of(JwsRequirement.HEADER_SIZE)
                    .with("size", length)
                    .with("limit", limits.tokenHeaderBytes())
                    .build());
            return null;
        }
        byte[] json = Base64Url.decode(token, 0, length);
        if (json == null) {
            findings.report(notBase64Url(HEADER));
            return null;
        }
        return headers.read(json, findings);
    }

    private JwsResult verify(JwsHeader header, byte[] token, int signed, byte[] payload, byte[] signature) {
        List<X509Certificate> certificates = header.certificates();
        Jwk brought = header.key().orElse(null);
        Jwk key;
        if (!certificates.isEmpty()) {
            VerificationKey signer = HeaderReader.keyOf(certificates);
            key = signer == null ? null : new Jwk(signer, null, null, certificates);
        } else if (brought != null) {
            key = brought;
        } else {
            JwkSet candidates = keys.keysFor(header);
            key = select(header, candidates);
            if (key == null) {
                return refused(Finding.of(JwsRequirement.KEY_FOUND).with("found", missing(header)));
            }
        }
        if (key == null || !key.permits(header.algorithm())) {
            return refused(Finding.of(JwsRequirement.KEY_ALGORITHM)
                    .with("found", AlgorithmNames.of(header.algorithm()))
                    .at(Location.at(null, "/alg", 0, 0)));
        }
        if (!isSignature(key, header.algorithm(), token, signed, signature)) {
            return refused(Finding.of(JwsRequirement.SIGNATURE));
        }
        if (!isTrusted(brought, certificates)) {
            return refused(Finding.of(JwsRequirement.HEADER_KEY_TRUSTED));
        }
        return new JwsResult.Verified(header, payload, key);
    }

    /** The key that the header means, or null when it means none, or may mean several. */
    private static @Nullable Jwk select(JwsHeader header, JwkSet keys) {
        SignatureAlgorithm algorithm = header.algorithm();
        String keyId = header.keyId().orElse(null);
        Jwk single = keys.keys().size() == 1 ? keys.keys().get(0) : null;
        if (keyId == null) {
            return single != null ? single : keys.only(algorithm);
        }
        List<Jwk> named = keys.named(keyId);
        for (Jwk jwk : named) {
            if (jwk.permits(algorithm)) {
                return jwk;
            }
        }
        if (!named.isEmpty()) {
            return named.get(0);
        }
        // A caller's only key need not have the name that its owner gives it.
        return single != null && single.keyId().isEmpty() ? single : null;
    }

    private static Argument missing(JwsHeader header) {
        return header.keyId()
                .<Argument>map(id -> new Argument.Term(
                        "the verifier has none with the name \"" + id + "\"", "验证方没有名为“" + id + "”的密钥"))
                .orElseGet(() -> new Argument.Term(
                        "it names none, and the verifier has none, or more than one, for its algorithm",
                        "令牌未指明密钥，而验证方没有适用于其算法的密钥，或有不止一把"));
    }

    private boolean isSignature(Jwk key, SignatureAlgorithm algorithm, byte[] token, int signed, byte[] signature) {
        byte[] raw = signature;
        if (algorithm == SignatureAlgorithm.SM2_SM3 && sm2.derSignatures()) {
            try {
                raw = EcSignatures.toRaw(signature);
            } catch (IllegalArgumentException e) {
                // Not DER, and so no signature in the agreed form.
                return false;
            }
        }
        return key.key().verify(algorithm, token, 0, signed, raw);
    }

    private boolean isTrusted(@Nullable Jwk brought, List<X509Certificate> certificates) {
        if (!certificates.isEmpty()) {
            return trustedCertificates != null && trustedCertificates.test(certificates);
        }
        return brought == null || (trustedKeys != null && trustedKeys.test(brought));
    }

    private JwsResult tooLarge(int size) {
        return refused(Finding.of(JwsRequirement.TOKEN_SIZE).with("size", size).with("limit", limits.tokenBytes()));
    }

    private static Finding notBase64Url(Argument part) {
        return Finding.of(JwsRequirement.BASE64URL).with("part", part).build();
    }

    private static JwsResult refused(Finding.Builder finding) {
        return new JwsResult.Refused(List.of(finding.build()));
    }

    /** Builds a verifier. Not thread-safe. */
    public static final class Builder {

        private final Set<SignatureAlgorithm> algorithms;
        private Sm2Profile sm2 = Sm2Profile.declared();
        private Limits limits = Limits.defaults();
        private @Nullable JwkSource keys;
        private @Nullable Predicate<Jwk> trustedKeys;
        private @Nullable Predicate<List<X509Certificate>> trustedCertificates;

        private Builder(Set<SignatureAlgorithm> algorithms) {
            this.algorithms = algorithms;
        }

        /**
         * Verifies with these keys. A token that names its key ({@code kid}) needs one of that name, or the only key if that has no
         * name; a token that does not, exactly one that permits its algorithm.
         */
        public Builder keys(JwkSet value) {
            this.keys = header -> value;
            return this;
        }

        /** Verifies with this key. */
        public Builder key(Jwk value) {
            return keys(JwkSet.of(value));
        }

        /** Verifies with keys that change; asked for each token whose form is right. */
        public Builder keys(JwkSource value) {
            this.keys = value;
            return this;
        }

        /**
         * Takes the key that a header brings under {@code jwk} (RFC 7515, 4.1.3), as proofs of possession have it (RFC 9449). A
         * signature then says only that whoever made the token holds that key.
         *
         * @param trusted whether a key is one to believe, asked after the signature was found right; by its {@linkplain
         *     Jwk#thumbprint() thumbprint}, for example
         */
        public Builder headerKey(Predicate<Jwk> trusted) {
            this.trustedKeys = trusted;
            return this;
        }

        /**
         * Takes the certificates that a header brings under {@code x5c} (RFC 7515, 4.1.6), as signed xAPI statements have them.
         * Nothing of them is checked before: anybody can make a chain. {@link
         * io.xuemeng.core.crypto.certificate.CertificatePathValidator} judges them.
         *
         * @param trusted whether a chain leads to a trust anchor of the caller's and the signer's certificate is for this purpose,
         *     asked after the signature was found right; the signer's stands first
         */
        public Builder headerCertificates(Predicate<List<X509Certificate>> trusted) {
            this.trustedCertificates = trusted;
            return this;
        }

        /** Takes other spellings of SM2 than the declared one. */
        public Builder sm2(Sm2Profile value) {
            this.sm2 = value;
            return this;
        }

        /** Takes other limits; {@link Limits#tokenBytes()} and {@link Limits#tokenHeaderBytes()} are those for tokens. */
        public Builder limits(Limits value) {
            this.limits = value;
            return this;
        }

        /**
         * The verifier.
         *
         * @throws IllegalStateException when it has no keys and takes none from headers, or takes both kinds from headers
         */
        public JwsVerifier build() {
            JwkSource source = keys;
            if (source == null && trustedKeys == null && trustedCertificates == null) {
                throw new IllegalStateException("a verifier needs keys, or something to trust keys in headers by");
            }
            if (trustedKeys != null && trustedCertificates != null) {
                throw new IllegalStateException(
                        "a verifier takes keys or certificates from headers, not both: which would count?");
            }
            return new JwsVerifier(this, source == null ? header -> JwkSet.empty() : source);
        }
    }
}
