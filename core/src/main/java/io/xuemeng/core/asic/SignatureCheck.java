package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.certificate.CertificateNames;
import io.xuemeng.core.crypto.certificate.CertificatePathValidator;
import io.xuemeng.core.crypto.certificate.CertificatePurpose;
import io.xuemeng.core.crypto.certificate.CertificateRequirement;
import io.xuemeng.core.crypto.certificate.PathResult;
import io.xuemeng.core.crypto.certificate.UnprovenMaterial;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.certificate.ValidationTime;
import io.xuemeng.core.crypto.cms.CmsOids;
import io.xuemeng.core.crypto.cms.MalformedCmsException;
import io.xuemeng.core.crypto.cms.SignedAttributes.Identification;
import io.xuemeng.core.crypto.cms.SignedMessage;
import io.xuemeng.core.crypto.cms.SignerCheck;
import io.xuemeng.core.crypto.timestamp.TimestampResult;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Severity;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.Attribute;
import org.jspecify.annotations.Nullable;

/** Judges one signature over one manifest: the message, its attributes, the mathematics, the certificate, the timestamps. */
final class SignatureCheck {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int MAX_TIMESTAMPS = 4;

    private final ContainerVerifier verifier;
    private final String path;
    private final Manifest manifest;
    private final FindingSink sink;
    private final Instant now;

    private @Nullable SignatureAlgorithm algorithm;
    private List<X509Certificate> certificatePath = List.of();
    private List<String> claimedRoles = List.of();
    private @Nullable Instant signingTime;
    private final List<TimestampResult> timestamps = new ArrayList<>();
    private @Nullable Instant provenTime;

    SignatureCheck(ContainerVerifier verifier, String path, Manifest manifest, Instant now, FindingSink sink) {
        this.verifier = verifier;
        this.path = path;
        this.manifest = manifest;
        this.now = now;
        this.sink = sink;
    }

    String path() {
        return path;
    }

    Manifest manifest() {
        return manifest;
    }

    @Nullable
    SignatureAlgorithm algorithm() {
        return algorithm;
    }

    List<X509Certificate> certificatePath() {
        return certificatePath;
    }

    List<String> claimedRoles() {
        return claimedRoles;
    }

    @Nullable
    Instant signingTime() {
        return signingTime;
    }

    List<TimestampResult> timestamps() {
        return List.copyOf(timestamps);
    }

    @Nullable
    Instant provenTime() {
        return provenTime;
    }

