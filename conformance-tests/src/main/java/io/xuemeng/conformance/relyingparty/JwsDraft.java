package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Claims before they are signed (RFC 7515). A case changes in them what it is about; nothing is checked, so that everything can be forged.
 * Not thread-safe.
 */
abstract class JwsDraft {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** Makes the signature of what is signed. */
    interface Signing {
        byte[] sign(byte[] input) throws SigningException;
    }

    final ObjectNode header = Json.object();
    final ObjectNode claims = Json.object();

    /** What is signed instead of the claims; the text of the claims when null. */
    byte @Nullable [] payload;

    /** What stands in front instead of the header; the text of the header when null. */
    byte @Nullable [] headerBytes;

    Signing signing;
    UnaryOperator<byte[]> signature = bytes -> bytes;
    UnaryOperator<String> compact = token -> token;

    JwsDraft(SigningKey key) {
        this.signing = key::sign;
        header.put("alg", Keys.name(key.algorithm()));
    }

    /** With another text of its claims. */
    void payload(String text) {
        payload = text.getBytes(StandardCharsets.UTF_8);
    }

    /** With its claims' text changed. */
    void editPayload(UnaryOperator<String> edit) {
        payload(edit.apply(claims.toString()));
    }

    /** With its header's text changed. */
    void editHeader(UnaryOperator<String> edit) {
        headerBytes = edit.apply(header.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** The header's and the claims' text, for reports. */
    String shown() {
        return text(headerBytes, header) + '.' + text(payload, claims);
    }

    private static String text(byte @Nullable [] bytes, ObjectNode node) {
        return bytes == null ? node.toString() : new String(bytes, StandardCharsets.UTF_8);
    }

    static String encode(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }

    /** The compact form. */
    String sign() {
        byte[] front = headerBytes == null ? header.toString().getBytes(StandardCharsets.UTF_8) : headerBytes;
        byte[] body = payload == null ? claims.toString().getBytes(StandardCharsets.UTF_8) : payload;
        String input = encode(front) + '.' + encode(body);
        try {
            byte[] signed = signature.apply(signing.sign(input.getBytes(StandardCharsets.US_ASCII)));
            return compact.apply(input + '.' + encode(signed));
        } catch (SigningException e) {
            throw new IllegalStateException("the kit could not sign", e);
        }
    }
}
