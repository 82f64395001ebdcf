package io.xuemeng.identity.token;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwsSigner;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.identity.claims.ClaimRequirement;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.Subjects;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Issues tokens with one key. It issues nothing that breaks the requirements which its own verifiers hold tokens to: no personal data, no
 * subject that is none. Build one for each key and share it between threads.
 *
 * <pre>{@code
 * TokenIssuer issuer = TokenIssuer.of("https://hub.example.cn").signer(key, "2026-09").build();
 * String idToken = issuer.issue(IdToken.draft(subject, client).nonce(nonce).education(EducationClaims.of(EducationRole.TEACHER)));
 * }</pre>
 */
public final class TokenIssuer {

    private static final int ID_BYTES = 16;

    private final String issuer;
    private final Signer signer;
    private final JwsSigner idTokens;
    private final JwsSigner accessTokens;
    private final JwsSigner logoutTokens;
    private final Clock clock;
    private final SecureRandom random;
    private final Duration idTokenLifetime;
    private final Duration accessTokenLifetime;

    private TokenIssuer(Builder builder, Signer signer, String keyId) {
        this.issuer = builder.issuer;
        this.signer = signer;
        this.idTokens = signer(signer, keyId, TokenType.ID);
        this.accessTokens = signer(signer, keyId, TokenType.ACCESS);
        this.logoutTokens = signer(signer, keyId, TokenType.LOGOUT);
        this.clock = builder.clock;
        this.random = builder.random;
        this.idTokenLifetime = builder.idTokenLifetime;
        this.accessTokenLifetime = builder.accessTokenLifetime;
    }

    private static JwsSigner signer(Signer signer, String keyId, TokenType type) {
        return JwsSigner.with(signer).keyId(keyId).type(type.type()).build();
    }

    /** A builder for an issuer, by the name its tokens have under {@code iss}. */
    public static Builder of(String issuer) {
        return new Builder(issuer);
    }

    /** The name its tokens have under {@code iss}. */
    public String issuer() {
        return issuer;
    }

    /**
     * Issues an ID token.
     *
     * @throws UnissuableTokenException when a verifier would have to refuse what it says
     * @throws SigningException when no signature could be made
     */
    public String issue(IdToken.Draft draft) throws SigningException {
        Instant now = clock.instant();
        byte[] payload = JsonWriter.compact(out -> {
            start(out, draft.subject, draft.audience, now, idTokenLifetime);
            date(out, "auth_time", draft.authenticatedAt);
            out.member("nonce", draft.nonce).member("acr", draft.authenticationClass);
            texts(out, "amr", draft.authenticationMethods);
            out.member("sid", draft.session);
            hash(out, "at_hash", draft.accessToken);
            hash(out, "c_hash", draft.code);
            draft.education.writeTo(out);
            end(out, draft.others);
        });
        return sign(idTokens, payload, TokenType.ID, draft.subject);
    }

    /**
     * Issues an access token.
     *
     * @throws UnissuableTokenException when a verifier would have to refuse what it says
     * @throws SigningException when no signature could be made
     */
    public String issue(AccessToken.Draft draft) throws SigningException {
        Instant now = clock.instant();
        byte[] payload = JsonWriter.compact(out -> {
            start(out, draft.subject, draft.audience, now, accessTokenLifetime);
            out.member("client_id", draft.client)
                    .member("scope", draft.scope.isEmpty() ? null : String.join(" ", draft.scope));
            date(out, "auth_time", draft.authenticatedAt);
            out.member("acr", draft.authenticationClass);
            if (draft.keyThumbprint != null) {
                out.name("cnf").startObject().member("jkt", draft.keyThumbprint).endObject();
            }
            draft.education.writeTo(out);
            end(out, draft.others);
        });
        return sign(accessTokens, payload, TokenType.ACCESS, draft.subject);
    }

