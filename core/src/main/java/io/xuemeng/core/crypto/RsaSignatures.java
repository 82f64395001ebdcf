package io.xuemeng.core.crypto;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** The Java platform's RSA signatures by algorithm. */
final class RsaSignatures {

    private static final PSSParameterSpec PS256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private RsaSignatures() {}

    static Signature of(SignatureAlgorithm algorithm) {
        try {
            switch (algorithm) {
                case PS256 -> {
                    Signature signature = Signature.getInstance("RSASSA-PSS");
                    signature.setParameter(PS256);
                    return signature;
                }
                case RS256 -> {
                    return Signature.getInstance("SHA256withRSA");
                }
                case RS384 -> {
                    return Signature.getInstance("SHA384withRSA");
                }
                case RS512 -> {
                    return Signature.getInstance("SHA512withRSA");
                }
                default -> throw new IllegalArgumentException(algorithm + " is no algorithm of an RSA key");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this Java platform lacks an algorithm that every one has: " + algorithm, e);
        }
    }
}
