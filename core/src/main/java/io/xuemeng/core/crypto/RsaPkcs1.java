package io.xuemeng.core.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * Verifies RSASSA-PKCS1-v1_5 exactly as RFC 8017, 8.2.2 has it: the block that the signature holds is compared with the one block that
 * the message makes. The Java platform and Bouncy Castle also take a block in which the digest's algorithm lacks its parameters, so
 * that one message has two.
 */
final class RsaPkcs1 {

    /** What stands before the digest in its DigestInfo (RFC 8017, 9.2, note 1). */
    private static final Map<DigestAlgorithm, byte[]> PREFIXES = new EnumMap<>(DigestAlgorithm.class);

    static {
        for (DigestAlgorithm digest : DigestAlgorithm.values()) {
            PREFIXES.put(digest, prefix(digest));
        }
    }

    private final BigInteger modulus;
    private final BigInteger exponent;
    private final int length;

    RsaPkcs1(KeyMaterial.Rsa key) {
        this.modulus = key.modulus();
        this.exponent = key.exponent();
        this.length = (modulus.bitLength() + 7) / 8;
    }

    private static byte[] prefix(DigestAlgorithm digest) {
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()), DERNull.INSTANCE);
        try {
            byte[] info = new DigestInfo(algorithm, new byte[digest.lengthBytes()]).getEncoded(ASN1Encoding.DER);
            return Arrays.copyOf(info, info.length - digest.lengthBytes());
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does no input or output", e);
        }
    }

    boolean verify(DigestAlgorithm digest, byte[] message, int offset, int count, byte[] signature) {
        BigInteger number = new BigInteger(1, signature);
        byte[] prefix = PREFIXES.get(digest);
        if (signature.length != length || number.compareTo(modulus) >= 0 || prefix == null) {
            return false;
        }
        byte[] found = new byte[length];
        byte[] bytes = number.modPow(exponent, modulus).toByteArray();
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, found, length - (bytes.length - from), bytes.length - from);
        MessageDigest hash = digest.newDigest();
        hash.update(message, offset, count);
        byte[] expected = new byte[length];
        int start = length - prefix.length - digest.lengthBytes();
        Arrays.fill(expected, 2, start - 1, (byte) 0xFF);
        expected[1] = 1;
        System.arraycopy(prefix, 0, expected, start, prefix.length);
        System.arraycopy(hash.digest(), 0, expected, length - digest.lengthBytes(), digest.lengthBytes());
        return Arrays.equals(found, expected);
    }
}
