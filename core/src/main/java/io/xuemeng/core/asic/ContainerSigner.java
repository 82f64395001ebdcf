package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.timestamp.TimestampSource;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs a zip archive as an ASiC-E container (ETSI EN 319 162-1), or adds a further signature to one. What it makes: a manifest with
 * the SHA-256 and SM3 digests of all entries, those of earlier signatures included, and over it a CAdES signature (level B-B, or B-T
 * with a timestamp), an SM2 seal, or both.
 *
 * <pre>{@code
 * ContainerSigner.builder()
 *     .signer(SigningKey.fromPkcs12(Path.of("vendor-sm2.p12"), password))
 *     .claimedRole("author")
 *     .embed(ValidationMaterial.fromFolder(Path.of("crl")))
 *     .build()
 *     .sign(Path.of("fractions.zip"));
 * }</pre>
 *
 * <p>Every entry is inflated and hashed once, in parallel; its compressed data is then copied as it is. Names are written in
 * UTF-8 whatever they were. Memory: about 200 KiB for each thread and 1 KiB for each entry. Immutable and thread-safe, if the
 * signers and the source of timestamps are.
 */
public final class ContainerSigner {

    private final List<Signer> signers;
    private final List<String> claimedRoles;
    private final ValidationMaterial material;
    private final @Nullable TimestampSource timestamps;
    private final MimeTypePlace mimeTypePlace;
    private final Clock clock;
    private final Limits limits;
    private final int threads;

    private ContainerSigner(Builder builder) {
        this.signers = List.copyOf(builder.signers);
        this.claimedRoles = List.copyOf(builder.claimedRoles);
        this.material = builder.material;
        this.timestamps = builder.timestamps;
        this.mimeTypePlace = builder.mimeTypePlace;
        this.clock = builder.clock;
        this.limits = builder.limits;
        this.threads = builder.threads;
    }

    /** A builder that needs at least a signer. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Signs a file in place. It is replaced at once when everything is written, so nobody ever sees half of it, and on any failure
     * it stays as it was.
     *
     * @throws UnsignableContainerException when the file cannot be signed; findings say why
     * @throws IOException when reading or writing fails, a signer cannot sign, or the timestamp cannot be had
     */
    public SignedFiles sign(Path file) throws IOException {
        Path target = file.toRealPath();
        Path temporary = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".signing");
        try {
            SignedFiles signed;
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                try (PositionalSource source = PositionalSource.of(target)) {
                    signed = sign(source, new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16) {
                        @Override
                        public void close() throws IOException {
                            flush();
                            channel.force(true);
                        }
                    });
                }
            }
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            }
            replace(temporary, target);
            return signed;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void replace(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Signs what one source holds and writes the signed container elsewhere.
     *
     * @param source stays open
     * @param target closed when everything is written; on an exception what it holds is of no use
     * @throws UnsignableContainerException when the source cannot be signed; findings say why
     * @throws IOException when reading or writing fails, a signer cannot sign, or the timestamp cannot be had
     */
    public SignedFiles sign(PositionalSource source, OutputStream target) throws IOException {
        return new Signing(this, source).run(target);
    }

    List<Signer> signers() {
        return signers;
    }

    List<String> claimedRoles() {
        return claimedRoles;
    }

    ValidationMaterial material() {
        return material;
    }

    @Nullable
    TimestampSource timestamps() {
        return timestamps;
    }

    MimeTypePlace mimeTypePlace() {
        return mimeTypePlace;
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

    /** Builds a {@link ContainerSigner}. Not thread-safe. */
    public static final class Builder {

        private final List<Signer> signers = new ArrayList<>();
        private final List<String> claimedRoles = new ArrayList<>();
        private ValidationMaterial material = ValidationMaterial.none();
        private @Nullable TimestampSource timestamps;
        private MimeTypePlace mimeTypePlace = MimeTypePlace.ENTRY;
        private Clock clock = Clock.systemUTC();
        private Limits limits = Limits.defaults();
        private int threads = Runtime.getRuntime().availableProcessors();

        private Builder() {}

        /**
         * Who signs. An SM2 signer makes a seal, any other a CAdES signature; one of each may sign the same manifest.
         *
         * @throws IllegalArgumentException when the signer has no certificate, or there is one for this form already
         */
        public Builder signer(Signer value) {
            if (value.certificates().isEmpty()) {
                throw new IllegalArgumentException("a signer needs the certificate that was issued for its key");
            }
            for (Signer other : signers) {
                if (isSm2(other) == isSm2(value)) {
                    throw new IllegalArgumentException(
                            "there is a signer for this form already; a further signer signs after it, on its own");
                }
            }
            signers.add(value);
            return this;
        }

        /**
         * A role that the signer claims, as text: what roles there are is its profile's business. It stands in the signed attribute
         * {@code signer-attributes-v2} of the signature and of the seal (ETSI EN 319 122-1, 5.2.6.1).
         */
        public Builder claimedRole(String value) {
            claimedRoles.add(value);
            return this;
        }

        /**
         * Certificates, revocation lists and OCSP responses to embed, so that the signature can be judged offline. Of the certificates and
         * lists only those are embedded that concern the signer or the timestamp.
         */
        public Builder embed(ValidationMaterial value) {
            material = material.and(value);
            return this;
        }

        /** Where timestamps are from, which keep the signature valid after the certificate has expired; without, there are none. */
        public Builder timestamps(TimestampSource value) {
            timestamps = value;
            return this;
        }

        /**
         * Where the container says that it is one, unless it says so already; in an entry unless told otherwise. In a container that
         * has a signature and no such entry it is the comment in any case, because an entry would be one that nobody signed before.
         */
        public Builder mimeType(MimeTypePlace value) {
            mimeTypePlace = value;
            return this;
        }

        /** The clock that the stated time of signing is from; the system's unless another is given. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** What the archive may have at most. */
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

        /**
         * The signer.
         *
         * @throws IllegalStateException when nobody was said to sign
         */
        public ContainerSigner build() {
            if (signers.isEmpty()) {
                throw new IllegalStateException("somebody has to sign: call signer() first");
            }
            return new ContainerSigner(this);
        }
    }

    static boolean isSm2(Signer signer) {
        return signer.algorithm().keyType() == KeyType.SM2;
    }
}
