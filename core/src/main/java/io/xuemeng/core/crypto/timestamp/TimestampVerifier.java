package io.xuemeng.core.crypto.timestamp;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.certificate.CertificateNames;
import io.xuemeng.core.crypto.certificate.CertificatePathValidator;
import io.xuemeng.core.crypto.certificate.CertificatePurpose;
import io.xuemeng.core.crypto.certificate.CertificateRequirement;
import io.xuemeng.core.crypto.certificate.PathResult;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.certificate.ValidationTime;
import io.xuemeng.core.crypto.cms.CmsAlgorithms;
import io.xuemeng.core.crypto.cms.CmsOids;
import io.xuemeng.core.crypto.cms.MalformedCmsException;
import io.xuemeng.core.crypto.cms.SignedAttributes.Identification;
import io.xuemeng.core.crypto.cms.SignedMessage;
import io.xuemeng.core.crypto.cms.SignerCheck;
import io.xuemeng.core.crypto.provider.X509Objects;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.jspecify.annotations.Nullable;

/**
 * Judges timestamps (RFC 3161, 2.2 and 2.4.2; ETSI EN 319 102-1, 5.4): that one is over the data, was made by the authority whose
 * certificate it names, and that this authority is trusted for timestamps. Its certificate must be valid at the moment for which
 * the timestamp is judged, and not revoked; revocation data from the moment of the timestamp on is good enough for that (profile
 * decision), because the list embedded beside a timestamp is all there is years later. SM2 with SM3 is judged like any other.
 * Immutable and thread-safe.
 */
public final class TimestampVerifier {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final CertificatePathValidator validator;

    private TimestampVerifier(CertificatePathValidator validator) {
        this.validator = validator;
    }

    /** A verifier that judges the authority's certificate with this validator, whose anchors are trusted for timestamps. */
    public static TimestampVerifier with(CertificatePathValidator validator) {
        return new TimestampVerifier(validator);
    }

    /**
     * Judges a token.
     *
     * @param token in DER, of a size that the caller has limited
     * @param data what it should be over
     * @param presented further certificates and revocation data, beside those in the token
     * @param now the moment for which it is judged
     * @param location for the findings: the signature's file, say
     */
    public TimestampResult verify(
            byte[] token, byte[] data, ValidationMaterial presented, Instant now, Location location) {
        return new Verification(location).run(token, data, presented, now);
    }

    /** One verification, with what it found so far. */
    private final class Verification {

        private final Location location;
        private final List<Finding> findings = new ArrayList<>();
        private @Nullable Instant time;
        private Duration accuracy = Duration.ZERO;
        private List<X509Certificate> path = List.of();

        Verification(Location location) {
            this.location = location;
        }

