package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A good token before it is signed, with the question that goes with it. A case changes in it what it is about; nothing is checked, so
 * that everything can be forged. Not thread-safe.
 */
final class TokenDraft {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** Makes the signature of what is signed. */
    interface Signing {
        byte[] sign(byte[] input) throws SigningException;
    }

    final long now;
    final ObjectNode header = Json.object();
    final ObjectNode claims = Json.object();
    TokenUse use;
    PublishedIssuer issuer;
    String audience;

    /** What is signed instead of the claims; the text of the claims when null. */
    byte @Nullable [] payload;

    /** What stands in front instead of the header; the text of the header when null. */
    byte @Nullable [] headerBytes;

    Signing signing;
    UnaryOperator<byte[]> signature = bytes -> bytes;
    UnaryOperator<String> compact = token -> token;

    @Nullable
    String nonce;

    @Nullable
    String accessToken;

    @Nullable
    Integer maxAge;

    @Nullable
    String acr;

    TokenDraft(TokenUse use, PublishedIssuer issuer, String audience, long now) {
        this.use = use;
        this.issuer = issuer;
        this.audience = audience;
        this.now = now;
        this.signing = issuer.key()::sign;
        header.put("alg", Keys.name(issuer.key().algorithm()));
        header.put("kid", keyId(issuer.key()));
    }

    static String keyId(SigningKey key) {
        return Jwk.of(key).keyId().orElseThrow();
    }

    /** From another issuer, who signs it. */
    TokenDraft from(PublishedIssuer other) {
        issuer = other;
        claims.put("iss", other.id());
        return signedBy(other.key());
    }

    /** Signed by another key, under its name and for its algorithm. */
    TokenDraft signedBy(SigningKey key) {
        signing = key::sign;
        header.put("alg", Keys.name(key.algorithm()));
        header.put("kid", keyId(key));
        return this;
    }

    /** Issued so many seconds ago, and ending so many seconds from now. */
    TokenDraft lasting(long ago, long left) {
        claims.put("iat", now - ago).put("exp", now + left);
        if (claims.has("auth_time")) {
            claims.put("auth_time", now - ago - 30);
        }
        return this;
    }

    /** With another text of its claims. */
    TokenDraft payload(String text) {
        payload = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** With its claims' text changed. */
    TokenDraft editPayload(UnaryOperator<String> edit) {
        return payload(edit.apply(claims.toString()));
    }

    /** With its header's text changed. */
    TokenDraft editHeader(UnaryOperator<String> edit) {
        headerBytes = edit.apply(header.toString()).getBytes(StandardCharsets.UTF_8);
        return this;
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

    /** The token in compact form. */
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

    /** The token and all that goes with it. */
    TokenQuestion question() {
        return new TokenQuestion(
                sign(), use, issuer.id(), audience, nonce, accessToken, maxAge, acr, issuer.given(), issuer.anchors());
    }
}
