package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificates that are trusted without further proof: 信任锚 (RFC 5280, 6.1.1). Most are those of root authorities; a
 * signer's own certificate may be one too, and then only that signer is trusted. An anchor's own period of validity is not
 * asked when it vouches for others: it is trusted for as long as it stands here. Immutable and thread-safe.
 */
public final class TrustAnchors {

    private static final TrustAnchors NONE = new TrustAnchors(List.of());

    private final List<X509Certificate> certificates;

    private TrustAnchors(Collection<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /** Trusts nobody. */
    public static TrustAnchors none() {
        return NONE;
    }

    /** Trusts these certificates. */
    public static TrustAnchors of(X509Certificate... certificates) throws CertificateException {
        return of(List.of(certificates));
    }

    /**
     * Trusts these certificates.
     *
     * @throws CertificateException when one of them cannot be read again, which a provider's own object may be to blame for
     */
    public static TrustAnchors of(Collection<X509Certificate> certificates) throws CertificateException {
        Set<X509Certificate> known = new LinkedHashSet<>();
        for (X509Certificate certificate : certificates) {
            known.add(X509Objects.certificate(certificate));
        }
        return new TrustAnchors(known);
    }

    /**
     * Trusts the certificates of a folder's files that end in {@code .pem}, {@code .crt}, {@code .cer} or {@code .der}, in PEM or
     * DER; other files, and folders within it, are not looked at.
     *
     * @throws CertificateException when such a file holds no certificate, or something that is none; the message names it
     * @throws IOException when the folder or a file cannot be read
     */
    public static TrustAnchors fromFolder(Path folder) throws IOException, CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (ValidationMaterial material :
                ValidationMaterial.eachOfFolder(folder, ValidationMaterial.CERTIFICATE_FILES)) {
            found.addAll(material.certificates());
        }
        return of(found);
    }

    /** The certificates, each once. */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /** These and others. */
    public TrustAnchors and(TrustAnchors others) {
        Set<X509Certificate> all = new LinkedHashSet<>(certificates);
        all.addAll(others.certificates);
        return new TrustAnchors(all);
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "TrustAnchors[" + certificates.size() + "]";
    }
}
