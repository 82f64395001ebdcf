package io.xuemeng.examples.platform.oidc;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.lrs.server.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the issuer says it can do (OpenID Connect Discovery 1.0, 3; RFC 8414), for the discovery document and for the federation. */
final class ProviderMetadata {

    static final String AUTHORIZE = "/authorize";
    static final String TOKEN = "/token";
    static final String USER_INFO = "/userinfo";
    static final String KEYS = "/jwks";
    static final String SM2_KEYS = "/jwks/sm2";
    static final String SIGN_OUT = "/signout";
    static final String RECORDS = "/xapi";

    static final String ES256 = "ES256";
    static final String SM2 = "SGD_SM3_SM2";

    private ProviderMetadata() {}

    /** The discovery document, which names the addresses of keys. */
    static RawJson discovery(Entity entity) {
        return RawJson.written(out -> {
            out.startObject()
                    .member("jwks_uri", entity.address(KEYS))
                    // SM2 keys stand apart, because common clients fail on a set that has them; the name is private.
                    .member("sm2_jwks_uri", entity.address(SM2_KEYS));
            write(out, entity);
        });
    }

    /** The metadata in the federation, where the keys themselves stand: vouched for, and no fetch away. */
    static RawJson federation(Entity entity) {
        return RawJson.written(out -> {
            out.startObject()
                    .member(
                            "jwks",
                            RawJson.of(new String(
                                    Entity.keySet(entity.keys().provider()).toJson(), StandardCharsets.UTF_8)))
                    .member("sm2_jwks_uri", entity.address(SM2_KEYS));
            write(out, entity);
        });
    }

    private static void write(JsonWriter out, Entity entity) {
        out.member("issuer", entity.id())
                .member("organization_name", entity.settings().name())
                .member("authorization_endpoint", entity.address(AUTHORIZE))
                .member("token_endpoint", entity.address(TOKEN))
                .member("userinfo_endpoint", entity.address(USER_INFO))
                .member("end_session_endpoint", entity.address(SIGN_OUT))
                // Where its access tokens are good; a private name, as no standard has one for record stores.
                .member("xapi_endpoint", entity.address(RECORDS));
        texts(out, "scopes_supported", scopes());
        texts(out, "response_types_supported", "code");
        texts(out, "response_modes_supported", "query");
        texts(out, "grant_types_supported", "authorization_code", "client_credentials");
        texts(out, "subject_types_supported", "pairwise");
        texts(out, "id_token_signing_alg_values_supported", ES256, SM2);
        texts(out, "request_object_signing_alg_values_supported", "ES256", "PS256", "EdDSA", SM2);
        texts(out, "token_endpoint_auth_methods_supported", "private_key_jwt", "client_secret_basic");
        texts(out, "token_endpoint_auth_signing_alg_values_supported", "ES256", "PS256", "EdDSA", SM2);
        texts(out, "code_challenge_methods_supported", "S256");
        texts(out, "client_registration_types_supported", "automatic");
        texts(out, "prompt_values_supported", "none", "login");
        texts(out, "ui_locales_supported", "zh-CN", "en");
        texts(
                out,
                "claims_supported",
                "sub",
                "auth_time",
                "amr",
                "sid",
                "edu_role",
                "edu_org",
                "edu_region",
                "edu_stage",
                "edu_minor");
        out.member("request_parameter_supported", true)
                .member("request_uri_parameter_supported", false)
                .member("require_signed_request_object", true)
                .member("authorization_response_iss_parameter_supported", true)
                .member("backchannel_logout_supported", true)
                .member("backchannel_logout_session_supported", true)
                .endObject();
    }

    private static String[] scopes() {
        String[] lrs = Arrays.stream(Scope.values()).map(Scope::text).toArray(String[]::new);
        String[] all = Arrays.copyOf(lrs, lrs.length + 1);
        all[lrs.length] = Tokens.OPENID;
        return all;
    }

    private static void texts(JsonWriter out, String name, String... texts) {
        out.name(name).startArray();
        for (String text : texts) {
            out.value(text);
        }
        out.endArray();
    }
}