    /** Judges the signature; {@code manifests} are the bytes of all of them by path. */
    void check(byte[] encoded, Map<String, byte[]> manifests) {
        try {
            SignedMessage message = SignedMessage.read(encoded);
            check(message, manifests);
        } catch (MalformedCmsException e) {
            SignatureRequirement requirement = e.isAboutAttributes()
                    ? SignatureRequirement.SIGNED_ATTRIBUTES
                    : SignatureRequirement.MESSAGE_READABLE;
            report(Finding.of(requirement).with("detail", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // Bouncy Castle takes some structures apart only when asked for a part, and then says so in many ways.
            report(Finding.of(SignatureRequirement.MESSAGE_READABLE)
                    .with("detail", "a part of the structure cannot be read"));
        }
    }

    private void check(SignedMessage message, Map<String, byte[]> manifests) throws MalformedCmsException {
        if (!isPlainDetached(message)) {
            report(Finding.of(SignatureRequirement.MESSAGE_READABLE)
                    .with("detail", "the message is not a detached one over plain data"));
            return;
        }
        if (!message.isDefinite()) {
            report(Finding.of(SignatureRequirement.MESSAGE_DEFINITE));
        }
        claimedRoles = message.attributes().claimedRoles();
        signingTime = message.attributes().signingTime().orElse(null);
        if (signingTime == null) {
            report(Finding.of(SignatureRequirement.SIGNED_ATTRIBUTES)
                    .with("detail", "the signed attribute signingTime is missing"));
        }
        SignerCheck signer = new SignerCheck(message);
        algorithm = signer.algorithm()
                .filter(verifier.signatureAlgorithms()::contains)
                .orElse(null);
        SignatureAlgorithm accepted = algorithm;
        if (accepted == null) {
            report(Finding.of(SignatureRequirement.SIGNATURE_ALGORITHM)
                    .with("path", path)
                    .with(
                            "algorithm",
                            signer.algorithm()
                                    .map(Enum::name)
                                    .orElse(message.signer()
                                            .getDigestEncryptionAlgorithm()
                                            .getAlgorithm()
                                            .getId())));
        } else {
            checkDigest(message, accepted, manifests);
        }
        signer.algorithm().ifPresent(this::checkForm);
        checkUnsigned(message);
        checkTime();
        Optional<X509Certificate> certificate = signer.certificate();
        if (certificate.isEmpty()) {
            report(Finding.of(SignatureRequirement.CERTIFICATE_PRESENT));
            return;
        }
        certificatePath = List.of(certificate.get());
        PathResult judged = checkCertificate(message, certificate.get());
        if (accepted != null) {
            verify(signer, certificate.get(), accepted, judged);
        }
    }

    /**
     * A signature and a seal are over the same bytes: without this, one could stand in the place of the other, or in both places, and
     * other verifiers stumble over that.
     */
    private void checkForm(SignatureAlgorithm found) {
        boolean sm2 = found.keyType() == KeyType.SM2;
        boolean right =
                manifest.seal() == null ? sm2 || !ContainerPaths.isSeal(path) : sm2 == path.equals(manifest.seal());
        if (!right) {
            report(Finding.of(SignatureRequirement.FORM).with("path", path).with("algorithm", found.name()));
        }
    }

    private static boolean isPlainDetached(SignedMessage message) {
        return message.content().isEmpty()
                && (message.contentType().equals(CmsOids.DATA)
                        || message.contentType().equals(CmsOids.GM_DATA));
    }

    private void checkDigest(SignedMessage message, SignatureAlgorithm accepted, Map<String, byte[]> manifests)
            throws MalformedCmsException {
        byte[] digest = message.attributes().messageDigest();
        if (isDigestOf(digest, accepted, manifests.get(manifest.path()))) {
            return;
        }
        for (Map.Entry<String, byte[]> other : manifests.entrySet()) {
            if (isDigestOf(digest, accepted, other.getValue())) {
                report(Finding.of(SignatureRequirement.OWN_MANIFEST)
                        .with("manifest", manifest.path())
                        .with("other", other.getKey()));
                return;
            }
        }
        report(Finding.of(SignatureRequirement.MANIFEST_UNCHANGED).with("manifest", manifest.path()));
    }

    private static boolean isDigestOf(byte[] digest, SignatureAlgorithm algorithm, byte @Nullable [] manifest) {
        return manifest != null
                && MessageDigest.isEqual(digest, algorithm.digest().digest(manifest));
    }

    /** Judges the timestamps; what else stands there unsigned, nobody vouches for. */
    private void checkUnsigned(SignedMessage message) {
        for (Attribute attribute : message.unsignedAttributes()) {
            if (!attribute.getAttrType().equals(CmsOids.SIGNATURE_TIMESTAMP)
                    || timestamps.size() + attribute.getAttrValues().size() > MAX_TIMESTAMPS) {
                report(Finding.of(SignatureRequirement.UNSIGNED_ATTRIBUTES)
                        .with("oid", attribute.getAttrType().getId()));
                continue;
            }
            for (ASN1Encodable value : attribute.getAttrValues()) {
                timestamp(message, value);
            }
        }
    }

    private void timestamp(SignedMessage message, ASN1Encodable value) {
        byte[] token;
        try {
            token = value.toASN1Primitive().getEncoded(ASN1Encoding.DL);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does no input or output", e);
        }
        TimestampResult result = verifier.timestampVerifier()
                .verify(token, message.signature(), message.material(), now, Location.entry(path));
        timestamps.add(result);
        for (Finding finding : result.findings()) {
            // Without its proof of time the signature is not wrong, but less is known of it.
            Severity severity = finding.severity() == Severity.ERROR ? Severity.WARNING : finding.severity();
            Finding.Builder copy =
                    Finding.of(finding.requirement()).severity(severity).at(finding.location());
            finding.arguments().forEach(copy::with);
            sink.report(copy.build());
        }
        Instant time = result.time().orElse(null);
        if (time != null
                && result.status() == ValidationStatus.VALID
                && (provenTime == null || time.isBefore(provenTime))) {
            provenTime = time;
        }
    }

    private void checkTime() {
        Instant stated = signingTime;
        if (stated == null) {
            return;
        }
        Instant latest = provenTime == null ? now : provenTime;
        if (stated.isAfter(latest.plus(SKEW))) {
            report(Finding.of(SignatureRequirement.SIGNING_TIME)
                    .with("stated", stated.toString())
                    .with("latest", latest.toString()));
        }
    }

    private void verify(
            SignerCheck signer, X509Certificate certificate, SignatureAlgorithm accepted, PathResult judged) {
        try {
            switch (signer.verify(VerificationKey.of(certificate), accepted)) {
                case WRONG ->
                    report(Finding.of(SignatureRequirement.SIGNATURE_VERIFIES)
                            .with("subject", CertificateNames.subject(certificate)));
                case WRONG_SM2_ID ->
                    report(Finding.of(SignatureRequirement.SM2_ID).with("expected", VerificationKey.SM2_ID));
                case GOOD -> {
                    // As it should be.
                }
            }
        } catch (UnusableKeyException e) {
            for (Finding finding : judged.findings()) {
                if (finding.requirement() == CertificateRequirement.KEY_STRENGTH) {
                    return;
                }
            }
            report(Finding.of(CertificateRequirement.KEY_STRENGTH)
                    .with("subject", CertificateNames.subject(certificate))
                    .with("key", e.fault().name()));
        }
    }

    private PathResult checkCertificate(SignedMessage message, X509Certificate certificate) {
        Identification identification = message.attributes().identifies(certificate, false);
        if (identification != Identification.SAME) {
            report(Finding.of(SignatureRequirement.CERTIFICATE_IDENTIFIED)
                    .with("subject", CertificateNames.subject(certificate)));
        }
        CertificatePathValidator validator = verifier.validatorFor(claimedRoles);
        Instant proven = provenTime;
        PathResult result = validator.validate(
                certificate,
                CertificatePurpose.CONTENT_SIGNATURE,
                message.material(),
                proven == null ? ValidationTime.at(now) : ValidationTime.provenAt(proven),
                Location.entry(path));
        certificatePath = result.path();
        result.findings().forEach(sink::report);
        // Those on the path have been judged.
        UnprovenMaterial unproven = verifier.validatorOfMaterial(claimedRoles)
                .unproven(message.material(), certificatePath, Location.entry(path));
        for (String name : unproven.unauthentic()) {
            report(Finding.of(SignatureRequirement.EMBEDDED_MATERIAL).with("subject", name));
        }
        unproven.undecided().forEach(sink::report);
        return result;
    }

    private void report(Finding.Builder finding) {
        sink.report(finding.at(Location.entry(path)).build());
    }
}
