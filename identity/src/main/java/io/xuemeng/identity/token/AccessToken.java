package io.xuemeng.identity.token;

import io.xuemeng.core.json.RawJson;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client may do, for whom, and where (RFC 9068): 访问令牌. Immutable; {@code toString} says nothing of the person.
 *
 * @param issuer {@code iss}
 * @param subject {@code sub}: the person for whom, or the client itself when it acts for nobody
 * @param audience {@code aud}, never empty: the resource servers
 * @param client {@code client_id}
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 * @param id {@code jti}
 * @param scope {@code scope}, as single words; empty when it is not said
 * @param authenticatedAt {@code auth_time}; null when it is not said
 * @param authenticationClass {@code acr}; null when it is not said
 * @param keyThumbprint {@code cnf.jkt}: the key that the client must prove to hold (RFC 9449, 6.1); null when the token is for whoever
 *     has it
 * @param education the education claims
 * @param others all other claims, as they are written, in their order
 */
public record AccessToken(
        String issuer,
        String subject,
        List<String> audience,
        String client,
        Instant issuedAt,
        Instant expiresAt,
        String id,
        Set<String> scope,
        @Nullable Instant authenticatedAt,
        @Nullable String authenticationClass,
        @Nullable String keyThumbprint,
        EducationClaims education,
        Map<String, RawJson> others) {

    /** Copies the collections. */
    public AccessToken {
        audience = List.copyOf(audience);
        scope = Collections.unmodifiableSet(new LinkedHashSet<>(scope));
        others = Ordered.copy(others);
    }

    /** Whether the scope has a word. */
    public boolean permits(String word) {
        return scope.contains(word);
    }

    /** What an issuer is to let a client do; {@link TokenIssuer} adds who issues it, when, and an id. */
    public static Draft draft(String subject, String client, String audience) {
        return new Draft(subject, client, List.of(audience));
    }

    /** The issuer, the client, the times and the scope. */
    @Override
    public String toString() {
        return "AccessToken[" + issuer + ", " + client + ", " + issuedAt + " to " + expiresAt + ", " + scope + "]";
    }

    /** An access token that is not issued yet. Not thread-safe. */
    public static final class Draft {

        final String subject;
        final String client;
        final List<String> audience;
        final Set<String> scope = new LinkedHashSet<>();
        final Map<String, RawJson> others = new LinkedHashMap<>();

        @Nullable
        Instant authenticatedAt;

        @Nullable
        String authenticationClass;

        @Nullable
        String keyThumbprint;

        EducationClaims education = EducationClaims.none();

        private Draft(String subject, String client, List<String> audience) {
            this.subject = subject;
            this.client = client;
            this.audience = audience;
        }

        /**
         * Adds words to the scope (RFC 6749, 3.3).
         *
         * @throws IllegalArgumentException when one is empty or has a space, a quotation mark or a backslash
         */
        public Draft scope(String... words) {
            for (String word : words) {
                if (!Scopes.isWord(word)) {
                    throw new IllegalArgumentException(
                            "a word of a scope is printable ASCII without space, quotation mark and backslash, not \""
                                    + word + "\"");
                }
                scope.add(word);
            }
            return this;
        }

        /** When the person signed in ({@code auth_time}). */
        public Draft authenticatedAt(Instant value) {
            this.authenticatedAt = value;
            return this;
        }

        /** How sure the sign-in was ({@code acr}). */
        public Draft authenticationClass(String value) {
            this.authenticationClass = value;
            return this;
        }

        /** The key that the client must prove to hold, by its thumbprint ({@code cnf.jkt}). */
        public Draft boundTo(String keyThumbprint) {
            this.keyThumbprint = keyThumbprint;
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
