package io.xuemeng.core.crypto;

import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** An SM2 key with the ID of its signer, which is part of what is hashed (GB/T 32918.2-2016, 5.5). */
final class Sm2PublicHalf implements PublicHalf {

    private final ECPublicKeyParameters key;
    private final IdleInstances<SM2Signer> signers;

    Sm2PublicHalf(ECPublicKeyParameters key, byte[] id) {
        this.key = key;
        this.signers = new IdleInstances<>(() -> {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(false, new ParametersWithID(key, id));
            return signer;
        });
    }

    ECPublicKeyParameters key() {
        return key;
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
        SM2Signer signer = signers.take();
        signer.update(message, offset, length);
        boolean valid = signer.verifySignature(signature);
        if (!valid) {
            // A number out of range makes it return before it has reset itself.
            signer.reset();
        }
        signers.giveBack(signer);
        return valid;
    }
}
