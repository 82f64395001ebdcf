package io.xuemeng.identity.session;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.claims.SecretText;
import io.xuemeng.identity.token.Verified;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Somebody who was sent to an issuer to sign in and has not come back yet: 登录请求. Keep it with the browser's session, on the server. It
 * guarantees that an answer it accepts comes from this issuer, for this browser, in time (RFC 6749, RFC 7636, RFC 9207). Immutable;
 * {@code toString} keeps the secrets.
 *
 * <pre>{@code
 * PendingSignIn pending = PendingSignIn.start("https://hub.example.cn", random, clock.instant());
 * // redirect with pending.state(), pending.nonce(), pending.codeChallenge()
 * Verified<String> code = pending.accept(parameters, clock.instant());
 * // exchange the code with pending.codeVerifier(), then verifier.verify(idToken, SignIn.withNonce(pending.nonce()))
 * }</pre>
 *
 * @param issuer who was asked
 * @param state the parameter {@code state}
 * @param nonce the parameter {@code nonce}
 * @param codeVerifier the parameter {@code code_verifier}, for the token request only
 * @param startedAt when the person was sent away
 */
public record PendingSignIn(String issuer, String state, String nonce, String codeVerifier, Instant startedAt) {

    /** How long somebody may take to sign in. */
    public static final Duration TIME_LIMIT = Duration.ofMinutes(10);

    private static final int RANDOM_BYTES = 32;

    /** A new one, with 256 random bits for each of its secrets. */
    public static PendingSignIn start(String issuer, SecureRandom random, Instant now) {
        return new PendingSignIn(issuer, secret(random), secret(random), secret(random), now);
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The parameter {@code code_challenge}, by the method {@code S256} (RFC 7636, 4.2). */
    public String codeChallenge() {
        return ProofKey.challenge(codeVerifier);
    }

    /**
     * Accepts what the browser came back with.
     *
     * @param parameters those of the redirection, each once
     * @return the code to exchange
     */
    public Verified<String> accept(Map<String, String> parameters, Instant now) {
        String foundState = parameters.get("state");
        if (foundState == null || !SecretText.matches(state, foundState)) {
            // Whose answer it is comes first: nothing else of somebody else's answer is looked at.
            return refused(Finding.of(SessionRequirement.STATE), "state");
        }
        String foundIssuer = parameters.get("iss");
        if (foundIssuer != null && !foundIssuer.equals(issuer)) {
            return refused(
                    Finding.of(SessionRequirement.ANSWERING_ISSUER)
                            .with("found", foundIssuer)
                            .with("expected", issuer),
                    "iss");
        }
        if (now.isAfter(startedAt.plus(TIME_LIMIT))) {
            return refused(Finding.of(SessionRequirement.IN_TIME).with("limit", TIME_LIMIT.toSeconds()), "state");
        }
        String error = parameters.get("error");
        if (error != null) {
            return refused(Finding.of(SessionRequirement.NO_ERROR).with("found", error), "error");
        }
        String code = parameters.get("code");
        return code == null || code.isEmpty()
                ? refused(Finding.of(SessionRequirement.CODE), "code")
                : Verified.accepted(code);
    }

    private static Verified<String> refused(Finding.Builder finding, String name) {
        return Verified.refused(
                List.of(finding.at(Location.at(null, "/" + name, 0, 0)).build()));
    }

    /**
     * The same from an issuer that always says who answers, as its metadata tell ({@code
     * authorization_response_iss_parameter_supported}): an answer that does not say is refused.
     */
    public Verified<String> acceptFromIssuerThatNamesItself(Map<String, String> parameters, Instant now) {
        if (parameters.get("iss") == null) {
            return refused(
                    Finding.of(SessionRequirement.ANSWERING_ISSUER)
                            .with("found", "-")
                            .with("expected", issuer),
                    "iss");
        }
        return accept(parameters, now);
    }

    /** The issuer and the time. */
    @Override
    public String toString() {
        return "PendingSignIn[" + issuer + ", " + startedAt + "]";
    }
}
