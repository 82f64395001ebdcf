package io.xuemeng.core.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** An RSA private key, through the Java platform. */
final class RsaPrivateHalf implements PrivateHalf {

    private static final int GENERATED_BITS = 3072;

    private final RSAPrivateCrtKey key;

    RsaPrivateHalf(byte[] encoded) throws UnusableKeyException {
        PrivateKey decoded;
        try {
            decoded = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
        if (!(decoded instanceof RSAPrivateCrtKey crt)) {
            throw new UnusableKeyException(KeyFault.MALFORMED);
        }
        this.key = crt;
    }

    private RsaPrivateHalf(RSAPrivateCrtKey key) {
        this.key = key;
    }

    static RsaPrivateHalf generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(GENERATED_BITS);
            return new RsaPrivateHalf(
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }

    @Override
    public KeyType type() {
        return KeyType.RSA;
    }

    @Override
    public VerificationKey verificationKey() throws UnusableKeyException {
        return VerificationKey.of(KeyType.RSA, new KeyMaterial.Rsa(key.getModulus(), key.getPublicExponent()));
    }

    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] message) throws SigningException {
        Signature signature = RsaSignatures.of(algorithm);
        try {
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SigningException(algorithm + " could not sign with this key; make a new one", e);
        }
    }

    @Override
    public byte[] encoded() {
        return key.getEncoded();
    }
}
