package io.xuemeng.conformance.relyingparty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token that a relying party is shown, and all that it may rest its judgement on. Immutable.
 *
 * @param token as it arrived
 * @param use what it is shown for
 * @param issuer the one issuer from whom it may come
 * @param audience the relying party itself, as tokens for it say
 * @param nonce the one that was sent with the sign-in; null when none was
 * @param accessToken the one that came beside an ID token; null when none did
 * @param maxAge how many seconds ago the person may have signed in; null when that does not matter
 * @param acr the class of authentication that was asked for; null when none was
 * @param jwks the issuer's keys as a JWK set; null when they are to be found out from the issuer's address
 * @param trustAnchors whom to trust; when there are any, the issuer is to be trusted because of a chain to one of them, and else because it is named here
 * @param presentation the request that an access token came with; null when the token is shown alone
 * @param launch the form that a launch came in; null when it is none
 */
public record TokenQuestion(
        String token,
        TokenUse use,
        String issuer,
        String audience,
        @Nullable String nonce,
        @Nullable String accessToken,
        @Nullable Integer maxAge,
        @Nullable String acr,
        @Nullable String jwks,
        List<AnchorKeys> trustAnchors,
        @Nullable Presentation presentation,
        @Nullable LaunchForm launch) {

    /** Copies the list. */
    public TokenQuestion {
        trustAnchors = List.copyOf(trustAnchors);
    }
}
