package io.xuemeng.resource.signature;

import io.xuemeng.core.asic.ContainerSigner;
import io.xuemeng.core.asic.MimeTypePlace;
import io.xuemeng.core.asic.SignedFiles;
import io.xuemeng.core.asic.UnsignableContainerException;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.timestamp.TimestampSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs packages in a role. An SM2 key makes a seal, any other a CAdES signature; two keys, one of each, make both over one manifest.
 * Whoever signs a package that is signed already, signs what the others did along with the content.
 *
 * <pre>{@code
 * PackageSigner.as(SignerRole.AUTHOR, SigningKey.fromPkcs12(keystore, password)).sign(pkg);
 * }</pre>
 *
 * <p>The package is an ASiC-E container from then on (ETSI EN 319 162-1), and stays a package for those who do not know that.
 * Immutable and thread-safe, if the signers and the source of timestamps are.
 */
public final class PackageSigner {

    private final SignerRole role;
    private final List<Signer> signers;
    private final ValidationMaterial material;
    private final @Nullable TimestampSource timestamps;
    private final MimeTypePlace mimeType;
    private final Clock clock;

    private PackageSigner(
            SignerRole role,
            List<Signer> signers,
            ValidationMaterial material,
            @Nullable TimestampSource timestamps,
            MimeTypePlace mimeType,
            Clock clock) {
        this.role = role;
        this.signers = List.copyOf(signers);
        this.material = material;
        this.timestamps = timestamps;
        this.mimeType = mimeType;
        this.clock = clock;
        container();
    }

    /**
     * A signer in a role.
     *
     * @param key with the certificate for it
     * @throws IllegalArgumentException when the key has no certificate
     */
    public static PackageSigner as(SignerRole role, Signer key) {
        return new PackageSigner(
                role, List.of(key), ValidationMaterial.none(), null, MimeTypePlace.ENTRY, Clock.systemUTC());
    }

    /**
     * The same that also signs with a second key, in the other form.
     *
     * @throws IllegalArgumentException when it would make a signature of the same form, or has no certificate
     */
    public PackageSigner and(Signer key) {
        List<Signer> both = new ArrayList<>(signers);
        both.add(key);
        return new PackageSigner(role, both, material, timestamps, mimeType, clock);
    }

    /** The same that embeds certificates, revocation lists and OCSP responses, so that its signatures can be judged offline. */
    public PackageSigner embedding(ValidationMaterial value) {
        return new PackageSigner(role, signers, material.and(value), timestamps, mimeType, clock);
    }

    /** The same that has each signature timestamped, which proves it older than the end of its certificate. */
    public PackageSigner timestampedBy(TimestampSource value) {
        return new PackageSigner(role, signers, material, value, mimeType, clock);
    }

    /** The same that says elsewhere that the package is a container: in the comment, for systems that refuse an extra file. */
    public PackageSigner withMimeType(MimeTypePlace value) {
        return new PackageSigner(role, signers, material, timestamps, value, clock);
    }

    /** The same with another clock for the time of signing that it states. */
    public PackageSigner withClock(Clock value) {
        return new PackageSigner(role, signers, material, timestamps, mimeType, value);
    }

    /**
     * Signs a package in place. The file is replaced at once when all is written; on a failure it stays as it was.
     *
     * @return what was added
     * @throws UnsignableContainerException when it cannot be signed, because it is no intact archive for instance; findings say why
     * @throws IOException when reading or writing fails, a key cannot sign, or a timestamp cannot be had
     */
    public SignedFiles sign(Path file) throws IOException {
        return container().sign(file);
    }

    private ContainerSigner container() {
        ContainerSigner.Builder builder = ContainerSigner.builder()
                .claimedRole(role.claim())
                .embed(material)
                .mimeType(mimeType)
                .clock(clock);
        signers.forEach(builder::signer);
        if (timestamps != null) {
            builder.timestamps(timestamps);
        }
        return builder.build();
    }
}
