package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** What a hub may offer beside: chains that it resolves, trust marks, keys of the past. */
@ForRole(Role.HUB)
final class ServiceTests {

    private static final int OK = 200;
    private static final String STRANGER = "https://stranger.kit.example";

    private static HttpAnswer resolve(Asking asking) {
        return asking.ask(
                asking.federation().endpoint(Federation.RESOLVE),
                Asking.get()
                        .parameter("sub", asking.terms().member())
                        .parameter("trust_anchor", asking.terms().entity()));
    }

    private static JsonNode resolved(Asking asking) {
        HttpAnswer answer = resolve(asking);
        if (answer.status() != OK) {
            throw NoAnswerException.of("hub.notResolved", answer.status());
        }
        return Payload.claims(answer.text());
    }

    private static TrustChain chain(Asking asking) {
        Verified<TrustChain> chain = asking.federation().chain();
        return chain.claims().orElseThrow(() -> NoAnswerException.of("hub.noChain", Judgement.words(chain.findings())));
    }

    /** Whether an answer is a token of a kind that the hub signed as itself. */
    private static boolean isOwn(Asking asking, HttpAnswer answer, String kind) {
        String compact = answer.text().strip();
        JsonNode claims = Payload.claims(compact);
        return answer.status() == OK
                && answer.mediaType().equals("application/" + kind)
                && Judgement.isSigned(compact, kind, asking.federation())
                && claims.path("iss").asText().equals(asking.terms().entity())
                && claims.path("iat").canConvertToLong();
    }

    @ConformanceTest("HUB-050")
    void resolvesAMember(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        HttpAnswer answer = resolve(asking);
        JsonNode claims = Payload.claims(answer.text());
        asking.must(
                isOwn(asking, answer, "resolve-response+jwt")
                        && claims.path("sub").asText().equals(hub.terms().member())
                        && claims.path("exp").canConvertToLong()
                        && claims.path("metadata").isObject(),
                Texts.of("hub.expected.token", "resolve-response+jwt", "iss, sub, iat, exp, metadata"));
    }

    @ConformanceTest("HUB-051")
    void resolvesAMemberToWhatItsChainComesTo(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        JsonNode metadata = Payload.json(metadata(chain(asking)));
        asking.must(resolved(asking).path("metadata").equals(metadata), Texts.of("hub.expected.metadata", metadata));
    }

    private static String metadata(TrustChain chain) {
        return RawJson.written(out -> {
                    out.startObject();
                    chain.metadata().types().forEach((type, parameters) -> {
                        out.name(type).startObject();
                        parameters.forEach(out::member);
                        out.endObject();
                    });
                    out.endObject();
                })
                .text();
    }

    @ConformanceTest("HUB-052")
    void resolvesAMemberForNoLongerThanItsChainIsGood(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        JsonNode claims = resolved(asking);
        // Statements that are signed when they are asked for end a little later each time.
        long end = chain(asking).expiresAt().plus(hub.terms().clockSkew()).getEpochSecond();
        asking.must(claims.path("exp").asLong(Long.MAX_VALUE) <= end, Texts.of("hub.expected.end", end));
    }

    @ConformanceTest("HUB-053")
    void resolvesNoStranger(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        URI endpoint = asking.federation().endpoint(Federation.RESOLVE);
        asking.ask(
                endpoint,
                Asking.get()
                        .parameter("sub", STRANGER)
                        .parameter("trust_anchor", hub.terms().entity()));
        asking.mustRefuse(404, "not_found", "invalid_subject");
        asking.ask(endpoint, Asking.get().parameter("trust_anchor", hub.terms().entity()));
        asking.mustRefuse(400, "invalid_request");
    }

    @ConformanceTest("HUB-054")
    void resolvesToNoAnchorThatItDoesNotKnow(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        URI endpoint = asking.federation().endpoint(Federation.RESOLVE);
        HttpQuestion member = Asking.get().parameter("sub", hub.terms().member());
        asking.ask(endpoint, member.parameter("trust_anchor", STRANGER));
        asking.mustRefuse(404, "invalid_trust_anchor");
        asking.ask(endpoint, member);
        asking.mustRefuse(400, "invalid_request");
    }

