package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.host.Host;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.EntityStatementIssuer;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.StatementDraft;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The kit as a relying party of a federation: it publishes who it is, and a superior vouches for it. */
final class KitAsMember {

    private static final Duration LIFETIME = Duration.ofDays(1);

    private KitAsMember() {}

    /**
     * The client, whose statement is published now.
     *
     * @param refreshing whether it will use refresh tokens, and says so
     */
    static ClientTerms publish(
            Host host, SigningKey key, String superior, boolean refreshing, @Nullable LogoutInbox inbox) {
        String id = host.address("");
        String redirectUri = host.address("/callback");
        LogoutTerms logout = new LogoutTerms(host.address("/signed-out"), inbox);
        StatementDraft draft = StatementDraft.configuration(JwkSet.of(Jwk.of(key)))
                .metadata(EntityMetadata.OPENID_RELYING_PARTY, metadata(key, redirectUri, refreshing, logout))
                .metadata(EntityMetadata.FEDERATION_ENTITY, RawJson.of("{\"organization_name\":\"Xuemeng kit\"}"))
                .authorityHints(superior);
        FederationProfile profile = FederationProfile.chinese();
        EntityStatementIssuer issuer = EntityStatementIssuer.of(
                id,
                key,
                Jwk.of(key).keyId().orElseThrow(),
                id.startsWith("http:") ? profile.withHttpOnLoopback() : profile);
        try {
            host.publish("/.well-known/openid-federation", Host.Page.statement(issuer.issue(draft, LIFETIME)));
        } catch (SigningException e) {
            throw new IllegalStateException("the kit could not sign", e);
        }
        return new ClientTerms(id, redirectUri, null, key, logout);
    }

    private static RawJson metadata(SigningKey key, String redirectUri, boolean refreshing, LogoutTerms logout) {
        String keys = new String(JwkSet.of(Jwk.of(key)).toJson(), StandardCharsets.UTF_8);
        return RawJson.of(new String(
                JsonWriter.compact(out -> {
                    out.startObject()
                            .member("client_name", "Xuemeng kit")
                            .member("subject_type", "pairwise")
                            .member("token_endpoint_auth_method", "private_key_jwt")
                            .member("id_token_signed_response_alg", "ES256")
                            .member("jwks", RawJson.of(keys));
                    LogoutInbox inbox = logout.inbox();
                    if (inbox != null) {
                        out.member("backchannel_logout_uri", inbox.address())
                                .member("backchannel_logout_session_required", true);
                    }
                    list(out, "post_logout_redirect_uris", logout.returnTo());
                    list(out, "redirect_uris", redirectUri);
                    list(out, "response_types", "code");
                    out.name("grant_types").startArray().value("authorization_code");
                    if (refreshing) {
                        out.value("refresh_token");
                    }
                    out.endArray();
                    list(out, "client_registration_types", "automatic");
                    out.endObject();
                }),
                StandardCharsets.UTF_8));
    }

    private static void list(JsonWriter out, String name, String only) {
        out.name(name).startArray().value(only).endArray();
    }
}
