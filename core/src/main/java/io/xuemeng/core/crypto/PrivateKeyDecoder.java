package io.xuemeng.core.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
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

    static PrivateHalf of(KeyType type, SecretMaterial material) throws UnusableKeyException {
        if (material instanceof SecretMaterial.Rsa rsa && type == KeyType.RSA) {
            PublicKeyInfo.check(new KeyMaterial.Rsa(rsa.modulus(), rsa.publicExponent()));
            if (!rsa.isConsistent()) {
                throw new UnusableKeyException(KeyFault.NOT_A_PAIR);
            }
            return new RsaPrivateHalf(encoded(rsa));
        }
        if (material instanceof SecretMaterial.Secret secret && secret.bytes().length == type.coordinateBytes()) {
            return type == KeyType.ED25519
                    ? new Ed25519PrivateHalf(secret.bytes())
                    : new EcPrivateHalf(type, new BigInteger(1, secret.bytes()));
        }
        throw new UnusableKeyException(KeyFault.MALFORMED);
    }

    private static byte[] encoded(SecretMaterial.Rsa rsa) {
        RSAPrivateKey structure = new RSAPrivateKey(
                rsa.modulus(),
                rsa.publicExponent(),
                rsa.privateExponent(),
                rsa.p(),
                rsa.q(),
                rsa.dp(),
                rsa.dq(),
                rsa.qi());
        try {
            return new PrivateKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), structure)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does no input or output", e);
        }
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
