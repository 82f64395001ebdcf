package io.xuemeng.examples.platform.relyingparty;

import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.identity.federation.ClientTokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exchanges a code for tokens, at the issuer's token endpoint (OpenID Connect Core 1.0, 3.1.3). Thread-safe. */
final class CodeExchange {

    /** What the issuer gave; not verified yet. */
    record Tokens(String idToken, String accessToken) {

        @Override
        public String toString() {
            return "Tokens";
        }
    }

    private final Entity entity;
    private final ClientTokens client;

    CodeExchange(Entity entity, ClientTokens client) {
        this.entity = entity;
        this.client = client;
    }

    /**
     * Exchanges a code.
     *
     * @throws IOException when the issuer does not answer, or not with tokens
     */
    Tokens exchange(Issuer issuer, String code, String redirectUri, String codeVerifier)
            throws IOException, SigningException {
        URI endpoint = issuer.endpoint("token_endpoint")
                .orElseThrow(() -> new IOException("the issuer has no token endpoint"));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", codeVerifier);
        form.put("client_id", entity.id());
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", client.assertion(issuer.id()));
        Fetched answer = entity.fetcher()
                .post(endpoint, Parameters.FORM, Parameters.encode(form).getBytes(StandardCharsets.US_ASCII));
        Map<String, String> members = strings(answer.body());
        @Nullable String idToken = members.get("id_token");
        @Nullable String accessToken = members.get("access_token");
        if (!answer.isOk() || idToken == null || accessToken == null) {
            throw new IOException("the token endpoint answered with status " + answer.status() + " and error "
                    + members.getOrDefault("error", "-"));
        }
        return new Tokens(idToken, accessToken);
    }

    /** The members of an object that are strings. */
    private static Map<String, String> strings(byte[] body) throws IOException {
        Map<String, String> strings = new HashMap<>();
        try (JsonReader json = JsonReader.open(body, "token response", Limits.defaults(), finding -> {})) {
            if (json.next() == JsonEvent.START_OBJECT) {
                while (json.nextMember()) {
                    String name = json.name();
                    if (json.next() == JsonEvent.STRING) {
                        strings.put(name, json.text());
                    } else {
                        json.skipValue();
                    }
                }
            }
        } catch (UnreadableJsonException e) {
            throw new IOException("the token endpoint did not answer with JSON", e);
        }
        return strings;
    }
}
