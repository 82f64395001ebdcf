package io.xuemeng.conformance.relyingparty;

import io.xuemeng.core.crypto.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** SM2 signatures under another ID than the one that this project's profile has, which no public way of the SDK makes. */
final class Sm2Ids {

    private Sm2Ids() {}

    static JwsDraft.Signing signing(SigningKey key, String id) {
        return input -> {
            try {
                CipherParameters secret = PrivateKeyFactory.createKey(key.privateKeyInfo());
                SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
                signer.init(true, new ParametersWithID(secret, id.getBytes(StandardCharsets.US_ASCII)));
                signer.update(input, 0, input.length);
                return signer.generateSignature();
            } catch (IOException | CryptoException e) {
                throw new IllegalStateException("the kit could not sign with SM2", e);
            }
        };
    }
}
