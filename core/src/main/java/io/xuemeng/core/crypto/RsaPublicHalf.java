package io.xuemeng.core.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPublicKeySpec;

/** An RSA key. PSS through the Java platform, which is faster at it than Bouncy Castle. */
final class RsaPublicHalf implements PublicHalf {

    private final KeyMaterial.Rsa numbers;
    private final RsaPkcs1 pkcs1;
    private final IdleInstances<Signature> pss;

    RsaPublicHalf(KeyMaterial.Rsa numbers) throws UnusableKeyException {
        this.numbers = numbers;
        this.pkcs1 = new RsaPkcs1(numbers);
        PublicKey key;
        try {
            key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(numbers.modulus(), numbers.exponent()));
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
        this.pss = new IdleInstances<>(() -> verifier(key));
    }

    private static Signature verifier(PublicKey key) {
        Signature verifier = RsaSignatures.of(SignatureAlgorithm.PS256);
        try {
            verifier.initVerify(key);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the Java platform does not verify with a key that it made", e);
        }
        return verifier;
    }

    @Override
    public KeyMaterial material() {
        return numbers;
    }

    @Override
    public boolean verify(SignatureAlgorithm algorithm, byte[] message, int offset, int length, byte[] signature) {
        return algorithm == SignatureAlgorithm.PS256
                ? verifyPss(message, offset, length, signature)
                : pkcs1.verify(algorithm.digest(), message, offset, length, signature);
    }

    private boolean verifyPss(byte[] message, int offset, int length, byte[] signature) {
        if (signature.length != (numbers.modulus().bitLength() + 7) / 8) {
            return false;
        }
        Signature verifier = pss.take();
        try {
            verifier.update(message, offset, length);
            boolean valid = verifier.verify(signature);
            pss.giveBack(verifier);
            return valid;
        } catch (SignatureException e) {
            // The platform's word for a signature that does not decode; the instance is dropped.
            return false;
        }
    }
}
