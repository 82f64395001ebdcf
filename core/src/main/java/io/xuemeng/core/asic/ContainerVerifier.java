package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.certificate.CertificatePathValidator;
import io.xuemeng.core.crypto.certificate.RevocationChecking;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.timestamp.TimestampVerifier;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Verifies ASiC-E containers with CAdES signatures (ETSI EN 319 162-1, EN 319 122-1; the states of EN 319 102-1) and SM2 seals:
 * whether every entry is what was signed, by whom, when, and whether that signer is trusted. It guarantees that in a container
 * whose result is valid every file has the name and the content it had when it was signed, and that there is no other.
 * A signature is itself signed only by a later one: what the last one's message says unsigned (a timestamp, certificates) can be taken
 * away or added to, and ECDSA has two values for one signature; what it covers, and who signed it, cannot change. A package that
 * another program signed last does not say what its manifest is called: that name, and a {@code mimetype} entry that its manifest does
 * not cover, are not guaranteed; a later signature by this library covers both.
 *
 * <pre>{@code
 * ContainerVerifier verifier = ContainerVerifier.builder()
 *     .trust(TrustAnchors.fromFolder(Path.of("trust/signers")))
 *     .trustForTimestamps(TrustAnchors.fromFolder(Path.of("trust/tsa")))
 *     .build();
 * ContainerResult result = verifier.verify(Path.of("fractions.zip"));
 * }</pre>
 *
 * <p>What may change without a signature noticing: the order of entries, their times, modes and compression, and whether directories
 * that are not empty are listed. Nothing is fetched. Each entry is inflated and hashed once, in parallel. Memory: about 200 KiB for
 * each thread, 1 KiB for each entry, and the largest manifest. Immutable and thread-safe; build it once.
 */
public final class ContainerVerifier {

    private final Function<List<String>, TrustAnchors> trust;
    private final TrustAnchors timestampTrust;
    private final TimestampVerifier timestampVerifier;
    private final Set<SignatureAlgorithm> signatureAlgorithms;
    private final Set<DigestAlgorithm> digestAlgorithms;
    private final boolean parallelSignatures;
    private final ValidationMaterial material;
    private final RevocationChecking revocation;
    private final Clock clock;
    private final Limits limits;
    private final int threads;

    private ContainerVerifier(Builder builder) {
        this.trust = builder.trust;
        this.material = builder.material;
        this.revocation = builder.revocation;
        this.timestampTrust = builder.timestampTrust;
        this.timestampVerifier = TimestampVerifier.with(CertificatePathValidator.trusting(builder.timestampTrust)
                .with(material)
                .with(revocation));
        this.signatureAlgorithms = Set.copyOf(builder.signatureAlgorithms);
        this.digestAlgorithms = Set.copyOf(builder.digestAlgorithms);
        this.parallelSignatures = builder.parallelSignatures;
        this.clock = builder.clock;
        this.limits = builder.limits;
        this.threads = builder.threads;
    }

    /** A builder, which trusts nobody until told. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Verifies a file.
     *
     * @throws IOException when it cannot be read, never because of what it holds
     */
    public ContainerResult verify(Path file) throws IOException {
        try (PositionalSource source = PositionalSource.of(file)) {
            return verify(source);
        }
    }

    /**
     * Verifies what a source holds.
     *
     * @param source stays open
     * @throws IOException when it cannot be read, never because of what it holds
     */
    public ContainerResult verify(PositionalSource source) throws IOException {
        return new Verification(this, source, null).run();
    }

    /**
     * Verifies one entry without reading the others: each signature, and that the entry is what it signed. Nothing is said of other
     * entries, not even whether they are there.
     *
     * @param entry its path; a signature, a manifest or {@code mimetype} is judged as what it is
     * @throws NoSuchFileException when there is no such entry and none was signed
     * @throws IOException when the source cannot be read, never because of what it holds
     */
    public ContainerResult verifyEntry(PositionalSource source, String entry) throws IOException {
        return new Verification(this, source, entry).run();
    }

