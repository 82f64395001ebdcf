package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.certificate.IssuerSignatures.Outcome;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Severity;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.jspecify.annotations.Nullable;

/** Looks in revocation lists and OCSP responses for what they say of the certificates of one path. */
final class RevocationChecks {

    /** How far clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** For how long data is current that does not say when its next update is. */
    private static final Duration WITHOUT_NEXT_UPDATE = Duration.ofDays(1);

    /** {@code noRevAvail} (RFC 9608). */
    private static final String NEVER_REVOKED = "2.5.29.56";

    private static final int LIST_SIGNING = 6;

    private final ValidationMaterial material;
    private final IssuerSignatures signatures;
    private final OcspSigners responders;
    private final RevocationChecking checking;
    private final ValidationTime time;
    private final Location location;

    // What was learnt of the certificate that is looked at.
    private boolean good;
    private boolean outdated;
    private boolean unauthentic;
    private boolean undecided;
    private @Nullable Instant revokedAt;
    private RevocationReason reason = RevocationReason.UNSPECIFIED;
    private @Nullable Instant heldAt;
    private Instant heldAsOf = Instant.MIN;
    private Instant notListedAsOf = Instant.MIN;

    RevocationChecks(
            ValidationMaterial material,
            IssuerSignatures signatures,
            RevocationChecking checking,
            ValidationTime time,
            Location location) {
        this.material = material;
        this.signatures = signatures;
        this.responders = new OcspSigners(signatures);
        this.checking = checking;
        this.time = time;
        this.location = location;
    }

    void check(X509Certificate certificate, X509Certificate issuer, FindingSink sink) {
        if (certificate.getExtensionValue(NEVER_REVOKED) != null) {
            return;
        }
        good = false;
        outdated = false;
        unauthentic = false;
        undecided = false;
        revokedAt = null;
        reason = RevocationReason.UNSPECIFIED;
        heldAt = null;
        heldAsOf = Instant.MIN;
        notListedAsOf = Instant.MIN;
        material.revocationLists().forEach(list -> read(() -> look(list, certificate, issuer)));
        material.ocspResponses().forEach(response -> read(() -> look(response, certificate, issuer)));
        report(certificate, sink);
    }

    private static void read(Runnable look) {
        try {
            look.run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // That is how Bouncy Castle says of a part, when asked for it, that it is not what should stand there. Such
            // a list or
            // response says nothing.
            return;
        }
    }

    private void report(X509Certificate certificate, FindingSink sink) {
        if (revokedAt == null && heldAt != null && heldAsOf.isAfter(notListedAsOf)) {
            // A newer list without the certificate would have let it go again.
            revokedAt = heldAt;
            reason = RevocationReason.CERTIFICATE_HOLD;
        }
        Instant revoked = revokedAt;
        if (revoked != null && !revoked.isAfter(time.instant())) {
            sink.report(of(CertificateRequirement.NOT_REVOKED, certificate)
                    .severity(
                            time.proven() && reason != RevocationReason.CERTIFICATE_HOLD
                                    ? Severity.ERROR
                                    : Severity.WARNING)
                    .with("revoked", PathChecks.text(revoked))
                    .with("time", PathChecks.text(time.instant()))
                    .with("reason", reason.term())
                    .build());
            return;
        }
        if (undecided) {
            // What was not verified may be what revokes, whatever something else says.
            sink.report(Effort.exceeded(CertificateNames.subject(certificate), location));
            return;
        }
        if (good || revoked != null) {
            return;
        }
        if (unauthentic) {
            sink.report(
                    of(CertificateRequirement.REVOCATION_AUTHENTIC, certificate).build());
        } else if (checking == RevocationChecking.REQUIRED) {
            CertificateRequirement requirement =
                    outdated ? CertificateRequirement.REVOCATION_CURRENT : CertificateRequirement.REVOCATION_KNOWN;
            sink.report(of(requirement, certificate)
                    .with("time", PathChecks.text(time.instant()))
                    .build());
        }
    }

    private Finding.Builder of(CertificateRequirement requirement, X509Certificate certificate) {
        return Finding.of(requirement)
                .at(location)
                .with("subject", CertificateNames.subject(certificate))
                .with("issuer", CertificateNames.issuer(certificate));
    }

