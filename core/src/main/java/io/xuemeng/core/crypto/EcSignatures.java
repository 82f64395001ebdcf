package io.xuemeng.core.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/**
 * The two forms of an ECDSA or SM2 signature on a curve of 256 bits: r and s of 32 bytes one after the other (RFC 7518, 3.4),
 * and a DER sequence of two integers (RFC 5480, GM/T 0009-2012, 7.3).
 */
public final class EcSignatures {

    /** How long r and s are together, in bytes. */
    public static final int RAW_BYTES = 64;

    private static final int HALF = RAW_BYTES / 2;

    private EcSignatures() {}

    /**
     * r and s from DER.
     *
     * @throws IllegalArgumentException when it is not the one DER form of two integers from 0 to 2^256 - 1
     */
    public static byte[] toRaw(byte[] der) {
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
            if (sequence.size() == 2) {
                BigInteger r = ASN1Integer.getInstance(sequence.getObjectAt(0)).getValue();
                BigInteger s = ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue();
                byte[] raw = new byte[RAW_BYTES];
                if (put(r, raw, 0) && put(s, raw, HALF) && Arrays.equals(der, toDer(raw))) {
                    return raw;
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a DER sequence of two integers", e);
        }
        throw new IllegalArgumentException("not the DER form of two integers of at most 32 bytes");
    }

    /**
     * DER from r and s.
     *
     * @throws IllegalArgumentException when it is not {@value #RAW_BYTES} bytes long
     */
    public static byte[] toDer(byte[] raw) {
        if (raw.length != RAW_BYTES) {
            throw new IllegalArgumentException("r and s are " + RAW_BYTES + " bytes, not " + raw.length);
        }
        ASN1EncodableVector both = new ASN1EncodableVector(2);
        both.add(new ASN1Integer(new BigInteger(1, raw, 0, HALF)));
        both.add(new ASN1Integer(new BigInteger(1, raw, HALF, HALF)));
        try {
            return new DERSequence(both).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory does no input or output", e);
        }
    }

    /** Writes a number into 32 bytes; false when it is negative or does not fit. */
    static boolean put(BigInteger number, byte[] target, int at) {
        if (number.signum() < 0 || number.bitLength() > HALF * 8) {
            return false;
        }
        byte[] bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - HALF);
        System.arraycopy(bytes, from, target, at + HALF - (bytes.length - from), bytes.length - from);
        return true;
    }
}
