package io.xuemeng.identity.token;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for when somebody was sent to sign in, and came back beside the ID token: the token is held against it. Immutable.
 *
 * <pre>{@code
 * verifier.verify(idToken, SignIn.withNonce(nonce).accessToken(accessToken));
 * }</pre>
 */
public final class SignIn {

    private static final SignIn ANY = new SignIn(null, null, null, null, Set.of());

    private final @Nullable String nonce;
    private final @Nullable String accessToken;
    private final @Nullable String code;
    private final @Nullable Duration maxAge;
    private final Set<String> authenticationClasses;

    private SignIn(
            @Nullable String nonce,
            @Nullable String accessToken,
            @Nullable String code,
            @Nullable Duration maxAge,
            Set<String> authenticationClasses) {
        this.nonce = nonce;
        this.accessToken = accessToken;
        this.code = code;
        this.maxAge = maxAge;
        this.authenticationClasses = authenticationClasses;
    }

    /** Nothing was asked for: the token may have any nonce, or none. */
    static SignIn any() {
        return ANY;
    }

    /**
     * A sign-in with a nonce, which the token must repeat.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public static SignIn withNonce(String nonce) {
        if (nonce.isEmpty()) {
            throw new IllegalArgumentException("a nonce is not empty");
        }
        return new SignIn(nonce, null, null, null, Set.of());
    }

    /** The same with the access token that came beside the ID token: if the ID token has {@code at_hash}, it must be its hash. */
    public SignIn accessToken(String value) {
        return new SignIn(nonce, value, code, maxAge, authenticationClasses);
    }

    /** The same with the code that came beside the ID token through the browser, whose hash the token must have ({@code c_hash}). */
    public SignIn code(String value) {
        return new SignIn(nonce, accessToken, value, maxAge, authenticationClasses);
    }

    /** The same with how long ago the person may have signed in ({@code max_age}); whole seconds, zero or more. */
    public SignIn maxAge(Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("an age is zero or more, not " + value);
        }
        return new SignIn(nonce, accessToken, code, value, authenticationClasses);
    }

    /** The same with the classes of authentication of which one is needed ({@code acr}). */
    public SignIn authenticationClasses(Set<String> values) {
        return new SignIn(nonce, accessToken, code, maxAge, Set.copyOf(values));
    }

    @Nullable
    String nonce() {
        return nonce;
    }

    @Nullable
    String accessToken() {
        return accessToken;
    }

    @Nullable
    String code() {
        return code;
    }

    @Nullable
    Duration maxAge() {
        return maxAge;
    }

    Set<String> authenticationClasses() {
        return authenticationClasses;
    }

    /** What kinds of expectations there are; never the nonce, the token or the code. */
    @Override
    public String toString() {
        return "SignIn[nonce " + (nonce != null) + ", access token " + (accessToken != null) + ", code "
                + (code != null) + ", max_age " + maxAge + ", acr " + authenticationClasses + "]";
    }
}
