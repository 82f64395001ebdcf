package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Follows issuers from a certificate up to trust anchors, by name, key identifiers and signature. The effort is bounded, because
 * the certificates come from whoever made the signature.
 */
final class PathFinder {

    /** Certificates of a path, the anchor included. */
    private static final int MAX_LENGTH = 10;

    private static final int MAX_PATHS = 8;
    private static final int MAX_SIGNATURES = 64;

    private final List<X509Certificate> pool;
    private final TrustAnchors anchors;
    private final List<List<X509Certificate>> found = new ArrayList<>();
    private final Map<Link, Boolean> verified = new HashMap<>();
    private List<X509Certificate> longest = List.of();
    private int signaturesLeft = MAX_SIGNATURES;
    private boolean wrongSignature;

    private record Link(X509Certificate certificate, X509Certificate issuer) {}

    PathFinder(List<X509Certificate> pool, TrustAnchors anchors) {
        this.pool = pool;
        this.anchors = anchors;
    }

    /** Paths from a certificate to an anchor, both included; the shortest search order first. */
    List<List<X509Certificate>> find(X509Certificate certificate) {
        List<X509Certificate> path = new ArrayList<>();
        path.add(certificate);
        longest = List.of(certificate);
        if (anchors.certificates().contains(certificate)) {
            return List.of(longest);
        }
        follow(path);
        return found;
    }

    /** As far as a path could be followed when no anchor is reached. */
    List<X509Certificate> longest() {
        return longest;
    }

    /** Whether a certificate stood where the issuer is looked for, with its name and key identifier, and had not signed. */
    boolean metWrongSignature() {
        return wrongSignature;
    }

    private void follow(List<X509Certificate> path) {
        X509Certificate last = path.get(path.size() - 1);
        if (path.size() > longest.size()) {
            longest = List.copyOf(path);
        }
        if (path.size() == MAX_LENGTH) {
            return;
        }
        for (X509Certificate anchor : anchors.certificates()) {
            if (found.size() < MAX_PATHS && isIssuedBy(last, anchor)) {
                List<X509Certificate> whole = new ArrayList<>(path);
                whole.add(anchor);
                found.add(List.copyOf(whole));
            }
        }
        for (X509Certificate candidate : pool) {
            if (found.size() < MAX_PATHS
                    && !path.contains(candidate)
                    && !anchors.certificates().contains(candidate)
                    && isIssuedBy(last, candidate)) {
                path.add(candidate);
                follow(path);
                path.remove(path.size() - 1);
            }
        }
    }

    private boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || !keyIdentifiersAgree(certificate, issuer)) {
            return false;
        }
        Boolean known = verified.get(new Link(certificate, issuer));
        if (known != null) {
            return known;
        }
        if (signaturesLeft == 0) {
            return false;
        }
        signaturesLeft--;
        boolean signed = isSignedBy(certificate, issuer);
        wrongSignature |= !signed;
        verified.put(new Link(certificate, issuer), signed);
        return signed;
    }

    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), BouncyCastle.provider());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Also a key or an algorithm that cannot be used: whoever made the certificate chose them.
            return false;
        }
    }

    private static boolean keyIdentifiersAgree(X509Certificate certificate, X509Certificate issuer) {
        byte[] authority = authorityKeyIdentifier(certificate);
        byte[] subject = subjectKeyIdentifier(issuer);
        return authority == null || subject == null || Arrays.equals(authority, subject);
    }

    static byte @Nullable [] subjectKeyIdentifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        try {
            return extension == null
                    ? null
                    : SubjectKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(extension).getOctets())
                            .getKeyIdentifier();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static byte @Nullable [] authorityKeyIdentifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        try {
            return extension == null
                    ? null
                    : AuthorityKeyIdentifier.getInstance(
                                    ASN1OctetString.getInstance(extension).getOctets())
                            .getKeyIdentifierOctets();
        } catch (RuntimeException e) {
            return null;
        }
    }
}
