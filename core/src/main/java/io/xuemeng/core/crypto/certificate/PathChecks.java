package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Severity;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;

/** Names what is wrong with the certificates of a path, one sentence for each fault; Bouncy Castle's validator says less. */
final class PathChecks {

    private static final int NO_CA = -1;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int CERTIFICATE_SIGNING = 5;

    private static final Set<String> UNDERSTOOD = Set.of(
            Extension.keyUsage.getId(),
            Extension.extendedKeyUsage.getId(),
            Extension.basicConstraints.getId(),
            Extension.nameConstraints.getId(),
            Extension.certificatePolicies.getId(),
            Extension.policyMappings.getId(),
            Extension.policyConstraints.getId(),
            Extension.inhibitAnyPolicy.getId(),
            Extension.subjectAlternativeName.getId(),
            Extension.cRLDistributionPoints.getId());

    /** MD2, MD4, MD5 and SHA-1 with RSA, DSA and SHA-1, ECDSA with SHA-1. */
    private static final Set<String> WEAK_ALGORITHMS = Set.of(
            "1.2.840.113549.1.1.2",
            "1.2.840.113549.1.1.3",
            "1.2.840.113549.1.1.4",
            "1.2.840.113549.1.1.5",
            "1.3.14.3.2.29",
            "1.2.840.10040.4.3",
            "1.2.840.10045.4.1");

    private static final Set<String> CONTENT_SIGNING = Set.of(
            KeyPurposeId.anyExtendedKeyUsage.getId(),
            KeyPurposeId.id_kp_emailProtection.getId(),
            KeyPurposeId.id_kp_codeSigning.getId(),
            KeyPurposeId.id_kp_clientAuth.getId(),
            // Document signing of RFC 9336, and the ones that Microsoft and Adobe had before it.
            "1.3.6.1.5.5.7.3.36",
            "1.3.6.1.4.1.311.10.3.12",
            "1.2.840.113583.1.1.5");

    private final ValidationTime time;
    private final Location location;
    private final FindingSink sink;

    PathChecks(ValidationTime time, Location location, FindingSink sink) {
        this.time = time;
        this.location = location;
        this.sink = sink;
    }

    /** Checks the certificate with which a path begins. */
    void checkSubject(X509Certificate subject, CertificatePurpose purpose) {
        checkCertificate(subject);
        checkUsage(subject, purpose);
    }

    /** Checks those above it, up to the anchor; of the anchor only whether it may issue. */
    void checkAuthorities(List<X509Certificate> path) {
        int authoritiesBelow = 0;
        for (int i = 1; i < path.size(); i++) {
            X509Certificate authority = path.get(i);
            boolean anchor = i == path.size() - 1;
            if (!anchor) {
                checkCertificate(authority);
            }
            checkAuthority(authority, anchor, authoritiesBelow);
            if (!authority.getSubjectX500Principal().equals(authority.getIssuerX500Principal())) {
                authoritiesBelow++;
            }
        }
    }

    private void checkCertificate(X509Certificate certificate) {
        Instant now = time.instant();
        Instant until = certificate.getNotAfter().toInstant();
        Instant from = certificate.getNotBefore().toInstant();
        if (until.isBefore(now)) {
            report(of(CertificateRequirement.NOT_EXPIRED, certificate)
                    .severity(proven())
                    .with("until", text(until))
                    .with("time", text(now)));
        }
        if (from.isAfter(now)) {
            report(of(CertificateRequirement.ALREADY_VALID, certificate)
                    .severity(proven())
                    .with("from", text(from))
                    .with("time", text(now)));
        }
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        if (critical != null) {
            for (String oid : critical) {
                if (!UNDERSTOOD.contains(oid)) {
                    report(of(CertificateRequirement.CRITICAL_EXTENSIONS, certificate)
                            .with("oid", oid));
                }
            }
        }
        String weakness = weakness(certificate);
        if (weakness != null) {
            sink.report(weakKey(certificate, weakness, location));
        }
        if (WEAK_ALGORITHMS.contains(certificate.getSigAlgOID())) {
            report(of(CertificateRequirement.SIGNATURE_ALGORITHM, certificate)
                    .with("algorithm", certificate.getSigAlgName()));
        }
    }

    private Severity proven() {
        return time.proven() ? Severity.ERROR : Severity.WARNING;
    }

    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What makes a key too weak or of no use, or null. */
    private static @Nullable String weakness(X509Certificate certificate) {
        CertificateKey key = CertificateKey.of(certificate);
        if (key.weakness() != null) {
            return key.weakness();
        }
        try {
            // Null is what Bouncy Castle says of a key that it cannot make sense of.
            return certificate.getPublicKey() == null ? "-" : null;
        } catch (RuntimeException e) {
            return "-";
        }
    }

    static Finding weakKey(X509Certificate certificate, String weakness, Location location) {
        return Finding.of(CertificateRequirement.KEY_STRENGTH)
                .at(location)
                .with("subject", CertificateNames.subject(certificate))
                .with("key", weakness)
                .build();
    }

    private void checkUsage(X509Certificate certificate, CertificatePurpose purpose) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            report(of(CertificateRequirement.KEY_USAGE, certificate).with("usage", "digitalSignature, nonRepudiation"));
        }
        if (certificate.getBasicConstraints() != NO_CA && purpose == CertificatePurpose.CONTENT_SIGNATURE) {
            report(of(CertificateRequirement.KEY_USAGE, certificate).with("usage", "basicConstraints cA=FALSE"));
        }
        List<String> purposes;
        try {
            purposes = certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException e) {
            purposes = List.of();
        }
        boolean allowed = switch (purpose) {
            case CONTENT_SIGNATURE -> purposes == null || purposes.stream().anyMatch(CONTENT_SIGNING::contains);
            case TIMESTAMPING ->
                purposes != null
                        && purposes.equals(List.of(KeyPurposeId.id_kp_timeStamping.getId()))
                        && isCritical(certificate, Extension.extendedKeyUsage.getId());
        };
        if (!allowed) {
            report(of(CertificateRequirement.EXTENDED_KEY_USAGE, certificate)
                    .with("usage", purposes == null ? List.of("-") : purposes));
        }
    }

    private static boolean isCritical(X509Certificate certificate, String oid) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return critical != null && critical.contains(oid);
    }

    private void checkAuthority(X509Certificate authority, boolean anchor, int authoritiesBelow) {
        int pathLength = authority.getBasicConstraints();
        // A version 1 anchor has no extensions; it is an authority because its owner says so.
        boolean old = anchor && authority.getVersion() < 3;
        if (pathLength == NO_CA && !old) {
            report(of(CertificateRequirement.BASIC_CONSTRAINTS, authority));
        } else if (!old && authoritiesBelow > pathLength) {
            report(of(CertificateRequirement.PATH_LENGTH, authority)
                    .with("limit", pathLength)
                    .with("found", authoritiesBelow));
        }
        boolean[] usage = authority.getKeyUsage();
        if (usage != null && !usage[CERTIFICATE_SIGNING]) {
            report(of(CertificateRequirement.KEY_USAGE, authority).with("usage", "keyCertSign"));
        }
    }

    private Finding.Builder of(CertificateRequirement requirement, X509Certificate certificate) {
        return Finding.of(requirement).at(location).with("subject", CertificateNames.subject(certificate));
    }

    private void report(Finding.Builder finding) {
        sink.report(finding.build());
    }
}
