package io.xuemeng.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.federation.entities.EntityStatement;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.EntityStatementIssuer;
import io.xuemeng.identity.federation.StatementDraft;
import io.xuemeng.identity.token.EducationClaims;
import io.xuemeng.identity.token.EducationRole;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is issued here is what another library, which is in common use, accepts. */
class PeersTest {

    private static final String HUB = "https://hub.example.cn";
    private static final String PLATFORM = "https://platform.example.cn";

    private static JWKSet keys() throws Exception {
        return JWKSet.parse(new String(TestKeys.setOf(TestKeys.P_256).toJson(), StandardCharsets.UTF_8));
    }

    @Test
    void anotherLibraryAcceptsIdTokens() throws Exception {
        String token = TokenIssuer.of(HUB)
                .signer(TestKeys.P_256, TestKeys.keyId(TestKeys.P_256))
                .build()
                .issue(IdToken.draft("s", PLATFORM)
                        .nonce("n-1")
                        .accessToken("at-1")
                        .education(EducationClaims.of(EducationRole.TEACHER)));

        IDTokenClaimsSet claims = new IDTokenValidator(
                        new Issuer(HUB), new ClientID(PLATFORM), JWSAlgorithm.ES256, keys())
                .validate(SignedJWT.parse(token), new Nonce("n-1"));

        assertThat(claims.getStringClaim("edu_role")).isEqualTo("teacher");
        assertThat(claims.getAccessTokenHash())
                .isEqualTo(AccessTokenHash.compute(new BearerAccessToken("at-1"), JWSAlgorithm.ES256, null));
    }

    @Test
    void anotherLibraryReadsEntityStatements() throws Exception {
        String compact = EntityStatementIssuer.of(
                        PLATFORM, TestKeys.P_256, TestKeys.keyId(TestKeys.P_256), Clock.systemUTC())
                .issue(
                        StatementDraft.configuration(TestKeys.setOf(TestKeys.P_256))
                                .authorityHints(HUB)
                                .metadata(
                                        EntityMetadata.OPENID_RELYING_PARTY,
                                        RawJson.of("{\"redirect_uris\":[\"https://platform.example.cn/cb\"],"
                                                + "\"client_registration_types\":[\"automatic\"]}")),
                        Duration.ofDays(1));

        EntityStatement statement = EntityStatement.parse(compact);

        assertThat(statement.verifySignature(keys()).toString()).isEqualTo(TestKeys.keyId(TestKeys.P_256));
        assertThat(statement.getClaimsSet().isSelfStatement()).isTrue();
        assertThat(statement.getClaimsSet().getAuthorityHints()).hasSize(1);
        assertThat(statement.getClaimsSet().getRPMetadata().getRedirectionURIStrings())
                .containsExactly("https://platform.example.cn/cb");
    }
}
