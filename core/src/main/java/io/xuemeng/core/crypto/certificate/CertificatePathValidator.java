package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import io.xuemeng.core.crypto.provider.X509Objects;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges certificates: builds the path to a trust anchor, validates it (RFC 5280, 6.1) and looks whether anything on it was
 * revoked (RFC 5280, 6.3; RFC 6960), all at a given moment and from what is at hand. SM2 certificates are judged like any other.
 *
 * <pre>{@code
 * var validator = CertificatePathValidator.trusting(TrustAnchors.fromFolder(Path.of("trust")));
 * PathResult result = validator.validate(certificate, CertificatePurpose.CONTENT_SIGNATURE, material, ValidationTime.at(now));
 * }</pre>
 *
 * <p>An authority's revocation list counts when it is signed with the key that signed the certificate; an OCSP response when it is
 * signed with that key or by a responder whom that key certified for it. Indirect and delta lists are not used.
 *
 * <p>What is done for one certificate has a limit, because hostile material could take for ever: paths of 10 certificates, 8 paths,
 * 2,000 certificates tried as issuers, and 256 verifications of signatures with RSA of 2,048 bits or on a curve of 256 bits, where longer
 * keys count by the third power of their length. A path on which nothing else is found is verified once more as a whole. Where that does
 * not suffice, the result says so ({@link CertificateRequirement#WITHIN_LIMITS}) and is indeterminate, unless a fault of the certificate
 * itself is proven, which no other path would mend. Paths over authorities that are valid at the moment are looked at first, and what
 * the validator was given itself before what is presented. Keys other than RSA, those on named curves, Ed25519 and Ed448 are not computed with ({@link
 * CertificateRequirement#KEY_STRENGTH}). Immutable and thread-safe.
 */
public final class CertificatePathValidator {

    private final TrustAnchors anchors;
    private final ValidationMaterial material;
    private final RevocationChecking revocation;

    private CertificatePathValidator(TrustAnchors anchors, ValidationMaterial material, RevocationChecking revocation) {
        this.anchors = anchors;
        this.material = material;
        this.revocation = revocation;
    }

    /** A validator that trusts these anchors, and wants to know of every certificate that it is not revoked. */
    public static CertificatePathValidator trusting(TrustAnchors anchors) {
        return new CertificatePathValidator(anchors, ValidationMaterial.none(), RevocationChecking.REQUIRED);
    }

    /** The same that also looks at further certificates, revocation lists and responses. */
    public CertificatePathValidator with(ValidationMaterial further) {
        return new CertificatePathValidator(anchors, material.and(further), revocation);
    }

    /** The same that makes something else of an unknown revocation status. */
    public CertificatePathValidator with(RevocationChecking value) {
        return new CertificatePathValidator(anchors, material, value);
    }

    /** Judges a certificate with what was presented along with it. */
    public PathResult validate(
            X509Certificate certificate,
            CertificatePurpose purpose,
            ValidationMaterial presented,
            ValidationTime time) {
        return validate(certificate, purpose, presented, time, Location.unknown());
    }

    /** The same with findings that name a place, the signature's file say. */
    public PathResult validate(
            X509Certificate certificate,
            CertificatePurpose purpose,
            ValidationMaterial presented,
            ValidationTime time,
            Location location) {
        X509Certificate subject;
        try {
            subject = X509Objects.certificate(certificate);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the certificate cannot be read again", e);
        }
        // What the verifier has itself comes first: whoever made the rest must not use up what is done at most.
        ValidationMaterial all = material.and(presented);
        IssuerSignatures signatures = new IssuerSignatures();
        PathFinder finder = new PathFinder(all.certificates(), anchors, time.instant(), signatures);
        RevocationChecks revocations = new RevocationChecks(all, signatures, revocation, time, location);
        List<JudgedPath> judged = new ArrayList<>();
        boolean unsettled = finder.find(subject, path -> {
            JudgedPath result = judge(path, purpose, revocations, time, location);
            judged.add(result);
            return result.status() != ValidationStatus.VALID;
        });
        if (judged.isEmpty()) {
            return new PathResult(finder.longest(), List.of(untrusted(finder, location)));
        }
        JudgedPath best = Collections.min(judged, Comparator.comparing(JudgedPath::status));
        return unsettled && finder.isCutShort()
                ? best.asOneOfMore(Effort.exceeded(CertificateNames.subject(subject), location))
                : best.result();
    }

    private static Finding untrusted(PathFinder finder, Location location) {
        X509Certificate last = finder.longest().get(finder.longest().size() - 1);
        if (finder.isCutShort()) {
            return Effort.exceeded(CertificateNames.subject(last), location);
        }
        X509Certificate unused = finder.unusedIssuer();
        if (unused != null) {
            return PathChecks.weakKey(
                    unused, String.valueOf(CertificateKey.of(unused).weakness()), location);
        }
        return Finding.of(
                        finder.metWrongSignature()
                                ? CertificateRequirement.SIGNED_BY_ISSUER
                                : CertificateRequirement.TRUSTED)
                .at(location)
                .with("subject", CertificateNames.subject(last))
                .with("issuer", CertificateNames.issuer(last))
                .build();
    }

    private static JudgedPath judge(
            List<X509Certificate> path,
            CertificatePurpose purpose,
            RevocationChecks revocations,
            ValidationTime time,
            Location location) {
        List<Finding> own = new ArrayList<>();
        List<Finding> above = new ArrayList<>();
        new PathChecks(time, location, own::add).checkSubject(path.get(0), purpose);
        new PathChecks(time, location, above::add).checkAuthorities(path);
        if (own.isEmpty() && above.isEmpty()) {
            // The checks above name faults; whether the path is valid is for the validator to say.
            validate(path, time, location, above);
        }
        for (int i = 0; i + 1 < path.size(); i++) {
            revocations.check(path.get(i), path.get(i + 1), i == 0 ? own::add : above::add);
        }
        return new JudgedPath(path, own, above);
    }

    private static void validate(
            List<X509Certificate> path, ValidationTime time, Location location, List<Finding> findings) {
        if (path.size() == 1) {
            // The certificate is an anchor itself.
            return;
        }
        X509Certificate anchor = path.get(path.size() - 1);
        try {
            CertPath below = CertificateFactory.getInstance("X.509", BouncyCastle.provider())
                    .generateCertPath(path.subList(0, path.size() - 1));
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setDate(Date.from(time.instant()));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX", BouncyCastle.provider()).validate(below, parameters);
        } catch (CertPathValidatorException e) {
            int index = Math.max(0, e.getIndex());
            findings.add(Finding.of(CertificateRequirement.PATH_VALID)
                    .at(location)
                    .with("subject", CertificateNames.subject(path.get(index)))
                    .with("detail", String.valueOf(e.getMessage()))
                    .build());
        } catch (GeneralSecurityException | RuntimeException e) {
            // The validator has met something it cannot digest in a certificate that nobody vouches for yet.
            findings.add(Finding.of(CertificateRequirement.PATH_VALID)
                    .at(location)
                    .with("subject", CertificateNames.subject(path.get(0)))
                    .with("detail", String.valueOf(e.getMessage()))
                    .build());
        }
    }

    /**
     * Whether each certificate, list and response in some material is what its issuer signed, as far as the issuer's certificate
     * is at hand or trusted: what stands in a container unsigned must not be changed unnoticed either.
     *
     * @param except certificates that are not looked at, because they were judged
     * @param location for the findings about what was not looked at because of a limit
     * @return what is not, whose issuer is unknown, or of which it was not found out
     */
    public UnprovenMaterial unproven(
            ValidationMaterial presented, Collection<X509Certificate> except, Location location) {
        Set<X509Certificate> known = new LinkedHashSet<>(anchors.certificates());
        known.addAll(material.certificates());
        known.addAll(presented.certificates());
        return new Authenticity(known, location).check(presented, except);
    }
}
