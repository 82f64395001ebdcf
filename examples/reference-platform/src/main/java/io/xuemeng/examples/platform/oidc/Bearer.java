package io.xuemeng.examples.platform.oidc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens as requests show them (RFC 6750, 2.1). Those in forms and addresses are not taken: they end up in logs. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token of an {@code Authorization} header; empty when it has none. */
    public static Optional<String> token(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
