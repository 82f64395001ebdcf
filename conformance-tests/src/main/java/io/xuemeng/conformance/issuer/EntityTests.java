package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChainVerifier;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an issuer says of itself in a federation. */
@ForRole(Role.ISSUER)
final class EntityTests {

    private record Key() {}

    private record Configuration(HttpQuestion question, HttpAnswer answer, List<Finding> findings) {}

    private static Configuration configuration(Dialogue dialogue, Workspace workspace) {
        return workspace.once(new Key(), () -> {
            HttpQuestion question =
                    dialogue.web().at("GET", dialogue.target().terms().issuer() + "/.well-known/openid-federation");
            HttpAnswer answer = dialogue.web().ask(question);
            return new Configuration(
                    question, answer, findings(dialogue.target().terms().issuer(), answer.text()));
        });
    }

    /** What is wrong with a statement by the keys it states itself; whether these are to be trusted is for relying parties to find out. */
    private static List<Finding> findings(String issuer, String statement) {
        JwkSet keys = JwkReader.standard()
                .readSet(
                        Json.claims(statement).path("jwks").toString().getBytes(StandardCharsets.UTF_8), finding -> {});
        FederationProfile profile = FederationProfile.chinese();
        if (issuer.startsWith("http:")) {
            profile = profile.withHttpOnLoopback();
        }
        // A set without keys makes no anchor; any other key makes the same findings of it.
        JwkSet anchor = keys.keys().isEmpty() ? Stand.KEYS : keys;
        return TrustChainVerifier.trusting(List.of(new TrustAnchor(issuer, anchor)), profile)
                .verify(List.of(statement))
                .findings();
    }

    @ConformanceTest("ISS-050")
    void saysWhoItIsInTheFederation(IssuerTarget issuer, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Configuration configuration = configuration(dialogue, workspace);
        JsonNode claims = Json.claims(configuration.answer().text());
        String id = issuer.terms().issuer();
        JsonNode provider = claims.path("metadata").path("openid_provider");
        dialogue.must(
                check,
                configuration.answer().status() == 200
                        && configuration.answer().mediaType().equals("application/entity-statement+jwt")
                        && claims.path("sub").asText().equals(id)
                        && claims.path("authority_hints").size() > 0
                        && provider.path("issuer").asText().equals(id)
                        && provider.path("token_endpoint")
                                .equals(dialogue.metadata().path("token_endpoint"))
                        && (provider.has("jwks") || provider.has("jwks_uri") || provider.has("signed_jwks_uri")),
                configuration.question(),
                configuration.answer(),
                "issuer.expected.entity",
                id);
    }

    /** Says of itself what does not break the requirement. */
    @ConformanceTemplate
    void saysOfItselfWhatKeepsIt(IssuerTarget issuer, AuditEntry entry, Check check, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(issuer, workspace);
        Configuration configuration = configuration(dialogue, workspace);
        dialogue.must(
                check,
                configuration.answer().status() == 200
                        && Issued.ids(configuration.findings()).noneMatch(entry.id()::equals),
                configuration.question(),
                configuration.answer(),
                "issuer.expected.keeps",
                entry.id());
    }

    /** A key that is nobody's. */
    private static final class Stand {

        private static final JwkSet KEYS = JwkSet.of(Jwk.of(SigningKey.generate(KeyType.P_256)));
    }
}
