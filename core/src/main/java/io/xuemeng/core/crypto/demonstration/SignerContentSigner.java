package io.xuemeng.core.crypto.demonstration;

import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.cms.CmsAlgorithms;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.RuntimeOperatorException;

/** A signer as Bouncy Castle's builders of certificates and lists want it. */
final class SignerContentSigner implements ContentSigner {

    private final Signer signer;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    SignerContentSigner(Signer signer) {
        this.signer = signer;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return CmsAlgorithms.identifier(signer.algorithm());
    }

    @Override
    public OutputStream getOutputStream() {
        message.reset();
        return message;
    }

    @Override
    public byte[] getSignature() {
        try {
            byte[] signature = signer.sign(message.toByteArray());
            KeyType type = signer.algorithm().keyType();
            return type == KeyType.SM2 || type == KeyType.P_256 ? EcSignatures.toDer(signature) : signature;
        } catch (SigningException e) {
            throw new RuntimeOperatorException("the key could not sign", e);
        }
    }
}
