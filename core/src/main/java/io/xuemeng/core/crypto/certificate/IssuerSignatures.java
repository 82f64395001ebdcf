package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Whether issuers signed what is said to be theirs. The keys come from whoever made a container, and some cost seconds to use, so
 * there is a limit to the work in all ({@link Effort#WORK}). A key is tried on an object once, however many certificates have it.
 */
final class IssuerSignatures {

    private final Map<X509Certificate, CertificateKey> keys = new HashMap<>();
    private final Map<Pair, Outcome> known = new HashMap<>();
    private int left = Effort.WORK;

    /** Something that is signed, and the key that is tried on it. */
    private record Pair(Object signed, SubjectPublicKeyInfo key) {}

    /** What came of looking whether an issuer signed something; declared from best to worst. */
    enum Outcome {
        /** It did. */
        SIGNED,
        /** That would have been more work than is done. */
        UNDECIDED,
        /** It did not, or with a key that is not used. */
        NOT_SIGNED;

        /** That one of two signed: whoever was not tried may have been it. */
        Outcome or(Outcome other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }

    /** What verifies a signature. */
    @FunctionalInterface
    private interface Check {

        boolean verify() throws GeneralSecurityException, OCSPException, OperatorCreationException;
    }

    Outcome check(X509Certificate certificate, X509Certificate issuer) {
        return check(certificate, issuer, () -> {
            certificate.verify(issuer.getPublicKey(), BouncyCastle.provider());
            return true;
        });
    }

    Outcome check(X509CRL list, X509Certificate issuer) {
        return check(list, issuer, () -> {
            list.verify(issuer.getPublicKey(), BouncyCastle.provider());
            return true;
        });
    }

    Outcome check(OcspResponse response, X509Certificate signer) {
        return check(
                response,
                signer,
                () -> new BasicOCSPResp(response.basic())
                        .isSignatureValid(new JcaContentVerifierProviderBuilder()
                                .setProvider(BouncyCastle.provider())
                                .build(signer.getPublicKey())));
    }

    /** The key of a certificate; one that is not used has signed nothing. */
    CertificateKey key(X509Certificate certificate) {
        return keys.computeIfAbsent(certificate, CertificateKey::of);
    }

    private Outcome check(Object signed, X509Certificate issuer, Check check) {
        CertificateKey key = key(issuer);
        SubjectPublicKeyInfo info = key.info();
        if (info == null || !key.isUsed()) {
            return Outcome.NOT_SIGNED;
        }
        Pair pair = new Pair(signed, info);
        Outcome before = known.get(pair);
        if (before != null) {
            return before;
        }
        if (key.cost() > left) {
            return Outcome.UNDECIDED;
        }
        left -= key.cost();
        Outcome outcome;
        try {
            outcome = check.verify() ? Outcome.SIGNED : Outcome.NOT_SIGNED;
        } catch (GeneralSecurityException | OCSPException | OperatorCreationException | RuntimeException e) {
            // Also a key or an algorithm that cannot be used: whoever made the object chose them.
            outcome = Outcome.NOT_SIGNED;
        }
        known.put(pair, outcome);
        return outcome;
    }
}