    CertificatePathValidator validatorFor(List<String> claimedRoles) {
        return CertificatePathValidator.trusting(trust.apply(claimedRoles))
                .with(material)
                .with(revocation);
    }

    /** A validator that knows all certificates that could have issued what is embedded. */
    CertificatePathValidator validatorOfMaterial(List<String> claimedRoles) {
        return CertificatePathValidator.trusting(trust.apply(claimedRoles).and(timestampTrust))
                .with(material);
    }

    TimestampVerifier timestampVerifier() {
        return timestampVerifier;
    }

    Set<SignatureAlgorithm> signatureAlgorithms() {
        return signatureAlgorithms;
    }

    Set<DigestAlgorithm> digestAlgorithms() {
        return digestAlgorithms;
    }

    boolean parallelSignatures() {
        return parallelSignatures;
    }

    Clock clock() {
        return clock;
    }

    Limits limits() {
        return limits;
    }

    int threads() {
        return threads;
    }

    /** Builds a {@link ContainerVerifier}. Not thread-safe. */
    public static final class Builder {

        private Function<List<String>, TrustAnchors> trust = roles -> TrustAnchors.none();
        private TrustAnchors timestampTrust = TrustAnchors.none();
        private ValidationMaterial material = ValidationMaterial.none();
        private RevocationChecking revocation = RevocationChecking.REQUIRED;
        private Set<SignatureAlgorithm> signatureAlgorithms = EnumSet.allOf(SignatureAlgorithm.class);
        private Set<DigestAlgorithm> digestAlgorithms = EnumSet.allOf(DigestAlgorithm.class);
        private boolean parallelSignatures;
        private Clock clock = Clock.systemUTC();
        private Limits limits = Limits.defaults();
        private int threads = Runtime.getRuntime().availableProcessors();

        private Builder() {}

        /** Trusts these for signatures, whatever role is claimed. */
        public Builder trust(TrustAnchors value) {
            return trust(roles -> value);
        }

        /**
         * Trusts signers by the roles they claim.
         *
         * @param value gives the anchors for the roles that a signature claims, none for none; called for each signature, from one
         *     thread
         */
        public Builder trust(Function<List<String>, TrustAnchors> value) {
            trust = value;
            return this;
        }

        /** Trusts these for timestamps, and for nothing else. */
        public Builder trustForTimestamps(TrustAnchors value) {
            timestampTrust = value;
            return this;
        }

        /** Certificates, revocation lists and OCSP responses beside those that are embedded. */
        public Builder with(ValidationMaterial value) {
            material = material.and(value);
            return this;
        }

        /** What is made of certificates whose revocation status is not known; required unless told otherwise. */
        public Builder revocation(RevocationChecking value) {
            revocation = value;
            return this;
        }

        /** The algorithms of signatures that are accepted; all that this library knows unless told otherwise. */
        public Builder signatureAlgorithms(Set<SignatureAlgorithm> value) {
            signatureAlgorithms = value;
            return this;
        }

        /** The algorithms of digests in manifests that are accepted; all that this library knows unless told otherwise. */
        public Builder digestAlgorithms(Set<DigestAlgorithm> value) {
            digestAlgorithms = value;
            return this;
        }

        /**
         * Accepts signatures that stand side by side: without this, one that does not cover those with a lower number is
         * indeterminate, because it does not say that its signer has seen them.
         */
        public Builder acceptParallelSignatures() {
            parallelSignatures = true;
            return this;
        }

        /** The clock that says when now is; the system's unless another is given. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** What a container may have at most. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /**
         * How many threads hash entries, the caller's included; as many as there are processors unless given.
         *
         * @throws IllegalArgumentException when it is less than 1
         */
        public Builder threads(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("at least 1 thread is needed, not " + value);
            }
            threads = value;
            return this;
        }

        /** The verifier. */
        public ContainerVerifier build() {
            return new ContainerVerifier(this);
        }
    }
}
