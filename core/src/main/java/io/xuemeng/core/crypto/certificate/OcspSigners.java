package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.certificate.IssuerSignatures.Outcome;
import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;

/** Who signed an OCSP response, and whether they may (RFC 6960, 4.2.2.2). Only whom the response itself names is asked. */
final class OcspSigners {

    private final IssuerSignatures signatures;
    private final Map<OcspResponse, List<X509Certificate>> embedded = new HashMap<>();

    OcspSigners(IssuerSignatures signatures) {
        this.signatures = signatures;
    }

    /** Whether an issuer, or a responder that it certified, signed a response. */
    Outcome checkAuthorised(OcspResponse response, X509Certificate issuer) {
        ResponderIdentity named = ResponderIdentity.of(response);
        Outcome outcome = named.isOf(issuer) ? signatures.check(response, issuer) : Outcome.NOT_SIGNED;
        for (X509Certificate responder : embedded(response)) {
            if (outcome != Outcome.SIGNED && mayRespondFor(issuer, responder, response)) {
                Outcome certified = signatures.check(responder, issuer);
                outcome = outcome.or(certified == Outcome.SIGNED ? signatures.check(response, responder) : certified);
            }
        }
        return outcome;
    }

    /** Whether anybody whom a response names signed it, from its own certificates or from others. */
    Outcome checkSigned(OcspResponse response, Collection<X509Certificate> others) {
        ResponderIdentity named = ResponderIdentity.of(response);
        List<X509Certificate> candidates = new ArrayList<>(embedded(response));
        others.stream().filter(named::isOf).forEach(candidates::add);
        Outcome outcome = Outcome.NOT_SIGNED;
        for (X509Certificate candidate : candidates) {
            if (outcome != Outcome.SIGNED) {
                outcome = outcome.or(signatures.check(response, candidate));
            }
        }
        return outcome;
    }

    private static boolean mayRespondFor(X509Certificate issuer, X509Certificate responder, OcspResponse response) {
        try {
            Instant producedAt =
                    new BasicOCSPResp(response.basic()).getProducedAt().toInstant();
            List<String> purposes = responder.getExtendedKeyUsage();
            return purposes != null
                    && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                    // The issuer says with this extension that the responder's own revocation is not asked.
                    && responder.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null
                    && !responder.getNotBefore().toInstant().isAfter(producedAt)
                    && !responder.getNotAfter().toInstant().isBefore(producedAt)
                    && responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (CertificateParsingException | IllegalStateException e) {
            // A purpose or a time that cannot be read allows nothing.
            return false;
        }
    }

    /** The certificates in a response that are of whom it names; a response may have thousands of others. */
    private List<X509Certificate> embedded(OcspResponse response) {
        return embedded.computeIfAbsent(response, OcspSigners::readEmbedded);
    }

    private static List<X509Certificate> readEmbedded(OcspResponse response) {
        ASN1Sequence all = response.basic().getCerts();
        if (all == null) {
            return List.of();
        }
        ResponderIdentity named = ResponderIdentity.of(response);
        List<X509Certificate> found = new ArrayList<>();
        for (ASN1Encodable each : all) {
            read(each, named).ifPresent(found::add);
        }
        return found;
    }

    /** One of the certificates; they are outside the response's signature, so that a broken one says nothing of the others. */
    private static Optional<X509Certificate> read(ASN1Encodable encoded, ResponderIdentity named) {
        try {
            X509CertificateHolder holder = new X509CertificateHolder(Certificate.getInstance(encoded));
            return named.isOf(holder) ? Optional.of(X509Objects.certificate(holder.getEncoded())) : Optional.empty();
        } catch (CertificateException | IOException | RuntimeException e) {
            // One that cannot be read has signed nothing.
            return Optional.empty();
        }
    }
}
