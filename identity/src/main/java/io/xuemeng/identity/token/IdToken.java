package io.xuemeng.identity.token;

import io.xuemeng.core.json.RawJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in, where and how (OpenID Connect Core 1.0, 2): 身份令牌. Immutable; {@code toString} says nothing of the person.
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}: the person, for this sector; compare it together with the issuer only
 * @param audience {@code aud}, never empty
 * @param authorizedParty {@code azp}; null when it is not said
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 * @param authenticatedAt {@code auth_time}; null when it is not said
 * @param nonce null when it is not said
 * @param authenticationClass {@code acr}; null when it is not said
 * @param authenticationMethods {@code amr}; empty when it is not said
 * @param session {@code sid}: what logout tokens call the session; null when it is not said
 * @param id {@code jti}; null when it is not said
 * @param education the education claims
 * @param others all other claims, as they are written, in their order
 */
public record IdToken(
        String issuer,
        String subject,
        List<String> audience,
        @Nullable String authorizedParty,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant authenticatedAt,
        @Nullable String nonce,
        @Nullable String authenticationClass,
        List<String> authenticationMethods,
        @Nullable String session,
        @Nullable String id,
        EducationClaims education,
        Map<String, RawJson> others) {

    /** Copies the collections. */
    public IdToken {
        audience = List.copyOf(audience);
        authenticationMethods = List.copyOf(authenticationMethods);
        others = Ordered.copy(others);
    }

    /** What an issuer is to say of a subject to an audience; {@link TokenIssuer} adds who issues it and when. */
    public static Draft draft(String subject, String audience) {
        return new Draft(subject, List.of(audience));
    }

    /** The issuer, the times and the names of other claims. */
    @Override
    public String toString() {
        return "IdToken[" + issuer + ", " + issuedAt + " to " + expiresAt + ", " + others.keySet() + "]";
    }

    /** An ID token that is not issued yet. Not thread-safe. */
    public static final class Draft {

        final String subject;
        final List<String> audience;
        final Map<String, RawJson> others = new LinkedHashMap<>();

        @Nullable
        Instant authenticatedAt;

        @Nullable
        String nonce;

        @Nullable
        String authenticationClass;

        List<String> authenticationMethods = List.of();

        @Nullable
        String session;

        @Nullable
        String accessToken;

        @Nullable
        String code;

        EducationClaims education = EducationClaims.none();

        private Draft(String subject, List<String> audience) {
            this.subject = subject;
            this.audience = audience;
        }

        /** When the person signed in ({@code auth_time}). */
        public Draft authenticatedAt(Instant value) {
            this.authenticatedAt = value;
            return this;
        }

        /** The nonce of the request. */
        public Draft nonce(String value) {
            this.nonce = value;
            return this;
        }

        /** How sure the sign-in was ({@code acr}). */
        public Draft authenticationClass(String value) {
            this.authenticationClass = value;
            return this;
        }

        /** How the person signed in ({@code amr}; RFC 8176). */
        public Draft authenticationMethods(List<String> value) {
            this.authenticationMethods = List.copyOf(value);
            return this;
        }

        /** The session ({@code sid}). */
        public Draft session(String value) {
            this.session = value;
            return this;
        }

        /** The access token beside it, whose hash is written ({@code at_hash}). */
        public Draft accessToken(String value) {
            this.accessToken = value;
            return this;
        }

        /** The code beside it, whose hash is written ({@code c_hash}). */
        public Draft code(String value) {
            this.code = value;
            return this;
        }

        /** The education claims. */
        public Draft education(EducationClaims value) {
            this.education = value;
            return this;
        }

        /** A further claim. */
        public Draft claim(String name, RawJson value) {
            others.put(name, value);
            return this;
        }
    }
}
