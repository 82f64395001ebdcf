package io.xuemeng.core.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/** A P-256 key. */
final class EcdsaPublicHalf implements PublicHalf {

    private static final int HALF = EcSignatures.RAW_BYTES / 2;

    private final ECPublicKeyParameters key;

    EcdsaPublicHalf(ECPublicKeyParameters key) {
        this.key = key;
    }

    @Override
    public KeyMaterial material() {
        return EcPoints.material(key);
    }

    @Override
    public boolean verify(SignatureAlgorithm algorithm, byte[] message, int offset, int length, byte[] signature) {
        if (signature.length != EcSignatures.RAW_BYTES) {
            return false;
        }
        MessageDigest digest = algorithm.digest().newDigest();
        digest.update(message, offset, length);
        // Verifying leaves nothing behind in it; making one costs nothing beside verifying.
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(
                digest.digest(), new BigInteger(1, signature, 0, HALF), new BigInteger(1, signature, HALF, HALF));
    }
}
