package io.xuemeng.identity.federation;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.jose.JwsSigner;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A client's side of automatic registration (OpenID Federation 1.0, 12.1): request objects, and assertions of who it is. Each is good
 * once, for two minutes. Immutable and thread-safe.
 */
public final class ClientTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final String client;
    private final Signer signer;
    private final String keyId;
    private final Clock clock;
    private final SecureRandom random;

    private ClientTokens(String client, Signer signer, String keyId, Clock clock, SecureRandom random) {
        this.client = client;
        this.signer = signer;
        this.keyId = keyId;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A client's tokens.
     *
     * @param client its entity identifier
     * @param signer a key of its openid_relying_party metadata, not one for the federation
     * @param keyId the key's name there
     * @param clock what time it is
     * @param random where ids come from
     */
    public static ClientTokens of(String client, Signer signer, String keyId, Clock clock, SecureRandom random) {
        return new ClientTokens(client, signer, keyId, clock, random);
    }

    /**
     * A request object for a provider.
     *
     * @param parameters those of an authentication request, such as {@code redirect_uri}, {@code scope}, {@code state}, {@code nonce}
     *     and {@code code_challenge}; {@code client_id} is added
     * @param trustChain the client's own chain, to save the provider from looking for it; empty when it is to look
     * @throws SigningException when no signature could be made
     */
    public String requestObject(String provider, Map<String, String> parameters, List<String> trustChain)
            throws SigningException {
        JwsSigner.Builder request = JwsSigner.with(signer).keyId(keyId).type("oauth-authz-req+jwt");
        if (!trustChain.isEmpty()) {
            request.member("trust_chain", RawJson.written(out -> {
                out.startArray();
                trustChain.forEach(out::value);
                out.endArray();
            }));
        }
        return request.build().sign(JsonWriter.compact(out -> {
            start(out, provider);
            out.member("client_id", client);
            parameters.forEach(out::member);
            out.endObject();
        }));
    }

    /**
     * An assertion to a provider, for the parameter {@code client_assertion}.
     *
     * @throws SigningException when no signature could be made
     */
    public String assertion(String provider) throws SigningException {
        JwsSigner assertion = JwsSigner.with(signer)
                .keyId(keyId)
                .type("client-authentication+jwt")
                .build();
        return assertion.sign(JsonWriter.compact(out -> {
            start(out, provider);
            out.member("sub", client).endObject();
        }));
    }

    private void start(JsonWriter out, String provider) {
        Instant now = clock.instant();
        byte[] id = new byte[16];
        random.nextBytes(id);
        out.startObject()
                .member("iss", client)
                .member("aud", provider)
                .member("jti", Base64.getUrlEncoder().withoutPadding().encodeToString(id))
                .name("iat")
                .value(now.getEpochSecond())
                .name("exp")
                .value(now.plus(LIFETIME).getEpochSecond());
    }
}
