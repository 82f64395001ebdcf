package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.VerificationKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** Who signs with one key and says that it is another's. */
record OtherKey(Signer key, Signer pretended) implements Signer {

    @Override
    public SignatureAlgorithm algorithm() {
        return key.algorithm();
    }

    @Override
    public VerificationKey verificationKey() {
        return pretended.verificationKey();
    }

    @Override
    public List<X509Certificate> certificates() {
        return pretended.certificates();
    }

    @Override
    public byte[] sign(byte[] message) throws SigningException {
        return key.sign(message);
    }
}
