package io.xuemeng.identity.token;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's word that a session is over (OpenID Connect Back-Channel Logout 1.0, 2.4): 登出令牌. End the session it names, or, when it
 * names none, all sessions of its subject. Immutable.
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}: whose sessions end; null when only the session is named
 * @param session {@code sid}: the session that ends; null when all of the subject's do
 * @param audience {@code aud}, never empty
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 * @param id {@code jti}
 */
public record LogoutToken(
        String issuer,
        @Nullable String subject,
        @Nullable String session,
        List<String> audience,
        Instant issuedAt,
        Instant expiresAt,
        String id) {

    /** Copies the audience. */
    public LogoutToken {
        audience = List.copyOf(audience);
    }

    /** The issuer and the times; nothing of the person. */
    @Override
    public String toString() {
        return "LogoutToken[" + issuer + ", " + issuedAt + "]";
    }
}
