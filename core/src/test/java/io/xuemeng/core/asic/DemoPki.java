package io.xuemeng.core.asic;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.with;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.FixedCertificate;
import io.xuemeng.core.crypto.certificate.FixedKeys;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.demonstration.DemonstrationTimestampAuthority;
import io.xuemeng.core.crypto.timestamp.TimestampAuthority;
import io.xuemeng.core.crypto.timestamp.TimestampSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** The certificates that the samples and tests of containers share: two authorities, who signs, who timestamps. */
final class DemoPki {

    /** When everything is signed. */
    static final Instant SIGNED = Instant.parse("2026-09-01T08:00:00Z");

    /** When it is verified. */
    static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");

    static final Clock SIGNING = Clock.fixed(SIGNED, ZoneOffset.UTC);
    static final Clock VERIFYING = Clock.fixed(NOW, ZoneOffset.UTC);

    static final Signer ROOT = root("root CA", FixedKeys.p256("root"));
    static final Signer SM2_ROOT = root("SM2 root CA 国密根", FixedKeys.sm2("sm2 root"));
    static final Signer TIMESTAMP_ROOT = root("timestamp root CA 时间戳根", FixedKeys.p256("timestamp root"));

    static final Signer AUTHOR = issued("author 作者", FixedKeys.p256("author"), ROOT);
    static final Signer SM2_AUTHOR = issued("SM2 author 作者", FixedKeys.sm2("sm2 author"), SM2_ROOT);
    static final Signer REVIEWER = issued("reviewer 审核机构", FixedKeys.p256("reviewer"), ROOT);
    static final Signer SM2_REVIEWER = issued("SM2 reviewer 审核机构", FixedKeys.sm2("sm2 reviewer"), SM2_ROOT);
    static final Signer TIMESTAMPER = timestamper("timestamp authority 时间戳机构", TIMESTAMP_ROOT);

    static final X509CRL LIST = FixedCertificate.revocationList(ROOT);
    static final X509CRL SM2_LIST = FixedCertificate.revocationList(SM2_ROOT);
    static final X509CRL TIMESTAMP_LIST = FixedCertificate.revocationList(TIMESTAMP_ROOT);

    private DemoPki() {}

    static Signer root(String name, Signer key) {
        return with(key, FixedCertificate.of(name, key).authority().selfSigned(key));
    }

    static Signer issued(String name, Signer key, Signer issuer) {
        return with(key, FixedCertificate.of(name, key).issuedBy(issuer));
    }

    static Signer timestamper(String name, Signer issuer) {
        Signer key = FixedKeys.p256(name);
        return with(key, FixedCertificate.of(name, key).timestampAuthority().issuedBy(issuer));
    }

    static ValidationMaterial lists(X509CRL... lists) {
        return material(List.of(), lists);
    }

    static ValidationMaterial material(List<X509Certificate> certificates, X509CRL... lists) {
        try {
            return ValidationMaterial.of(certificates, List.of(lists), List.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static TrustAnchors anchors(Signer... authorities) {
        try {
            TrustAnchors anchors = TrustAnchors.none();
            for (Signer authority : authorities) {
                anchors = anchors.and(TrustAnchors.of(authority.certificates().get(0)));
            }
            return anchors;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static TimestampAuthority authority(Signer signer, Instant time) {
        return new DemonstrationTimestampAuthority(signer, lists(TIMESTAMP_LIST), Clock.fixed(time, ZoneOffset.UTC));
    }

    /** Timestamps without random numbers, so that they are always the same. */
    static TimestampSource timestamps(Signer signer, Instant time) {
        return data -> {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            byte[] request = generator
                    .generate(
                            new ASN1ObjectIdentifier(DigestAlgorithm.SHA_256.oid()),
                            DigestAlgorithm.SHA_256.digest(data))
                    .getEncoded();
            try {
                return new TimeStampResponse(authority(signer, time).respond(request))
                        .getTimeStampToken()
                        .getEncoded();
            } catch (TSPException e) {
                throw new IOException(e);
            }
        };
    }

    static ContainerSigner.Builder author() {
        return ContainerSigner.builder()
                .signer(AUTHOR)
                .signer(SM2_AUTHOR)
                .claimedRole("author")
                .embed(lists(LIST, SM2_LIST))
                .clock(SIGNING);
    }

    static ContainerSigner.Builder reviewer() {
        return ContainerSigner.builder()
                .signer(REVIEWER)
                .signer(SM2_REVIEWER)
                .claimedRole("reviewer")
                .embed(lists(LIST, SM2_LIST))
                .clock(SIGNING);
    }

    static ContainerVerifier.Builder verifier() {
        return ContainerVerifier.builder()
                .trust(anchors(ROOT, SM2_ROOT))
                .trustForTimestamps(anchors(TIMESTAMP_ROOT))
                .clock(VERIFYING)
                .threads(1);
    }
}