    private static String markType(Asking asking) {
        String type = asking.terms().trustMarkType();
        if (type == null) {
            throw NoAnswerException.of("hub.noMarkType");
        }
        return type;
    }

    private static HttpAnswer mark(Asking asking, String subject) {
        return asking.ask(
                asking.federation().endpoint(Federation.MARK),
                Asking.get().parameter("trust_mark_type", markType(asking)).parameter("sub", subject));
    }

    @ConformanceTest("HUB-060")
    void givesTheTrustMarkOfAMember(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        HttpAnswer answer = mark(asking, hub.terms().member());
        JsonNode claims = Payload.claims(answer.text());
        asking.must(
                isOwn(asking, answer, "trust-mark+jwt")
                        && claims.path("sub").asText().equals(hub.terms().member())
                        && claims.path("trust_mark_type").asText().equals(markType(asking)),
                Texts.of("hub.expected.token", "trust-mark+jwt", "iss, sub, iat, trust_mark_type"));
    }

    @ConformanceTest("HUB-061")
    void givesNoTrustMarkToAStranger(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        mark(asking, STRANGER);
        asking.mustRefuse(404, "not_found");
    }

    @ConformanceTest("HUB-062")
    void listsWhoHasATrustMark(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        HttpAnswer answer = asking.ask(
                asking.federation().endpoint(Federation.MARK_LIST),
                Asking.get().parameter("trust_mark_type", markType(asking)));
        asking.must(
                answer.status() == OK
                        && answer.mediaType().equals("application/json")
                        && Payload.texts(Payload.json(answer.text()))
                                .contains(hub.terms().member()),
                Texts.of("hub.expected.listed", hub.terms().member()));
    }

    private static HttpAnswer status(Asking asking, String mark) {
        return asking.ask(
                asking.federation().endpoint(Federation.MARK_STATUS),
                HttpQuestion.of("POST", "")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .body("trust_mark=" + URLEncoder.encode(mark, StandardCharsets.UTF_8)));
    }

    private static String markOfTheMember(Asking asking) {
        HttpAnswer answer = mark(asking, asking.terms().member());
        if (answer.status() != OK) {
            throw NoAnswerException.of("hub.noMark", answer.status());
        }
        return answer.text().strip();
    }

    @ConformanceTest("HUB-063")
    void saysThatATrustMarkIsInForce(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        String mark = markOfTheMember(asking);
        HttpAnswer answer = status(asking, mark);
        JsonNode claims = Payload.claims(answer.text());
        asking.must(
                isOwn(asking, answer, "trust-mark-status-response+jwt")
                        && claims.path("trust_mark").asText().equals(mark)
                        && claims.path("status").asText().equals("active"),
                Texts.of("hub.expected.token", "trust-mark-status-response+jwt", "trust_mark, status = active"));
    }

    @ConformanceTest("HUB-064")
    void doesNotCallAForgedTrustMarkActive(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        String mark = markOfTheMember(asking);
        String unsigned = mark.substring(0, mark.lastIndexOf('.') + 1);
        char first = mark.charAt(unsigned.length());
        String forged = unsigned + (first == 'A' ? 'B' : 'A') + mark.substring(unsigned.length() + 1);
        HttpAnswer answer = status(asking, forged);
        asking.must(
                !Payload.claims(answer.text()).path("status").asText().equals("active") && answer.status() < 500,
                Texts.of("hub.expected.notActive"));
    }

    @ConformanceTest("HUB-070")
    void publishesKeysOfThePast(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        HttpAnswer answer = asking.ask(asking.federation().endpoint(Federation.HISTORICAL_KEYS), Asking.get());
        JsonNode keys = Payload.claims(answer.text()).path("keys");
        Set<String> names = new HashSet<>();
        boolean each = keys.isArray();
        for (JsonNode key : keys) {
            each &= key.path("kid").isTextual()
                    && names.add(key.path("kid").asText())
                    && key.path("exp").canConvertToLong()
                    && !key.has("d");
        }
        asking.must(
                each && isOwn(asking, answer, "jwk-set+jwt"),
                Texts.of("hub.expected.token", "jwk-set+jwt", "iss, iat, keys (kid, exp)"));
    }
}
