package io.xuemeng.core.crypto;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 private key. */
final class Ed25519PrivateHalf implements PrivateHalf {

    private final Ed25519PrivateKeyParameters key;

    Ed25519PrivateHalf(byte[] seed) throws UnusableKeyException {
        if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new UnusableKeyException(KeyFault.MALFORMED);
        }
        this.key = new Ed25519PrivateKeyParameters(seed);
    }

    private Ed25519PrivateHalf(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    static Ed25519PrivateHalf generate() {
        return new Ed25519PrivateHalf(new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    @Override
    public KeyType type() {
        return KeyType.ED25519;
    }

    @Override
    public VerificationKey verificationKey() throws UnusableKeyException {
        return VerificationKey.of(
                KeyType.ED25519, new KeyMaterial.Octets(key.generatePublicKey().getEncoded()));
    }

    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public byte[] encoded() {
        try {
            return new PrivateKeyInfo(
                            new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519),
                            new DEROctetString(key.getEncoded()))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does no input or output", e);
        }
    }
}
