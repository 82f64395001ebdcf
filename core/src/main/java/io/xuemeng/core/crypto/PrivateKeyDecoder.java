package io.xuemeng.core.crypto;

import java.io.IOException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Private keys as PrivateKeyInfo (RFC 5958, 2), which is PKCS#8. */
final class PrivateKeyDecoder {

    private PrivateKeyDecoder() {}

    static PrivateHalf decode(PrivateKey key) throws UnusableKeyException {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new UnusableKeyException(KeyFault.UNSUPPORTED_TYPE);
        }
        return decode(encoded);
    }

    static PrivateHalf decode(byte[] encoded) throws UnusableKeyException {
        try {
            return decode(PrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(encoded)), encoded);
        } catch (IOException | RuntimeException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
    }

    private static PrivateHalf decode(PrivateKeyInfo info, byte[] encoded) throws IOException, UnusableKeyException {
        ASN1ObjectIdentifier oid = info.getPrivateKeyAlgorithm().getAlgorithm();
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            ASN1Encodable parameters = info.getPrivateKeyAlgorithm().getParameters();
            KeyType type = parameters instanceof ASN1ObjectIdentifier curve ? Curves.typeOf(curve) : null;
            if (type == null) {
                throw new UnusableKeyException(KeyFault.UNSUPPORTED_CURVE);
            }
            return new EcPrivateHalf(
                    type, ECPrivateKey.getInstance(info.parsePrivateKey()).getKey());
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return new Ed25519PrivateHalf(
                    ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets());
        }
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return new RsaPrivateHalf(encoded);
        }
        throw new UnusableKeyException(KeyFault.UNSUPPORTED_TYPE);
    }
}
