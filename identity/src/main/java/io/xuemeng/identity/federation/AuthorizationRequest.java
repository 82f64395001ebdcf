package io.xuemeng.identity.federation;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.claims.RawMembers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A client's request to have somebody signed in, verified (OpenID Federation 1.0, 12.1.1). Immutable.
 *
 * @param client the client's entity identifier
 * @param redirectUri where the answer goes: one of the client's own addresses
 * @param chain why the client is trusted, and its metadata
 * @param parameters all parameters of the request object, as they are written; those of the address count for nothing
 */
public record AuthorizationRequest(
        String client, String redirectUri, TrustChain chain, Map<String, RawJson> parameters) {

    /** Copies the parameters. */
    public AuthorizationRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A parameter that is a string, such as {@code state} or {@code nonce}; empty when there is none or it is something else. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(RawMembers.text(parameters.get(name)));
    }
}
