package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * An issuer as OCSP names it (RFC 6960, 4.1.1), by digests of its name and of its key. Each is made once, because a response may
 * have any number of answers.
 */
final class IssuerDigests {

    private final X509Certificate issuer;
    private final Map<ASN1ObjectIdentifier, Optional<Digests>> known = new HashMap<>();

    private record Digests(ASN1OctetString name, ASN1OctetString key) {}

    IssuerDigests(X509Certificate issuer) {
        this.issuer = issuer;
    }

    /** Whether an answer is about a certificate of this issuer. */
    boolean areIn(CertID id) {
        return known.computeIfAbsent(id.getHashAlgorithm().getAlgorithm(), this::digests)
                .filter(own ->
                        own.name().equals(id.getIssuerNameHash()) && own.key().equals(id.getIssuerKeyHash()))
                .isPresent();
    }

    private Optional<Digests> digests(ASN1ObjectIdentifier algorithm) {
        SubjectPublicKeyInfo key = CertificateKey.of(issuer).info();
        if (key == null) {
            return Optional.empty();
        }
        try {
            // SHA-1 only names the issuer here; what is trusted is the signature.
            MessageDigest digest = MessageDigest.getInstance(algorithm.getId(), BouncyCastle.provider());
            byte[] name = X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded())
                    .getEncoded(ASN1Encoding.DER);
            return Optional.of(new Digests(
                    new DEROctetString(digest.digest(name)),
                    new DEROctetString(digest.digest(key.getPublicKeyData().getBytes()))));
        } catch (NoSuchAlgorithmException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
