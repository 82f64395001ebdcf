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
import io.xuemeng.core.jose.JwsResult;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a hub says of its members, and of whom it says nothing. */
@ForRole(Role.HUB)
final class FetchTests {

    private static final int OK = 200;

    @ConformanceTest("HUB-010")
    void givesTheStatementOfAMember(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        HttpAnswer answer = asking.fetch(hub.terms().member());
        asking.must(
                answer.status() == OK
                        && answer.mediaType().equals(Asking.STATEMENT)
                        && Payload.claims(answer.text()).isObject(),
                Texts.of("hub.expected.statement", hub.terms().member()));
    }

    private static String given(Asking asking) {
        HttpAnswer answer = asking.fetch(asking.terms().member());
        if (answer.status() != OK) {
            throw NoAnswerException.of("hub.noStatement", asking.terms().member(), answer.status());
        }
        return answer.text().strip();
    }

    @ConformanceTest("HUB-011")
    void signsItWithAKeyOfItsOwn(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        JwsResult result = Judgement.signature(
                given(asking), asking.federation().keys(), asking.federation().profile());
        asking.must(
                result.isVerified(),
                Texts.of(
                        "hub.expected.signed",
                        asking.federation().keys().toString(),
                        Judgement.words(result.findings())));
    }

    @ConformanceTest("HUB-012")
    void saysItAsItselfOfTheMember(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        JsonNode claims = Payload.claims(given(asking));
        asking.must(
                claims.path("iss").asText().equals(hub.terms().entity())
                        && claims.path("sub").asText().equals(hub.terms().member()),
                Texts.of(
                        "hub.expected.entities",
                        hub.terms().entity(),
                        hub.terms().member()));
    }

    @ConformanceTest("HUB-013")
    void vouchesForTheKeysWithWhichTheMemberSigns(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        String member = asking.federation().memberConfiguration();
        String statement = given(asking);
        JwsResult result = Judgement.signature(
                member, Federation.publishedKeys(statement), asking.federation().profile());
        asking.must(result.isVerified(), Texts.of("hub.expected.memberKeys", Judgement.words(result.findings())));
    }

    @ConformanceTest("HUB-014")
    void isTheEndOfTheMembersTrustChain(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        Verified<TrustChain> chain = asking.federation().chain();
        given(asking);
        asking.must(chain.isAccepted(), Texts.of("hub.expected.chain", Judgement.words(chain.findings())));
    }

    @ConformanceTest("HUB-015")
    void saysThatItDoesNotKnowSomebody(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        asking.fetch("https://" + workspace.run().toLowerCase(Locale.ROOT) + ".kit.example");
        asking.mustRefuse(404, "not_found");
    }

    @ConformanceTest("HUB-016")
    void wantsToKnowOfWhom(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        URI endpoint = asking.federation().endpoint(Federation.FETCH);
        asking.ask(endpoint, Asking.get());
        asking.mustRefuse(400, "invalid_request");
        asking.ask(endpoint, Asking.get().parameter("subject", hub.terms().member()));
        asking.mustRefuse(400, "invalid_request");
    }

    @ConformanceTest("HUB-017")
    void isNotBelowItself(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        asking.fetch(hub.terms().entity());
        asking.mustRefuse(400, "invalid_request");
    }

    @ConformanceTest("HUB-018")
    void takesNobodyForAMemberWhoseNameLooksAlike(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        for (String other : lookAlikes(hub.terms().member())) {
            HttpAnswer answer = asking.fetch(other);
            asking.must(answer.status() == 404 || answer.status() == 400, Texts.of("hub.expected.noStatement", other));
        }
    }

    /** Names that look like a member's. */
    static Set<String> lookAlikes(String member) {
        return new LinkedHashSet<>(List.of(
                member + (member.endsWith("/") ? "x" : "/"),
                member + ".kit.example",
                member + "/kit-example",
                member.substring(0, member.length() - 1),
                member.toUpperCase(Locale.ROOT),
                " " + member,
                member + "?kit=1",
                member + "#kit"));
    }

    @ConformanceTest("HUB-019")
    void wantsOneSubject(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        asking.ask(
                asking.federation().endpoint(Federation.FETCH),
                Asking.get().parameter("sub", hub.terms().member()).parameter("sub", "https://kit.example"));
        asking.mustRefuse(400, "invalid_request");
    }
}
