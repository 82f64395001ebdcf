package io.xuemeng.identity.session;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signing out by browser (OpenID Connect RP-Initiated Logout 1.0): both sides. A request it accepts comes, if it says so, from a client
 * that this issuer once issued the ID token to, and leads back only to an address of that client's own. Thread-safe.
 */
public final class LogoutEndpoint {

    private final TokenVerifier ownTokens;
    private final Function<String, Collection<String>> addresses;

    private LogoutEndpoint(TokenVerifier ownTokens, Function<String, Collection<String>> addresses) {
        this.ownTokens = ownTokens;
        this.addresses = addresses;
    }

    /**
     * The issuer's side.
     *
     * @param ownTokens verifies tokens that the issuer itself issued
     * @param addresses the {@code post_logout_redirect_uris} of a client; empty for one that is not known
     */
    public static LogoutEndpoint of(TokenVerifier ownTokens, Function<String, Collection<String>> addresses) {
        return new LogoutEndpoint(ownTokens, addresses);
    }

    /** Where a client sends somebody to sign out. */
    public static URI address(URI endSessionEndpoint, String idTokenHint, URI returnTo, String state) {
        return URI.create(endSessionEndpoint
                + (endSessionEndpoint.getRawQuery() == null ? "?" : "&")
                + "id_token_hint=" + encoded(idTokenHint)
                + "&post_logout_redirect_uri=" + encoded(returnTo.toString())
                + "&state=" + encoded(state));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Verifies a request by its parameters, each once. */
    public Verified<LogoutRequest> verify(Map<String, String> parameters) {
        String hint = parameters.get("id_token_hint");
        String client = parameters.get("client_id");
        IdToken token = null;
        if (hint != null) {
            Verified<IdToken> verified = ownTokens.verifyHint(hint);
            if (!verified.isAccepted()) {
                return Verified.refused(verified.findings());
            }
            token = verified.orElseThrow();
            if (client != null && !token.audience().contains(client)) {
                return refused(Finding.of(SessionRequirement.LOGOUT_CLIENT).with("found", client), "client_id");
            }
            client = client != null ? client : party(token);
        }
        String address = parameters.get("post_logout_redirect_uri");
        URI returnTo = null;
        if (address != null) {
            if (client == null) {
                return refused(Finding.of(SessionRequirement.LOGOUT_CLIENT).with("found", "-"), "client_id");
            }
            if (!addresses.apply(client).contains(address)) {
                return refused(
                        Finding.of(SessionRequirement.LOGOUT_REDIRECT).with("found", address),
                        "post_logout_redirect_uri");
            }
            returnTo = withState(address, parameters.get("state"));
        }
        return Verified.accepted(new LogoutRequest(
                client, token == null ? null : token.subject(), token == null ? null : token.session(), returnTo));
    }

    private static @Nullable String party(IdToken token) {
        if (token.authorizedParty() != null) {
            return token.authorizedParty();
        }
        return token.audience().size() == 1 ? token.audience().get(0) : null;
    }

    private static URI withState(String address, @Nullable String state) {
        URI uri = URI.create(address);
        return state == null
                ? uri
                : URI.create(address + (uri.getRawQuery() == null ? "?" : "&") + "state=" + encoded(state));
    }

    private static Verified<LogoutRequest> refused(Finding.Builder finding, String name) {
        return Verified.refused(
                List.of(finding.at(Location.at(null, "/" + name, 0, 0)).build()));
    }
}
