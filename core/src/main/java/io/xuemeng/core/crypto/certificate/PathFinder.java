package io.xuemeng.core.crypto.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    /** Certificates that are tried as an issuer, over all paths. */
    private static final int MAX_STEPS = 2000;

    private final List<X509Certificate> pool;
    private final TrustAnchors anchors;
    private final List<List<X509Certificate>> found = new ArrayList<>();
    private final IssuerSignatures signatures;
    private List<X509Certificate> longest = List.of();
    private int stepsLeft = MAX_STEPS;
    private boolean wrongSignature;

    PathFinder(List<X509Certificate> pool, TrustAnchors anchors, IssuerSignatures signatures) {
        this.pool = pool;
        this.anchors = anchors;
        this.signatures = signatures;
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
        if (stepsLeft == 0) {
            return false;
        }
        stepsLeft--;
        boolean signed = signatures.isSigned(certificate, issuer);
        wrongSignature |= !signed && !signatures.isExhausted();
        return signed;
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
