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
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whom a hub lists as its members. */
@ForRole(Role.HUB)
final class ListTests {

    private static final int OK = 200;
    private static final int MOST_FETCHED = 50;
    private static final String TYPE = "entity_type";
    private static final List<String> TYPES =
            List.of("openid_provider", "openid_relying_party", "oauth_authorization_server", "oauth_client");

    @ConformanceTest("HUB-030")
    void listsEntitiesEachOnce(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        HttpAnswer answer = asking.list();
        asking.must(
                answer.status() == OK
                        && answer.mediaType().equals("application/json")
                        && isListOfEntities(
                                Payload.json(answer.text()), hub.terms().entity()),
                Texts.of("hub.expected.list"));
    }

    private static boolean isListOfEntities(JsonNode list, String hub) {
        Set<String> seen = new HashSet<>();
        boolean good = list.isArray();
        for (JsonNode item : list) {
            good &= item.isTextual()
                    && isAddress(item.textValue())
                    && !item.textValue().equals(hub)
                    && seen.add(item.textValue());
        }
        return good;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null && address.getRawQuery() == null && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static List<String> listed(HttpAnswer answer) {
        if (answer.status() != OK) {
            throw NoAnswerException.of("hub.noList", answer.status());
        }
        return Payload.texts(Payload.json(answer.text()));
    }

    @ConformanceTest("HUB-031")
    void listsTheMember(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        asking.must(
                listed(asking.list()).contains(hub.terms().member()),
                Texts.of("hub.expected.listed", hub.terms().member()));
    }

    @ConformanceTest("HUB-032")
    void hasAStatementOfEachWhomItLists(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        List<String> members = listed(asking.list());
        asking.must(
                !members.isEmpty(), Texts.of("hub.expected.listed", hub.terms().member()));
        for (String member : members.stream().limit(MOST_FETCHED).toList()) {
            HttpAnswer answer = asking.fetch(member);
            String compact = answer.text().strip();
            asking.must(
                    answer.status() == OK
                            && Payload.claims(compact).path("sub").asText().equals(member)
                            && Judgement.isSigned(compact, "entity-statement+jwt", asking.federation()),
                    Texts.of("hub.expected.statement", member));
        }
    }

    @ConformanceTest("HUB-033")
    void keepsToAFilterOrSaysThatItDoesNot(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        URI endpoint = asking.federation().endpoint(Federation.LIST);
        // Nobody is of these types, or has these marks.
        for (String parameter : List.of(TYPE, "trust_mark_type")) {
            HttpAnswer answer = asking.ask(endpoint, Asking.get().parameter(parameter, "https://kit.example/none"));
            JsonNode said = Payload.json(answer.text());
            boolean nobody = answer.status() == OK && said.isArray() && said.isEmpty();
            boolean refused =
                    answer.status() == 400 && said.path("error").asText().equals("unsupported_parameter");
            asking.must(nobody || refused, Texts.of("hub.expected.filter", parameter));
        }
    }

    @ConformanceTest("HUB-034")
    void listsByType(HubPlatform hub, Check check, Workspace workspace) {
        Asking asking = new Asking(hub, check, workspace);
        URI endpoint = asking.federation().endpoint(Federation.LIST);
        Set<String> types = new TreeSet<>();
        Payload.claims(asking.federation().memberConfiguration())
                .path("metadata")
                .fieldNames()
                .forEachRemaining(types::add);
        for (String type : TYPES) {
            boolean has = types.contains(type);
            HttpAnswer answer = asking.ask(endpoint, Asking.get().parameter(TYPE, type));
            boolean right = Payload.texts(Payload.json(answer.text()))
                            .contains(hub.terms().member())
                    == has;
            asking.must(
                    answer.status() == OK && right,
                    Texts.of(
                            has ? "hub.expected.listed" : "hub.expected.notListed",
                            hub.terms().member()));
        }
    }
}
