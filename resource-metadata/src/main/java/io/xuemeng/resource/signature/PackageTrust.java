package io.xuemeng.resource.signature;

import io.xuemeng.core.crypto.certificate.RevocationChecking;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whom to trust, and in which role: a vendor's authority vouches for authors, not for the province's review. Immutable and
 * thread-safe; make one and share it.
 */
public final class PackageTrust {

    /** The folder of those who are trusted for timestamps, see {@link #fromFolder}. */
    public static final String TIMESTAMP_FOLDER = "timestamp";

    private static final PackageTrust NONE = builder().build();

    private final Map<SignerRole, TrustAnchors> roles;
    private final TrustAnchors timestamps;
    private final ValidationMaterial material;
    private final RevocationChecking revocation;

    private PackageTrust(Builder builder) {
        this.roles = new EnumMap<>(builder.roles);
        this.timestamps = builder.timestamps;
        this.material = builder.material;
        this.revocation = builder.revocation;
    }

    /** Trusts nobody. */
    public static PackageTrust none() {
        return NONE;
    }

    /** A builder that trusts nobody yet. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads a folder with a folder for each role: {@code author}, {@code publisher}, {@code reviewer}, {@code hub}, and {@code
     * timestamp} for timestamps, each with the certificates that are trusted in it ({@code .pem}, {@code .crt}, {@code .cer},
     * {@code .der}); any of them may be missing. Further certificates, revocation lists ({@code .crl}) and OCSP responses ({@code
     * .ocsp}) beside these folders help to judge offline and are not trusted by standing there.
     *
     * @throws CertificateException when a file cannot be read as what its name says, or nobody at all is trusted; the message
     *     says which
     * @throws IOException when a folder or a file cannot be read
     */
    public static PackageTrust fromFolder(Path folder) throws IOException, CertificateException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Builder builder = builder().material(ValidationMaterial.fromFolder(folder));
        boolean anybody = false;
        for (SignerRole role : SignerRole.values()) {
            TrustAnchors anchors = anchors(folder.resolve(role.claim()));
            builder.trust(role, anchors);
            anybody |= !anchors.certificates().isEmpty();
        }
        if (!anybody) {
            throw new CertificateException("nobody is trusted by " + folder
                    + ": put certificates into its folders author, publisher, reviewer or hub");
        }
        return builder.timestamps(anchors(folder.resolve(TIMESTAMP_FOLDER))).build();
    }

    private static TrustAnchors anchors(Path folder) throws IOException, CertificateException {
        return Files.isDirectory(folder) ? TrustAnchors.fromFolder(folder) : TrustAnchors.none();
    }

    /** Those who are trusted in a role; nobody when nothing was said of it. */
    public TrustAnchors anchors(SignerRole role) {
        return roles.getOrDefault(role, TrustAnchors.none());
    }

    /** Those who are trusted for timestamps. */
    public TrustAnchors timestamps() {
        return timestamps;
    }

    /** Certificates, revocation lists and OCSP responses beside those in the packages. */
    public ValidationMaterial material() {
        return material;
    }

    /** What is made of certificates whose revocation status is not known. */
    public RevocationChecking revocation() {
        return revocation;
    }

    /** Whether nobody is trusted in any role. */
    public boolean isEmpty() {
        return roles.values().stream()
                .allMatch(anchors -> anchors.certificates().isEmpty());
    }

    /** The anchors for the roles that a signature claims: those of its role, and nobody when it claims none, several or another. */
    TrustAnchors anchors(List<String> claims) {
        SignerRole role = SignerRole.ofClaims(claims);
        return role == null ? TrustAnchors.none() : anchors(role);
    }

    /** Builds a {@link PackageTrust}. Not thread-safe. */
    public static final class Builder {

        private final Map<SignerRole, TrustAnchors> roles = new EnumMap<>(SignerRole.class);
        private TrustAnchors timestamps = TrustAnchors.none();
        private ValidationMaterial material = ValidationMaterial.none();
        private RevocationChecking revocation = RevocationChecking.REQUIRED;

        private Builder() {}

        /** Trusts these, too, in a role. */
        public Builder trust(SignerRole role, TrustAnchors anchors) {
            roles.merge(role, anchors, TrustAnchors::and);
            return this;
        }

        /** Trusts these, too, for timestamps, and for nothing else. */
        public Builder timestamps(TrustAnchors anchors) {
            timestamps = timestamps.and(anchors);
            return this;
        }

        /** Further certificates, revocation lists and OCSP responses, not trusted by themselves. */
        public Builder material(ValidationMaterial value) {
            material = material.and(value);
            return this;
        }

        /** What is made of certificates whose revocation status is not known; {@link RevocationChecking#REQUIRED} unless given. */
        public Builder revocation(RevocationChecking value) {
            revocation = value;
            return this;
        }

        /** The trust. */
        public PackageTrust build() {
            return new PackageTrust(this);
        }
    }
}
