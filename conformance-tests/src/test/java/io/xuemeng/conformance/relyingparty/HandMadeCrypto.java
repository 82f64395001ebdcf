package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Signatures that nobody should take. */
final class HandMadeCrypto {

    private HandMadeCrypto() {}

    static boolean isHmac(HandMade party, HandMadeKeys.Key key, byte[] input, byte[] signature) {
        if (key.json().path("kty").asText().equals("oct")) {
            return Arrays.equals(signature, hmac(bytes(key.json(), "k"), input));
        }
        return party.has(Fault.TAKES_THE_PUBLIC_KEY_FOR_A_SHARED_ONE)
                && (Arrays.equals(signature, hmac(bytes(key.json(), "x"), input))
                        || Arrays.equals(
                                signature, hmac(key.json().toString().getBytes(StandardCharsets.UTF_8), input)));
    }

    private static byte[] bytes(JsonNode key, String name) {
        return Base64.getUrlDecoder().decode(key.path(name).asText());
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isWeakRsa(HandMadeKeys.Key key, String alg, byte[] input, byte[] signature) {
        if (!alg.equals("RS256") || !key.json().has("n")) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(
                            new BigInteger(1, bytes(key.json(), "n")), new BigInteger(1, bytes(key.json(), "e")))));
            verifier.update(input);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static boolean isSm2WithEmptyId(JsonNode key, byte[] input, byte[] signature) {
        var curve = CustomNamedCurves.getByName("sm2p256v1");
        var point =
                curve.getCurve().createPoint(new BigInteger(1, bytes(key, "x")), new BigInteger(1, bytes(key, "y")));
        SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
        verifier.init(
                false,
                new ParametersWithID(new ECPublicKeyParameters(point, new ECDomainParameters(curve)), new byte[0]));
        verifier.update(input, 0, input.length);
        return verifier.verifySignature(signature);
    }

    /** r and s of a signature in DER, each in 32 bytes. */
    static byte[] raw(byte[] der) {
        byte[] raw = new byte[64];
        int at = 2;
        for (int half = 0; half < 2; half++) {
            int length = der[at + 1];
            byte[] number = Arrays.copyOfRange(der, at + 2, at + 2 + length);
            int used = Math.min(32, length);
            System.arraycopy(number, length - used, raw, 32 * (half + 1) - used, used);
            at += 2 + length;
        }
        return raw;
    }
}
