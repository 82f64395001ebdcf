package io.xuemeng.core.crypto;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 key. */
final class Ed25519PublicHalf implements PublicHalf {

    private final Ed25519PublicKeyParameters key;

    Ed25519PublicHalf(Ed25519PublicKeyParameters key) {
        this.key = key;
    }

    @Override
    public KeyMaterial material() {
        return new KeyMaterial.Octets(key.getEncoded());
    }

    @Override
    public boolean verify(SignatureAlgorithm algorithm, byte[] message, int offset, int length, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && key.verify(Ed25519.Algorithm.Ed25519, null, message, offset, length, signature, 0);
    }
}
