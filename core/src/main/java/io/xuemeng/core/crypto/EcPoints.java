package io.xuemeng.core.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;

/** Public points, checked to lie on their curve. */
final class EcPoints {

    private EcPoints() {}

    /** A key from an encoded point, compressed or not (SEC 1, 2.3.4). */
    static ECPublicKeyParameters decode(KeyType type, byte[] encoded) throws UnusableKeyException {
        ECNamedDomainParameters curve = Curves.of(type);
        if (encoded.length == 0 || (encoded[0] != 2 && encoded[0] != 3 && encoded[0] != 4)) {
            throw new UnusableKeyException(KeyFault.MALFORMED);
        }
        try {
            return new ECPublicKeyParameters(curve.getCurve().decodePoint(encoded), curve);
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException(KeyFault.NOT_ON_CURVE, e);
        }
    }

    /** A key from two coordinates of the full length. */
    static ECPublicKeyParameters of(KeyType type, byte[] x, byte[] y) throws UnusableKeyException {
        ECNamedDomainParameters curve = Curves.of(type);
        if (x.length != type.coordinateBytes() || y.length != type.coordinateBytes()) {
            throw new UnusableKeyException(KeyFault.MALFORMED);
        }
        try {
            ECPoint point = curve.getCurve().validatePoint(new BigInteger(1, x), new BigInteger(1, y));
            return new ECPublicKeyParameters(point, curve);
        } catch (IllegalArgumentException e) {
            throw new UnusableKeyException(KeyFault.NOT_ON_CURVE, e);
        }
    }

    static KeyMaterial.Point material(ECPublicKeyParameters key) {
        ECPoint point = key.getQ();
        return new KeyMaterial.Point(
                point.getAffineXCoord().getEncoded(), point.getAffineYCoord().getEncoded());
    }
}
