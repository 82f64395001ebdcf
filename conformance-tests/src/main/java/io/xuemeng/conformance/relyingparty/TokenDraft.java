package io.xuemeng.conformance.relyingparty;

import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A good token before it is signed, with the question that goes with it. */
final class TokenDraft extends JwsDraft {

    final long now;
    TokenUse use;
    PublishedIssuer issuer;
    String audience;

    @Nullable
    String nonce;

    @Nullable
    String accessToken;

    @Nullable
    Integer maxAge;

    @Nullable
    String acr;

    /** The request with which it is presented; null when it is shown alone. */
    @Nullable
    PresentationDraft presentation;

    /** The form in which it launches a tool; null when it does not. */
    @Nullable
    LaunchForm launch;

    TokenDraft(TokenUse use, PublishedIssuer issuer, String audience, long now) {
        super(issuer.key());
        this.use = use;
        this.issuer = issuer;
        this.audience = audience;
        this.now = now;
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

    /** The request with which it is presented. */
    PresentationDraft presentation() {
        PresentationDraft there = presentation;
        if (there == null) {
            throw new IllegalStateException("a token of this kind is shown alone");
        }
        return there;
    }

    /** The first proof of the request with which it is presented. */
    ProofDraft proof() {
        return presentation().proofs.get(0);
    }

    /** With another form. */
    void launch(UnaryOperator<LaunchForm> edit) {
        LaunchForm form = launch;
        if (form == null) {
            throw new IllegalStateException("a token of this kind launches nothing");
        }
        launch = edit.apply(form);
    }

    @Override
    String shown() {
        StringBuilder all = new StringBuilder(super.shown());
        if (presentation != null) {
            all.append("; ").append(presentation.shown());
        }
        if (launch != null) {
            all.append("; ").append(launch);
        }
        return all.toString();
    }

    /** The token and all that goes with it. */
    TokenQuestion question() {
        String token = sign();
        return new TokenQuestion(
                token,
                use,
                issuer.id(),
                audience,
                nonce,
                accessToken,
                maxAge,
                acr,
                issuer.given(),
                issuer.anchors(),
                presentation == null ? null : presentation.of(token),
                launch);
    }
}
