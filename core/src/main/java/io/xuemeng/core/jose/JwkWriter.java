package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.KeyMaterial;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.json.JsonWriter;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Public keys as JSON (RFC 7518, 6; RFC 8037, 2). */
final class JwkWriter {

    private JwkWriter() {}

    static void write(Jwk jwk, JsonWriter out) {
        Map<String, String> parts = parts(jwk.key());
        out.startObject().member("kty", parts.remove("kty")).member("use", "sig");
        jwk.algorithm().ifPresent(algorithm -> out.member("alg", AlgorithmNames.of(algorithm)));
        jwk.keyId().ifPresent(keyId -> out.member("kid", keyId));
        parts.forEach(out::member);
        if (!jwk.certificates().isEmpty()) {
            out.name("x5c").startArray();
            for (X509Certificate certificate : jwk.certificates()) {
                out.value(text(certificate));
            }
            out.endArray();
        }
        out.endObject();
    }

    static String text(X509Certificate certificate) {
        try {
            return Certificates.write(certificate);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a certificate that has no encoding cannot be published", e);
        }
    }

    /** The required members in the order of their names, without white space (RFC 7638, 3; RFC 8037, 2). */
    static byte[] thumbprintInput(VerificationKey key) {
        return JsonWriter.compact(out -> writeBare(key, out));
    }

    /** The key's numbers only. */
    static void writeBare(VerificationKey key, JsonWriter out) {
        out.startObject();
        parts(key).forEach(out::member);
        out.endObject();
    }

    private static Map<String, String> parts(VerificationKey key) {
        Map<String, String> parts = new TreeMap<>();
        KeyMaterial material = key.material();
        if (material instanceof KeyMaterial.Point point) {
            parts.put("kty", "EC");
            parts.put("crv", key.type() == KeyType.SM2 ? Sm2Profile.CURVE : "P-256");
            parts.put("x", Base64Url.encode(point.x()));
            parts.put("y", Base64Url.encode(point.y()));
        } else if (material instanceof KeyMaterial.Octets octets) {
            parts.put("kty", "OKP");
            parts.put("crv", "Ed25519");
            parts.put("x", Base64Url.encode(octets.octets()));
        } else if (material instanceof KeyMaterial.Rsa rsa) {
            parts.put("kty", "RSA");
            parts.put("n", number(rsa.modulus()));
            parts.put("e", number(rsa.exponent()));
        }
        return parts;
    }

    /** Base64urlUInt: without leading zero bytes (RFC 7518, 2). */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Base64Url.encode(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
