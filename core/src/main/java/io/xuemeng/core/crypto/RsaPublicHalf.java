package io.xuemeng.core.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPublicKeySpec;
import java.util.EnumMap;
import java.util.Map;

/** An RSA key, through the Java platform, which is faster at it than Bouncy Castle. */
final class RsaPublicHalf implements PublicHalf {

    private final KeyMaterial.Rsa numbers;
    private final Map<SignatureAlgorithm, IdleInstances<Signature>> verifiers = new EnumMap<>(SignatureAlgorithm.class);

    RsaPublicHalf(KeyMaterial.Rsa numbers) throws UnusableKeyException {
        this.numbers = numbers;
        PublicKey key;
        try {
            key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(numbers.modulus(), numbers.exponent()));
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            if (algorithm.keyType() == KeyType.RSA) {
                verifiers.put(algorithm, new IdleInstances<>(() -> verifier(algorithm, key)));
            }
        }
    }

    private static Signature verifier(SignatureAlgorithm algorithm, PublicKey key) {
        Signature verifier = RsaSignatures.of(algorithm);
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
        if (signature.length != (numbers.modulus().bitLength() + 7) / 8) {
            return false;
        }
        IdleInstances<Signature> idle = verifiers.get(algorithm);
        if (idle == null) {
            throw new IllegalArgumentException(algorithm + " is no algorithm of an RSA key");
        }
        Signature verifier = idle.take();
        try {
            verifier.update(message, offset, length);
            boolean valid = verifier.verify(signature);
            idle.giveBack(verifier);
            return valid;
        } catch (SignatureException e) {
            // The platform's word for a signature that does not decode; the instance is dropped.
            return false;
        }
    }
}
