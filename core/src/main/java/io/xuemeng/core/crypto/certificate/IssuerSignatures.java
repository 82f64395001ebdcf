package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether issuers signed what is said to be theirs. The keys come from whoever made a container, and some cost seconds to use:
 * there is a limit to their size, and to the work in all. Nothing is looked at twice.
 */
final class IssuerSignatures {

    /** In verifications with a key of 2,048 bits or on an elliptic curve; RSA of 8,192 bits counts 64 times. */
    private static final int WORK = 256;

    private static final int UNIT_BYTES = 256;
    /** An RSA key of the greatest size, with its exponent and the tags around both. */
    private static final int MAX_KEY_BYTES = VerificationKey.RSA_MAX_BITS / 8 + 64;

    private final Map<Pair, Boolean> known = new HashMap<>();
    private int left = WORK;
    private boolean exhausted;

    /** Something that is signed, and whose key is tried on it. */
    private record Pair(Object signed, X509Certificate issuer) {}

    /** What verifies a signature. */
    @FunctionalInterface
    private interface Check {

        boolean verify() throws GeneralSecurityException, OCSPException, OperatorCreationException;
    }

    boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        return verify(certificate, issuer, () -> {
            certificate.verify(issuer.getPublicKey(), BouncyCastle.provider());
            return true;
        });
    }

    boolean isSigned(X509CRL list, X509Certificate issuer) {
        return verify(list, issuer, () -> {
            list.verify(issuer.getPublicKey(), BouncyCastle.provider());
            return true;
        });
    }

    boolean isSigned(BasicOCSPResp response, X509Certificate signer) {
        return verify(
                response,
                signer,
                () -> response.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(BouncyCastle.provider())
                        .build(signer.getPublicKey())));
    }

    /** Whether something was not verified because of the limit. */
    boolean isExhausted() {
        return exhausted;
    }

    private boolean verify(Object signed, X509Certificate issuer, Check check) {
        Pair pair = new Pair(signed, issuer);
        Boolean before = known.get(pair);
        if (before != null) {
            return before;
        }
        int cost = cost(issuer);
        if (cost > left) {
            exhausted = true;
            return false;
        }
        left -= cost;
        boolean verified;
        try {
            verified = check.verify();
        } catch (GeneralSecurityException | OCSPException | OperatorCreationException | RuntimeException e) {
            // Also a key or an algorithm that cannot be used: whoever made the object chose them.
            verified = false;
        }
        known.put(pair, verified);
        return verified;
    }

    /** What it costs to use a certificate's key, told from its length alone, because decoding it is a part of the cost. */
    private static int cost(X509Certificate certificate) {
        SubjectPublicKeyInfo info = publicKey(certificate);
        int bytes = info == null ? Integer.MAX_VALUE : info.getPublicKeyData().getBytes().length;
        if (bytes > MAX_KEY_BYTES) {
            return Integer.MAX_VALUE;
        }
        int units = Math.max(1, bytes / UNIT_BYTES);
        return units * units * units;
    }

    private static @Nullable SubjectPublicKeyInfo publicKey(X509Certificate certificate) {
        try {
            return Certificate.getInstance(certificate.getEncoded()).getSubjectPublicKeyInfo();
        } catch (GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }
}
