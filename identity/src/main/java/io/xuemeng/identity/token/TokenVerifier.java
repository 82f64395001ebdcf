package io.xuemeng.identity.token;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwkSource;
import io.xuemeng.core.jose.JwsHeader;
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.core.jose.JwsVerifier;
import io.xuemeng.core.jose.Sm2Profile;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.UnverifiedPayload;
import io.xuemeng.identity.claims.Validity;
import io.xuemeng.identity.keys.KeysUnavailableException;
import io.xuemeng.identity.keys.ReplayGuard;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the tokens of one issuer for one audience. It guarantees that a token it accepts was signed by the issuer, byte for byte, with
 * an algorithm that was agreed on; that it is of the kind asked for, for this audience, and in force; and that it says everything, in
 * the right form, which its record has (RFC 7519, RFC 8725, RFC 9068, OpenID Connect Core 1.0). Build one for each issuer and share it
 * between threads.
 *
 * <pre>{@code
 * var verifier = TokenVerifier.forIssuer("https://hub.example.cn")
 *         .keys(RemoteJwkSource.forIssuer("https://hub.example.cn").build())
 *         .audience("https://platform.example.cn")
 *         .build();
 * Verified<IdToken> verified = verifier.verify(compact);
 * }</pre>
 */
public final class TokenVerifier {

    private final JwsVerifier jws;
    private final TokenChecks checks;
    private final Limits limits;

    private TokenVerifier(JwsVerifier jws, TokenChecks checks, Limits limits) {
        this.jws = jws;
        this.checks = checks;
        this.limits = limits;
    }

    /** A builder for a verifier of an issuer's tokens; the issuer is compared character by character. */
    public static Builder forIssuer(String issuer) {
        return new Builder(issuer);
    }

    /**
     * Whom a token says it is from, so that whoever takes tokens of several issuers can choose the verifier. Nobody has verified that:
     * it counts once that verifier has accepted the token, and before that it is anybody's word, and no address to fetch from.
     *
     * @return {@code iss}; empty when the token has not the form of one, or does not say it
     */
    public static Optional<String> claimedIssuer(CharSequence compact) {
        Limits limits = Limits.defaults();
        byte[] payload = UnverifiedPayload.of(compact.toString(), limits);
        if (payload == null) {
            return Optional.empty();
        }
        FindingCollector findings = new FindingCollector();
        Claims claims = Claims.read(payload, Set.of("iss"), limits, findings);
        String issuer = claims == null ? null : claims.text("iss");
        return findings.isEmpty() ? Optional.ofNullable(issuer) : Optional.empty();
    }

    /** Verifies an ID token for which no request is known, such as one that was kept as a hint. */
    public Verified<IdToken> verify(CharSequence compact) {
        return verify(compact, SignIn.any());
    }

    /**
     * Verifies the ID token that came of a sign-in.
     *
     * @param compact the token, alone
     * @param signIn what was asked for and what came beside it
     */
    public Verified<IdToken> verify(CharSequence compact, SignIn signIn) {
        return verify(compact, TokenType.ID, token -> checks.idToken(token.claims(), token.header(), signIn, false));
    }

    /**
     * Verifies that an ID token is one that this issuer issued once, to whomever, as a client hands it back for a hint at whom to sign
     * out (OpenID Connect RP-Initiated Logout 1.0, 2). It may have ended, and may be for any audience: it signs nobody in.
     */
    public Verified<IdToken> verifyHint(CharSequence compact) {
        return verify(
                compact, TokenType.ID, token -> checks.idToken(token.claims(), token.header(), SignIn.any(), true));
    }

    /** Verifies an access token (RFC 9068). One that is bound to a key needs the proof of it besides. */
    public Verified<AccessToken> verifyAccess(CharSequence compact) {
        return verify(compact, TokenType.ACCESS, token -> checks.accessToken(token.claims()));
    }

    /** Verifies a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6). */
    public Verified<LogoutToken> verifyLogout(CharSequence compact) {
        return verify(compact, TokenType.LOGOUT, token -> checks.logoutToken(token.claims()));
    }

    private record Signed(JwsHeader header, Claims claims) {}

    private <T> Verified<T> verify(CharSequence compact, TokenType type, Function<Signed, @Nullable T> reading) {
        JwsResult result;
        try {
            result = jws.verify(compact);
        } catch (KeysUnavailableException e) {
            return Verified.refused(e.findings());
        }
        if (!(result instanceof JwsResult.Verified verified)) {
            return Verified.refused(result.findings());
        }
        FindingCollector findings = new FindingCollector();
        type.check(verified.header(), findings);
        Claims claims = Claims.read(verified.payload(), type.known(), limits, findings);
        if (claims == null) {
            return Verified.refused(findings.findings());
        }
        T record = reading.apply(new Signed(verified.header(), claims));
        if (record == null || !findings.isEmpty()) {
            return Verified.refused(findings.findings());
        }
        return Verified.accepted(record);
    }

