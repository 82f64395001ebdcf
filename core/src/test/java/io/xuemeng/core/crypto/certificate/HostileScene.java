package io.xuemeng.core.crypto.certificate;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.with;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.requirement.Finding;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Certificates, lists and responses that want to be much work, and who judges them. */
abstract class HostileScene {

    static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    static final Instant NEXT_WEEK = Instant.parse("2026-10-08T00:00:00Z");
    static final Instant LAST_WEEK = Instant.parse("2026-09-24T00:00:00Z");
    static final String LIMIT = "SIG-117";
    static final String NO_CHECK = OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId();

    static final Signer ROOT = authority("root", FixedKeys.p256("root"));
    static final Signer AUTHOR = with(
            FixedKeys.p256("author"),
            FixedCertificate.of("author", FixedKeys.p256("author")).issuedBy(ROOT));

    static Signer authority(String name, Signer key) {
        return with(key, FixedCertificate.of(name, key).authority().selfSigned(key));
    }

    static Signer authority(String name, Signer key, Signer issuer) {
        return with(key, FixedCertificate.of(name, key).authority().issuedBy(issuer));
    }

    static X509Certificate certificate(Signer signer) {
        return signer.certificates().get(0);
    }

    static PathResult judge(
            X509Certificate certificate, TrustAnchors anchors, ValidationMaterial presented, ValidationMaterial own) {
        return CertificatePathValidator.trusting(anchors)
                .with(own)
                .validate(certificate, CertificatePurpose.CONTENT_SIGNATURE, presented, ValidationTime.at(NOW));
    }

    static PathResult judge(X509Certificate certificate, TrustAnchors anchors, List<X509Certificate> presented)
            throws GeneralSecurityException {
        return judge(
                certificate,
                anchors,
                ValidationMaterial.of(presented, List.of(), List.of()),
                ValidationMaterial.none());
    }

    static ValidationMaterial lists(List<X509CRL> lists) throws GeneralSecurityException {
        return ValidationMaterial.of(List.of(), lists, List.of());
    }

    static Signer responder(String name, Signer issuer) {
        SigningKey key = FixedKeys.p256(name);
        return with(
                key,
                FixedCertificate.of(name, key)
                        .purposes(false, KeyPurposeId.id_kp_OCSPSigning)
                        .extension(NO_CHECK, false, DERNull.INSTANCE)
                        .issuedBy(issuer));
    }

    static ValidationMaterial responses(OcspResponse... responses) throws GeneralSecurityException {
        return ValidationMaterial.of(List.of(), List.of(), List.of(responses));
    }

    static List<String> ids(PathResult result) {
        return result.findings().stream().map(Finding::id).toList();
    }

    static PathResult judgeAtProvenTime(X509Certificate certificate, List<X509Certificate> presented)
            throws GeneralSecurityException {
        return CertificatePathValidator.trusting(TrustAnchors.of(certificate(ROOT)))
                .validate(
                        certificate,
                        CertificatePurpose.CONTENT_SIGNATURE,
                        ValidationMaterial.of(presented, List.of(), List.of()),
                        ValidationTime.provenAt(NOW));
    }
}