    /**
     * Issues a logout token, good for two minutes (OpenID Connect Back-Channel Logout 1.0, 2.4).
     *
     * @param subject whose session ends
     * @param session the session as ID tokens call it ({@code sid}); null for all of the subject's
     * @param audience the client that is told
     * @throws SigningException when no signature could be made
     */
    public String issueLogout(String subject, @Nullable String session, String audience) throws SigningException {
        Instant now = clock.instant();
        byte[] payload = JsonWriter.compact(out -> {
            start(out, subject, List.of(audience), now, Duration.ofMinutes(2));
            out.member("sid", session)
                    .name("events")
                    .startObject()
                    .name("http://schemas.openid.net/event/backchannel-logout")
                    .startObject()
                    .endObject()
                    .endObject();
            end(out, Map.of());
        });
        return sign(logoutTokens, payload, TokenType.LOGOUT, subject);
    }

    private void start(JsonWriter out, String subject, List<String> audience, Instant now, Duration lifetime) {
        out.startObject().member("iss", issuer).member("sub", subject);
        if (audience.size() == 1) {
            out.member("aud", audience.get(0));
        } else {
            texts(out, "aud", audience);
        }
        date(out, "iat", now);
        date(out, "exp", now.plus(lifetime));
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        out.member("jti", Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    }

    private static void end(JsonWriter out, Map<String, RawJson> others) {
        others.forEach(out::member);
        out.endObject();
    }

    private static void date(JsonWriter out, String name, @Nullable Instant date) {
        if (date != null) {
            out.name(name).value(date.getEpochSecond());
        }
    }

    private static void texts(JsonWriter out, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            out.name(name).startArray();
            texts.forEach(out::value);
            out.endArray();
        }
    }

    private void hash(JsonWriter out, String name, @Nullable String value) {
        if (value != null) {
            out.member(name, HalfHash.of(signer.algorithm().digest(), value));
        }
    }

    /** Reads the claims again as a verifier does: a further claim may repeat one of ours, or hold what it must not. */
    private static String sign(JwsSigner signer, byte[] payload, TokenType type, String subject)
            throws SigningException {
        FindingCollector findings = new FindingCollector();
        Claims claims = Claims.read(payload, type.known(), Limits.defaults(), findings);
        if (claims != null) {
            if (!Subjects.isValid(subject)) {
                claims.report(
                        Finding.of(ClaimRequirement.SUBJECT_LENGTH)
                                .with("length", subject.length())
                                .with("limit", Subjects.MAX_LENGTH),
                        "sub");
            }
            Consumer<String> harmless = name -> claims.forbidPersonalData(name, claims.text(name));
            Set.of("sub", "acr", "scope").stream()
                    .filter(type.known()::contains)
                    .forEach(harmless);
            claims.forbidPersonalDataInOthers(Set.of());
        }
        if (!findings.isEmpty()) {
            throw new UnissuableTokenException(findings.findings());
        }
        return signer.sign(payload);
    }

    /** Builds an issuer. Not thread-safe. */
    public static final class Builder {

        private final String issuer;
        private @Nullable Signer signer;
        private @Nullable String keyId;
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private Duration idTokenLifetime = Duration.ofMinutes(5);
        private Duration accessTokenLifetime = Duration.ofMinutes(10);

        private Builder(String issuer) {
            this.issuer = issuer;
        }

        /** The key that signs, and its name ({@code kid}) in the published set. */
        public Builder signer(Signer value, String keyId) {
            this.signer = value;
            this.keyId = keyId;
            return this;
        }

        /** What time it is; the system's clock unless given. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /** Where the ids of tokens come from. */
        public Builder random(SecureRandom value) {
            this.random = value;
            return this;
        }

        /** How long ID tokens are good; five minutes unless given. */
        public Builder idTokenLifetime(Duration value) {
            this.idTokenLifetime = positive(value);
            return this;
        }

        /** How long access tokens are good; ten minutes unless given. */
        public Builder accessTokenLifetime(Duration value) {
            this.accessTokenLifetime = positive(value);
            return this;
        }

        private static Duration positive(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("a lifetime is more than zero, not " + value);
            }
            return value;
        }

        /**
         * The issuer.
         *
         * @throws IllegalStateException when there is no key
         */
        public TokenIssuer build() {
            if (signer == null || keyId == null) {
                throw new IllegalStateException("an issuer needs a key to sign with, and its name");
            }
            return new TokenIssuer(this, signer, keyId);
        }
    }
}
