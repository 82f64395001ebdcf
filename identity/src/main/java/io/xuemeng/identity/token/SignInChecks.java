package io.xuemeng.identity.token;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.claims.Claims;
import io.xuemeng.identity.claims.SecretText;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds an ID token against the sign-in that was asked for: how long ago, how well, and along with which code and access token. */
final class SignInChecks {

    private final SignIn signIn;
    private final Claims claims;

    SignInChecks(SignIn signIn, Claims claims) {
        this.signIn = signIn;
        this.claims = claims;
    }

    void checkAge(@Nullable Instant authenticatedAt, Instant now, Duration skew) {
        Duration maxAge = signIn.maxAge();
        if (maxAge == null) {
            return;
        }
        if (authenticatedAt == null) {
            if (!claims.has("auth_time")) {
                claims.report(TokenRequirement.AUTHENTICATION_TIME_PRESENT, "auth_time");
            }
        } else if (now.isAfter(authenticatedAt.plus(maxAge).plus(skew))) {
            claims.report(
                    Finding.of(TokenRequirement.AUTHENTICATION_RECENT)
                            .with(
                                    "found",
                                    Duration.between(authenticatedAt, now).toSeconds())
                            .with("limit", maxAge.toSeconds()),
                    "auth_time");
        }
    }

    void checkClass(@Nullable String found) {
        Set<String> wanted = signIn.authenticationClasses();
        if (!wanted.isEmpty() && (found == null || !wanted.contains(found))) {
            claims.report(
                    Finding.of(TokenRequirement.AUTHENTICATION_CLASS)
                            .with("found", found == null ? "-" : found)
                            .with("expected", wanted),
                    "acr");
        }
    }

    /** A token need not say which access token came with it, but must say which code (OpenID Connect Core 1.0, 3.3.2.11). */
    void checkHashes(DigestAlgorithm digest) {
        checkHash("at_hash", signIn.accessToken(), false, digest, TokenRequirement.ACCESS_TOKEN_HASH);
        checkHash("c_hash", signIn.code(), true, digest, TokenRequirement.CODE_HASH);
    }

    private void checkHash(
            String name, @Nullable String value, boolean needed, DigestAlgorithm digest, TokenRequirement requirement) {
        String found = claims.text(name);
        if (value == null) {
            return;
        }
        boolean good = found == null ? !needed : SecretText.matches(HalfHash.of(digest, value), found);
        if (!good) {
            claims.report(requirement, name);
        }
    }
}
