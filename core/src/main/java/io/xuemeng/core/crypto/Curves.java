package io.xuemeng.core.crypto;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.jspecify.annotations.Nullable;

/** The elliptic curves, with the field arithmetic that Bouncy Castle wrote for each; its general one is several times slower. */
final class Curves {

    static final ECNamedDomainParameters P_256 = parameters(SECObjectIdentifiers.secp256r1);
    static final ECNamedDomainParameters SM2 = parameters(GMObjectIdentifiers.sm2p256v1);

    private Curves() {}

    private static ECNamedDomainParameters parameters(ASN1ObjectIdentifier oid) {
        return new ECNamedDomainParameters(oid, CustomNamedCurves.getByOID(oid));
    }

    static ECNamedDomainParameters of(KeyType type) {
        return switch (type) {
            case P_256 -> P_256;
            case SM2 -> SM2;
            case ED25519, RSA -> throw new IllegalArgumentException("a key of type " + type + " has no such curve");
        };
    }

    static @Nullable KeyType typeOf(ASN1ObjectIdentifier oid) {
        if (oid.equals(P_256.getName())) {
            return KeyType.P_256;
        }
        return oid.equals(SM2.getName()) ? KeyType.SM2 : null;
    }
}