    /** Builds a verifier. Not thread-safe. */
    public static final class Builder {

        final String issuer;
        final Set<String> trustedAudiences = new LinkedHashSet<>();
        final Set<String> requiredClaims = new LinkedHashSet<>();
        final Set<String> claimsWithPersonalData = new LinkedHashSet<>();
        private Set<SignatureAlgorithm> algorithms =
                EnumSet.of(SignatureAlgorithm.ES256, SignatureAlgorithm.PS256, SignatureAlgorithm.ED25519);
        private @Nullable JwkSource keys;
        private Sm2Profile sm2 = Sm2Profile.declared();
        private Limits limits = Limits.defaults();
        private Clock clock = Clock.systemUTC();
        private Duration skew = Duration.ofSeconds(60);

        @Nullable
        String audience;

        @Nullable
        ReplayGuard replayGuard;

        Duration longestLifetime = Duration.ofDays(1);
        boolean singleUse;

        private Builder(String issuer) {
            if (issuer.isEmpty()) {
                throw new IllegalArgumentException("an issuer is not empty");
            }
            this.issuer = issuer;
        }

        /** The issuer's keys, which change while the verifier lives. */
        public Builder keys(JwkSource value) {
            this.keys = value;
            return this;
        }

        /** The issuer's keys, for good. */
        public Builder keys(JwkSet value) {
            this.keys = header -> value;
            return this;
        }

        /**
         * The algorithms that are agreed on, and no others. {@code ES256}, {@code PS256} and {@code EdDSA} unless given; SM2 and, for
         * older platforms, {@code RS256} are to be named.
         */
        public Builder algorithms(SignatureAlgorithm first, SignatureAlgorithm... others) {
            this.algorithms = EnumSet.of(first, others);
            return this;
        }

        /** Whom the tokens are for, as they must say under {@code aud}: the client's id, or the address of the resource server. */
        public Builder audience(String value) {
            this.audience = value;
            return this;
        }

        /** Audiences that may stand beside; none unless given. */
        public Builder trustedAudiences(String... values) {
            trustedAudiences.addAll(Set.of(values));
            return this;
        }

        /** How far the issuer's clock may be from this one: zero to five minutes, 60 seconds unless given. */
        public Builder skew(Duration value) {
            this.skew = value;
            return this;
        }

        /** What time it is; the system's clock unless given. */
        public Builder clock(Clock value) {
            this.clock = value;
            return this;
        }

        /** How long a token may live at most, from {@code iat} to {@code exp}; a day unless given. */
        public Builder longestLifetime(Duration value) {
            this.longestLifetime = value;
            return this;
        }

        /** Claims that must be there, whatever they say. */
        public Builder requiredClaims(String... names) {
            requiredClaims.addAll(Set.of(names));
            return this;
        }

        /**
         * Lets no nonce of a sign-in and no logout token pass twice. Give one to every verifier of ID tokens for sign-in and of logout
         * tokens.
         */
        public Builder replayGuard(ReplayGuard value) {
            this.replayGuard = value;
            return this;
        }

        /** Takes each ID token and each access token once, by its {@code jti}, which must be there; needs a replay guard. */
        public Builder singleUse() {
            this.singleUse = true;
            return this;
        }

        /** Claims beside the registered ones that may hold personal data, because that was agreed on; none unless given. */
        public Builder personalDataAllowedIn(String... names) {
            claimsWithPersonalData.addAll(Set.of(names));
            return this;
        }

        /** Takes other spellings of SM2 than the declared one. */
        public Builder sm2(Sm2Profile value) {
            this.sm2 = value;
            return this;
        }

        /** Takes other limits. */
        public Builder limits(Limits value) {
            this.limits = value;
            return this;
        }

        /**
         * The verifier.
         *
         * @throws IllegalStateException when keys or the audience are missing, or single use is asked for without a replay guard
         */
        public TokenVerifier build() {
            if (keys == null || audience == null || audience.isEmpty()) {
                throw new IllegalStateException("a verifier needs the issuer's keys and its own audience");
            }
            if (singleUse && replayGuard == null) {
                throw new IllegalStateException("single use needs a replay guard to remember what came");
            }
            JwsVerifier jws = JwsVerifier.allowing(algorithms)
                    .keys(keys)
                    .sm2(sm2)
                    .limits(limits)
                    .build();
            return new TokenVerifier(jws, new TokenChecks(this, audience, new Validity(clock, skew)), limits);
        }
    }
}
