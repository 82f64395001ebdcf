package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/** Something that a hub signs, before it is signed. Not thread-safe. */
final class Token {

    static final String CONFIGURATION = "configuration";
    static final String MEMBER = "member";
    static final String RESOLVED = "resolved";
    static final String MARK = "mark";
    static final String STATUS = "status";
    static final String KEYS = "keys";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final String kind;
    final ObjectNode header = MAPPER.createObjectNode();
    final ObjectNode claims = MAPPER.createObjectNode();
    SigningKey key;
    UnaryOperator<String> written = text -> text;
    UnaryOperator<byte[]> signature = bytes -> bytes;

    /** The ID under which SM2 signs. */
    String id = "1234567812345678";

    Token(String kind, String type, SigningKey key) {
        this.kind = kind;
        this.key = key;
        header.put("alg", key.algorithm() == SignatureAlgorithm.SM2_SM3 ? "SGD_SM3_SM2" : "ES256");
        header.put("kid", Jwk.of(key).keyId().orElseThrow());
        header.put("typ", type);
    }

    boolean isStatement() {
        return kind.equals(CONFIGURATION) || kind.equals(MEMBER);
    }

    String sign() {
        String input = encoded(header.toString().getBytes(StandardCharsets.UTF_8))
                + '.'
                + encoded(written.apply(claims.toString()).getBytes(StandardCharsets.UTF_8));
        try {
            return input + '.' + encoded(signature.apply(raw(input.getBytes(StandardCharsets.US_ASCII))));
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] raw(byte[] input) throws SigningException {
        if (id.equals("1234567812345678")) {
            return key.sign(input);
        }
        try {
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(
                    true,
                    new ParametersWithID(
                            PrivateKeyFactory.createKey(key.privateKeyInfo()), id.getBytes(StandardCharsets.US_ASCII)));
            signer.update(input, 0, input.length);
            return signer.generateSignature();
        } catch (IOException | CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** JSON with apostrophes for quotation marks. */
    static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A set of one public key. */
    static ObjectNode set(SigningKey key) {
        ObjectNode set = object();
        try {
            set.withArray("keys").add(MAPPER.readTree(Jwk.of(key).toJson()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set;
    }
}
