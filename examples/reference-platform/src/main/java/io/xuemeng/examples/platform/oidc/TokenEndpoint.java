package io.xuemeng.examples.platform.oidc;

import io.javalin.http.Context;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.examples.platform.federation.BusyException;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.identity.federation.AutomaticRegistration;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.token.Verified;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives tokens to clients that prove who they are (RFC 6749, 3.2): a platform of the federation by a signature, for the code it was
 * given ({@code private_key_jwt}); a system that is known here by its secret, for itself ({@code client_credentials}). There are no
 * refresh tokens: a session at the issuer is as long as a school day, and signs in again without asking.
 */
final class TokenEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final AutomaticRegistration registration;
    private final KnownClients knownClients;
    private final Codes codes;
    private final Tokens tokens;

    TokenEndpoint(AutomaticRegistration registration, KnownClients knownClients, Codes codes, Tokens tokens) {
        this.registration = registration;
        this.knownClients = knownClients;
        this.codes = codes;
        this.tokens = tokens;
    }

    void handle(Context context) throws SigningException {
        Map<String, String> form = Parameters.ofForm(context).orElse(Map.of());
        if (!context.queryParamMap().isEmpty()) {
            // What stands in an address stands in logs.
            refuse(context, 400, "invalid_request");
            return;
        }
        switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> code(context, form);
            case "client_credentials" -> credentials(context, form);
            case "" -> refuse(context, 400, "invalid_request");
            default -> refuse(context, 400, "unsupported_grant_type");
        }
    }

    private void code(Context context, Map<String, String> form) throws SigningException {
        Optional<String> client;
        try {
            client = authenticate(form);
        } catch (BusyException e) {
            LOG.warn("a client was turned away: {}", e.getMessage());
            context.header("Retry-After", Integer.toString(BusyException.RETRY_AFTER_SECONDS));
            refuse(context, 503, "temporarily_unavailable");
            return;
        }
        if (client.isEmpty()) {
            refuse(context, 401, "invalid_client");
            return;
        }
        codes.redeem(
                        form.getOrDefault("code", ""),
                        client.get(),
                        form.getOrDefault("redirect_uri", ""),
                        form.getOrDefault("code_verifier", ""))
                .ifPresentOrElse(
                        issued -> answer(context, issued.accessToken(), issued.idToken(), issued.scope()),
                        () -> refuse(context, 400, "invalid_grant"));
    }

    private Optional<String> authenticate(Map<String, String> form) {
        @Nullable String assertion = form.get("client_assertion");
        if (assertion == null || !ASSERTION_TYPE.equals(form.get("client_assertion_type"))) {
            return Optional.empty();
        }
        Verified<TrustChain> verified = registration.authenticate(assertion);
        if (!verified.isAccepted()) {
            LOG.atWarn().addKeyValue("findings", verified.findings()).log("a client's assertion was refused");
            return Optional.empty();
        }
        String client = verified.orElseThrow().subject();
        return Optional.of(client).filter(found -> found.equals(form.getOrDefault("client_id", found)));
    }

    private void credentials(Context context, Map<String, String> form) throws SigningException {
        KnownClients.Attempt attempt = knownClients.authenticate(context.header("Authorization"), context.ip());
        @Nullable String client = attempt.client();
        if (!attempt.isLookedAt()) {
            context.header("Retry-After", attempt.retryAfter());
            refuse(context, 429, "invalid_client");
            return;
        }
        if (client == null) {
            context.header("WWW-Authenticate", "Basic realm=\"token\", charset=\"UTF-8\"");
            refuse(context, 401, "invalid_client");
            return;
        }
        Set<String> scope = tokens.grantable(client, form.getOrDefault("scope", ""));
        if (scope.isEmpty()) {
            refuse(context, 400, "invalid_scope");
            return;
        }
        answer(context, tokens.accessToken(client, scope), null, scope);
    }

    private static void answer(Context context, String accessToken, @Nullable String idToken, Set<String> scope) {
        Pages.secureAnswer(context);
        context.contentType("application/json")
                .result(JsonWriter.compact(out -> out.startObject()
                        .member("access_token", accessToken)
                        .member("token_type", "Bearer")
                        .name("expires_in")
                        .value(Tokens.ACCESS_LIFETIME.toSeconds())
                        .member("scope", String.join(" ", scope))
                        .member("id_token", idToken)
                        .endObject()));
    }

    /** Says which kind of error it is and nothing more: the rest is in the log. */
    private static void refuse(Context context, int status, String error) {
        Pages.secureAnswer(context);
        context.status(status)
                .contentType("application/json")
                .result(JsonWriter.compact(
                        out -> out.startObject().member("error", error).endObject()));
    }
}