    private void look(X509CRL list, X509Certificate certificate, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                || !isAbout(list, certificate)) {
            return;
        }
        boolean[] usage = issuer.getKeyUsage();
        boolean allowed = usage == null || usage[LIST_SIGNING];
        if (!isAuthentic(allowed ? signatures.check(list, issuer) : Outcome.NOT_SIGNED)) {
            return;
        }
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        if (entry != null) {
            // An old list does not become wrong: what it revokes stays revoked, unless it was only held.
            revoked(
                    entry.getRevocationDate().toInstant(),
                    RevocationReason.of(entry),
                    list.getThisUpdate().toInstant());
            return;
        }
        learn(list.getThisUpdate(), list.getNextUpdate(), certificate);
    }

    private boolean isAuthentic(Outcome outcome) {
        unauthentic |= outcome == Outcome.NOT_SIGNED;
        undecided |= outcome == Outcome.UNDECIDED;
        return outcome == Outcome.SIGNED;
    }

    private void learn(Date thisUpdate, @Nullable Date nextUpdate, X509Certificate certificate) {
        Instant from = thisUpdate.toInstant();
        boolean current = isCurrent(from, nextUpdate == null ? null : nextUpdate.toInstant(), certificate);
        good |= current;
        outdated |= !current;
        notListedAsOf = notListedAsOf.isAfter(from) ? notListedAsOf : from;
    }

    private void revoked(Instant at, RevocationReason why, Instant thisUpdate) {
        if (why == RevocationReason.REMOVE_FROM_CRL) {
            return;
        }
        if (why == RevocationReason.CERTIFICATE_HOLD) {
            if (heldAt == null || thisUpdate.isAfter(heldAsOf)) {
                heldAt = at;
                heldAsOf = thisUpdate;
            }
            return;
        }
        Instant known = revokedAt;
        if (known == null || at.isBefore(known)) {
            revokedAt = at;
            reason = why;
        }
    }

    /** Whether a list is whole, direct, and for certificates of this kind (RFC 5280, 5.2.4 and 5.2.5). */
    private static boolean isAbout(X509CRL list, X509Certificate certificate) {
        Set<String> critical = list.getCriticalExtensionOIDs();
        if (critical != null
                && critical.stream().anyMatch(oid -> !oid.equals(Extension.issuingDistributionPoint.getId()))) {
            return false;
        }
        byte[] encoded = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        if (encoded == null) {
            return true;
        }
        try {
            IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(
                    ASN1OctetString.getInstance(encoded).getOctets());
            boolean authority = certificate.getBasicConstraints() >= 0;
            return !point.isIndirectCRL()
                    && !point.onlyContainsAttributeCerts()
                    && point.getOnlySomeReasons() == null
                    && !(authority ? point.onlyContainsUserCerts() : point.onlyContainsCACerts());
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void look(OcspResponse response, X509Certificate certificate, X509Certificate issuer) {
        IssuerDigests digests = new IssuerDigests(issuer);
        List<SingleResp> about = Arrays.stream(new BasicOCSPResp(response.basic()).getResponses())
                .filter(single -> {
                    CertID id = single.getCertID().toASN1Primitive();
                    return id.getSerialNumber().getValue().equals(certificate.getSerialNumber()) && digests.areIn(id);
                })
                .toList();
        if (about.isEmpty() || !isAuthentic(responders.checkAuthorised(response, issuer))) {
            return;
        }
        for (SingleResp single : about) {
            CertificateStatus status = single.getCertStatus();
            if (status instanceof RevokedStatus revoked) {
                revoked(
                        revoked.getRevocationTime().toInstant(),
                        revoked.hasRevocationReason()
                                ? RevocationReason.of(revoked.getRevocationReason())
                                : RevocationReason.UNSPECIFIED,
                        single.getThisUpdate().toInstant());
            } else if (status == CertificateStatus.GOOD) {
                learn(single.getThisUpdate(), single.getNextUpdate(), certificate);
            }
        }
    }

    /**
     * Whether data is of the right time: valid then, or newer, as long as the certificate would still be listed (RFC 5280, 3.3: an
     * entry may go when the certificate has expired).
     */
    private boolean isCurrent(Instant from, @Nullable Instant nextUpdate, X509Certificate certificate) {
        if (from.isAfter(time.instant().plus(SKEW))) {
            return !from.isAfter(certificate.getNotAfter().toInstant());
        }
        Instant until = nextUpdate == null ? from.plus(WITHOUT_NEXT_UPDATE) : nextUpdate;
        return !until.isBefore(time.revocationKnownSince());
    }
}