        TimestampResult run(byte[] token, byte[] data, ValidationMaterial presented, Instant now) {
            try {
                SignedMessage message = SignedMessage.read(token);
                TSTInfo info = info(message);
                Instant stated = info.getGenTime().getDate().toInstant();
                time = stated;
                accuracy = accuracy(info.getAccuracy());
                checkImprint(info, data);
                if (stated.isAfter(now.plus(SKEW))) {
                    report(Finding.of(TimestampRequirement.NOT_IN_FUTURE)
                            .with("stated", stated.toString())
                            .with("time", now.toString()));
                }
                checkSigner(message, presented, now, stated);
            } catch (MalformedCmsException | ParseException e) {
                malformed(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                // Bouncy Castle's word for a structure that is not what it should be.
                malformed("the structure is not that of TSTInfo");
            }
            return new TimestampResult(Optional.ofNullable(time), accuracy, path, findings);
        }

        private void malformed(String detail) {
            report(Finding.of(TimestampRequirement.READABLE).with("detail", detail));
        }

        private TSTInfo info(SignedMessage message) throws MalformedCmsException {
            ASN1Primitive object = message.contentType().equals(CmsOids.TIMESTAMP_INFO)
                    ? message.content().map(X509Objects::parse).orElse(null)
                    : null;
            TSTInfo info = TSTInfo.getInstance(object);
            if (info == null) {
                throw new IllegalArgumentException("no TSTInfo");
            }
            return info;
        }

        private void checkImprint(TSTInfo info, byte[] data) {
            Optional<DigestAlgorithm> digest =
                    CmsAlgorithms.digest(info.getMessageImprint().getHashAlgorithm());
            if (digest.isEmpty()) {
                report(Finding.of(TimestampRequirement.ALGORITHM)
                        .with(
                                "algorithm",
                                info.getMessageImprint()
                                        .getHashAlgorithm()
                                        .getAlgorithm()
                                        .getId()));
            } else if (!Arrays.equals(
                    digest.get().digest(data), info.getMessageImprint().getHashedMessage())) {
                report(Finding.of(TimestampRequirement.IMPRINT));
            }
        }

        private void checkSigner(SignedMessage message, ValidationMaterial presented, Instant now, Instant stated)
                throws MalformedCmsException {
            SignerCheck signer = new SignerCheck(message);
            Optional<X509Certificate> certificate = signer.certificate();
            if (certificate.isEmpty()
                    || message.attributes().identifies(certificate.get(), true) != Identification.SAME) {
                report(Finding.of(TimestampRequirement.SIGNING_CERTIFICATE));
                return;
            }
            path = List.of(certificate.get());
            Optional<SignatureAlgorithm> algorithm = signer.algorithm();
            if (algorithm.isEmpty()) {
                report(Finding.of(TimestampRequirement.ALGORITHM)
                        .with(
                                "algorithm",
                                message.signer()
                                        .getDigestEncryptionAlgorithm()
                                        .getAlgorithm()
                                        .getId()));
                return;
            }
            checkSignature(message, signer, certificate.get(), algorithm.get());
            PathResult result = validator.validate(
                    certificate.get(),
                    CertificatePurpose.TIMESTAMPING,
                    message.material().and(presented),
                    ValidationTime.at(now).withRevocationKnownSince(stated),
                    location);
            path = result.path();
            for (Finding finding : result.findings()) {
                boolean untrusted = finding.requirement() == CertificateRequirement.TRUSTED;
                findings.add(untrusted ? untrusted(certificate.get()) : finding);
            }
        }

        private void checkSignature(
                SignedMessage message, SignerCheck signer, X509Certificate certificate, SignatureAlgorithm algorithm)
                throws MalformedCmsException {
            byte[] content = message.content().orElseThrow(IllegalArgumentException::new);
            boolean same = Arrays.equals(
                    algorithm.digest().digest(content), message.attributes().messageDigest());
            try {
                VerificationKey key = VerificationKey.of(certificate);
                if (!same || signer.verify(key, algorithm) != SignerCheck.Outcome.GOOD) {
                    report(Finding.of(TimestampRequirement.SIGNATURE));
                }
            } catch (UnusableKeyException e) {
                report(Finding.of(CertificateRequirement.KEY_STRENGTH)
                        .with("subject", CertificateNames.subject(certificate))
                        .with("key", e.fault().name()));
            }
        }

        private Finding untrusted(X509Certificate authority) {
            return Finding.of(TimestampRequirement.TRUSTED)
                    .at(location)
                    .with("subject", CertificateNames.subject(authority))
                    .with("issuer", CertificateNames.issuer(authority))
                    .build();
        }

        private void report(Finding.Builder finding) {
            findings.add(finding.at(location).build());
        }
    }

    private static Duration accuracy(@Nullable Accuracy accuracy) {
        if (accuracy == null) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(value(accuracy.getSeconds()))
                .plusMillis(value(accuracy.getMillis()))
                .plusNanos(value(accuracy.getMicros()) * 1000L);
    }

    private static int value(@Nullable ASN1Integer number) {
        return number == null ? 0 : number.intPositiveValueExact();
    }
}
