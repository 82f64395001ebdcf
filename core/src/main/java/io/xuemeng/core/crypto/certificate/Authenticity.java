package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.certificate.IssuerSignatures.Outcome;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;

/** Whether material is what its issuers signed, trusted or not. */
final class Authenticity {

    private final Collection<X509Certificate> known;
    private final Location location;
    private final IssuerSignatures signatures = new IssuerSignatures();
    private final OcspSigners responders = new OcspSigners(signatures);
    private final List<String> unauthentic = new ArrayList<>();
    private final List<Finding> undecided = new ArrayList<>();

    Authenticity(Collection<X509Certificate> known, Location location) {
        this.known = known;
        this.location = location;
    }

    UnprovenMaterial check(ValidationMaterial material, Collection<X509Certificate> except) {
        for (X509Certificate certificate : material.certificates()) {
            if (!except.contains(certificate)) {
                note(
                        CertificateNames.subject(certificate),
                        bySome(certificate.getIssuerX500Principal(), issuer -> signatures.check(certificate, issuer)));
            }
        }
        for (X509CRL list : material.revocationLists()) {
            X500Principal name = list.getIssuerX500Principal();
            note(CertificateNames.readable(name), bySome(name, issuer -> signatures.check(list, issuer)));
        }
        for (OcspResponse response : material.ocspResponses()) {
            note("OCSP", responders.checkSigned(response, known));
        }
        return new UnprovenMaterial(unauthentic, undecided);
    }

    private void note(String name, Outcome outcome) {
        switch (outcome) {
            case NOT_SIGNED -> unauthentic.add(name);
            case UNDECIDED -> undecided.add(Effort.exceeded(name, location));
            case SIGNED -> {
                // As it should be.
            }
        }
    }

    /** Whether one of those who have a name signed something. */
    private Outcome bySome(X500Principal name, Function<X509Certificate, Outcome> check) {
        Outcome outcome = Outcome.NOT_SIGNED;
        for (X509Certificate issuer : known) {
            if (outcome != Outcome.SIGNED && issuer.getSubjectX500Principal().equals(name)) {
                outcome = outcome.or(check.apply(issuer));
            }
        }
        return outcome;
    }
}
