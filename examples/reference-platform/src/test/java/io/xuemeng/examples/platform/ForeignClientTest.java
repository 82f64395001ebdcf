package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.federation.entities.EntityStatement;
import com.nimbusds.openid.connect.sdk.federation.entities.EntityType;
import com.nimbusds.openid.connect.sdk.federation.registration.ClientRegistrationType;
import com.nimbusds.openid.connect.sdk.federation.trust.TrustChain;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.examples.platform.federation.Entity;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that others wrote (Connect2id's) is at home here: what the issuer says and does is what the standards say. */
class ForeignClientTest {

    @TempDir
    private static Path folder;

    private static TestFederation federation;

    @BeforeAll
    static void start() throws Exception {
        federation = TestFederation.start(folder);
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    private static String get(URI address) throws Exception {
        return new HTTPRequest(HTTPRequest.Method.GET, address).send().getBody();
    }

    private static OIDCProviderMetadata provider() throws Exception {
        return OIDCProviderMetadata.parse(get(URI.create(federation.province + "/.well-known/openid-configuration")));
    }

    private static ECPrivateKey key(SigningKey key) throws Exception {
        return (ECPrivateKey)
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.privateKeyInfo()));
    }

    private static SignedJWT requestObject(JWTClaimsSet claims) throws Exception {
        SigningKey own = federation.keys("platform").client();
        SignedJWT signed = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("oauth-authz-req+jwt"))
                        .keyID(Entity.keyId(own))
                        .build(),
                claims);
        signed.sign(new ECDSASigner(key(own)));
        return signed;
    }

    @Test
    void signsSomebodyIn() throws Exception {
        ClientID client = new ClientID(federation.platform.toString());
        URI redirect = URI.create(federation.platform + "/visit/callback");
        OIDCProviderMetadata provider = provider();
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(client.getValue())
                .audience(provider.getIssuer().getValue())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", client.getValue())
                .claim("response_type", "code")
                .claim("scope", "openid")
                .claim("redirect_uri", redirect.toString())
                .claim("state", state.getValue())
                .claim("nonce", nonce.getValue())
                .claim("max_age", 3600)
                .claim(
                        "code_challenge",
                        CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                .getValue())
                .claim("code_challenge_method", "S256")
                .build();
        AuthenticationRequest request = new AuthenticationRequest.Builder(requestObject(claims), client)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .build();

        Browser browser = new Browser();
        Browser.Page form = browser.open(request.toURI());
        Browser.Page back = browser.submitUpTo(
                form,
                Map.of(
                        "account", federation.people.teacher(),
                        "password", federation.people.teacherPassword(),
                        "action", "signin"),
                redirect.toString());
        AuthenticationSuccessResponse answer =
                AuthenticationResponseParser.parse(back.way().get(0)).toSuccessResponse();
        assertThat(answer.getState()).isEqualTo(state);
        assertThat(answer.getIssuer()).isEqualTo(provider.getIssuer());

        OIDCTokenResponse tokens = exchange(provider, client, answer.getAuthorizationCode(), redirect, verifier);
        IDTokenClaimsSet idToken = new IDTokenValidator(
                        provider.getIssuer(), client, JWSAlgorithm.ES256, JWKSet.parse(get(provider.getJWKSetURI())))
                .validate(tokens.getOIDCTokens().getIDToken(), nonce);
        assertThat(idToken.getStringClaim("edu_role")).isEqualTo("teacher");
        assertThat(idToken.getSessionID()).isNotNull();
        assertThat(idToken.getAuthenticationTime()).isNotNull();
        UserInfoResponse info = UserInfoResponse.parse(new UserInfoRequest(
                        provider.getUserInfoEndpointURI(),
                        tokens.getOIDCTokens().getBearerAccessToken())
                .toHTTPRequest()
                .send());
        assertThat(info.toSuccessResponse().getUserInfo().getSubject()).isEqualTo(idToken.getSubject());
    }

    private static OIDCTokenResponse exchange(
            OIDCProviderMetadata provider, ClientID client, AuthorizationCode code, URI redirect, CodeVerifier verifier)
            throws Exception {
        SigningKey own = federation.keys("platform").client();
        PrivateKeyJWT authentication = new PrivateKeyJWT(
                new JWTAuthenticationClaimsSet(
                        client, new Audience(provider.getIssuer().getValue())),
                JWSAlgorithm.ES256,
                (PrivateKey) key(own),
                Entity.keyId(own),
                null);
        TokenRequest request = new TokenRequest.Builder(
                        provider.getTokenEndpointURI(),
                        authentication,
                        new AuthorizationCodeGrant(code, redirect, verifier))
                .build();
        return (OIDCTokenResponse)
                OIDCTokenResponseParser.parse(request.toHTTPRequest().send()).toSuccessResponse();
    }

    @Test
    void understandsWhatTheIssuerCanDo() throws Exception {
        OIDCProviderMetadata provider = provider();

        assertThat(provider.getIssuer()).isEqualTo(new Issuer(federation.province.toString()));
        assertThat(provider.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
        assertThat(provider.getIDTokenJWSAlgs()).contains(JWSAlgorithm.ES256);
        assertThat(provider.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(provider.supportsBackChannelLogout()).isTrue();
        assertThat(provider.getEndSessionEndpointURI()).isNotNull();
        assertThat(JWKSet.parse(get(provider.getJWKSetURI())).getKeys()).hasSize(1);
    }

    @Test
    void trustsAPlatformThatTheHubVouchesFor() throws Exception {
        EntityStatement leaf = statement(federation.platform + "/.well-known/openid-federation");
        EntityStatement hub = statement(federation.hub + "/.well-known/openid-federation");
        EntityStatement vouched =
                statement(hub.getClaimsSet().getFederationEntityMetadata().getFederationFetchEndpointURI() + "?sub="
                        + URLEncoder.encode(federation.platform.toString(), StandardCharsets.UTF_8));

        TrustChain chain = new TrustChain(leaf, List.of(vouched));
        chain.verifySignatures(hub.getClaimsSet().getJWKSet());

        assertThat(chain.getTrustAnchorEntityID().getValue()).isEqualTo(federation.hub.toString());
        assertThat(leaf.verifySignatureOfSelfStatement()).isNotNull();
        // The demonstration does without TLS, which is not allowed to initiate_login_uri; else it is the same.
        String metadata = leaf.getClaimsSet()
                .getMetadata(EntityType.OPENID_RELYING_PARTY)
                .toJSONString()
                .replace("http:", "https:");
        OIDCClientMetadata client = OIDCClientMetadata.parse(JSONObjectUtils.parse(metadata));
        assertThat(client.getRedirectionURI().getPath()).isEqualTo("/visit/callback");
        assertThat(client.getBackChannelLogoutURI().getPath()).isEqualTo("/visit/backchannel-logout");
        assertThat(client.requiresBackChannelLogoutSession()).isTrue();
        assertThat(client.getClientRegistrationTypes()).containsExactly(ClientRegistrationType.AUTOMATIC);
        assertThat(leaf.getClaimsSet().getOPMetadata().getIssuer())
                .isEqualTo(new Issuer(federation.platform.toString()));
    }

    private static EntityStatement statement(String address) throws Exception {
        return EntityStatement.parse(get(URI.create(address)));
    }
}
