package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwsResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** What a hub says of itself. */
@ForRole(Role.HUB)
final class ConfigurationTests {

    private static final int OK = 200;

    @ConformanceTest("HUB-001")
    void isWhereEverybodyLooks(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        HttpAnswer answer = asking.configuration();
        asking.must(
                answer.status() == OK && Payload.claims(answer.text()).isObject(),
                Texts.of("hub.expected.statement", hub.terms().entity()));
    }

    /** What it says of itself now; nothing can be told when it says nothing. */
    private static HttpAnswer given(Asking asking) {
        HttpAnswer answer = asking.configuration();
        if (answer.status() != OK) {
            throw NoAnswerException.of("hub.noConfiguration", answer.status());
        }
        return answer;
    }

    @ConformanceTest("HUB-002")
    void hasItsMediaType(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        asking.must(
                given(asking).mediaType().equals(Asking.STATEMENT),
                Texts.of("hub.expected.mediaType", Asking.STATEMENT));
    }

    @ConformanceTest("HUB-003")
    void isByTheHubAndAboutIt(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        JsonNode claims = Payload.claims(given(asking).text());
        String entity = hub.terms().entity();
        asking.must(
                claims.path("iss").asText().equals(entity)
                        && claims.path("sub").asText().equals(entity),
                Texts.of("hub.expected.entities", entity, entity));
    }

    @ConformanceTest("HUB-004")
    void isSignedWithAKeyThatIsInIt(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        String compact = given(asking).text().strip();
        JwsResult result = Judgement.signature(
                compact, Federation.publishedKeys(compact), asking.federation().profile());
        asking.must(result.isVerified(), Texts.of("hub.expected.signed", "jwks", Judgement.words(result.findings())));
    }

    @ConformanceTest("HUB-005")
    void hasTheKeysThatWereHandedOut(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        JwkSet known = asking.federation().keys();
        for (int time = 0; time < 2; time++) {
            JwsResult result = Judgement.signature(
                    given(asking).text().strip(), known, asking.federation().profile());
            asking.must(
                    result.isVerified(),
                    Texts.of("hub.expected.signed", known.toString(), Judgement.words(result.findings())));
        }
    }

    @ConformanceTest("HUB-006")
    void namesWhomItHasAboveIt(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        JsonNode hints = Payload.claims(given(asking).text()).path("authority_hints");
        String superior = hub.terms().superior();
        asking.must(
                superior == null ? hints.isMissingNode() : Payload.texts(hints).contains(superior),
                superior == null ? Texts.of("hub.expected.noHints") : Texts.of("hub.expected.hints", superior));
    }

    @ConformanceTest("HUB-007")
    void saysWhereItsEndpointsAre(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        boolean plain = hub.terms().entity().startsWith("http:");
        JsonNode entity = Payload.claims(given(asking).text()).path("metadata").path("federation_entity");
        for (String name : List.of(Federation.FETCH, Federation.LIST)) {
            asking.must(isEndpoint(entity.path(name), plain), Texts.of("hub.expected.endpoint", name));
        }
    }

    private static boolean isEndpoint(JsonNode stated, boolean plain) {
        try {
            URI address = new URI(stated.asText());
            return stated.isTextual()
                    && address.getHost() != null
                    && address.getRawFragment() == null
                    && ("https".equals(address.getScheme()) || (plain && "http".equals(address.getScheme())));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
