package io.xuemeng.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.federation.policy.language.PolicyViolationException;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.claims.RawMembers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds policies against those of Connect2id's library, whose author is one of the specification's. */
class MetadataPolicyOracleTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TYPE = EntityMetadata.OPENID_RELYING_PARTY;

    /** What became of a parameter: a value in which lists are sets, null for "absent", or "error". */
    private record Outcome(Object value) {}

    private static final Outcome ERROR = new Outcome("error");

    /** Refused because the final text does not let operators go together, which is tested below. */
    private static final Outcome COMBINATION = new Outcome("combination");

    @Property(tries = 5000)
    void resolvesAsTheOtherLibraryDoes(
            @ForAll("policies") String superior,
            @ForAll("policies") String subordinate,
            @ForAll("values") String value) {
        Assume.that(!isDecidedByTheFinalText(superior + subordinate));
        // By the final text two "essential" are merged by "or"; by the draft they had to be the same.
        Assume.that(!(superior.contains("essential") && subordinate.contains("essential")));
        // By the final text two "superset_of" are united, which is stricter; by the draft they were intersected.
        Assume.that(!(superior.contains("superset_of") && subordinate.contains("superset_of")));
        Outcome ours = ours(superior, subordinate, value);
        // By the final text what "subset_of" leaves may be an empty list; by the draft, an empty list is absent.
        Assume.that(!Set.of().equals(ours.value()) && !ours.equals(COMBINATION));
        // By the final text two "one_of" without a common value are an error at once; by the draft, only once there is
        // a value.
        Assume.that(!(value.isEmpty() && superior.contains("one_of") && subordinate.contains("one_of")));
        Outcome theirs = theirs(superior, subordinate, value);

        Statistics.collect(ours.equals(ERROR) ? "error" : ours.value() == null ? "absent" : "value");
        assertThat(ours).as("%s %s %s", superior, subordinate, value).isEqualTo(theirs);
    }

    /**
     * The other library goes by a draft, in which "value" stood alone or with "essential", "one_of" beside anything, and what "default"
     * and "add" give was held against the checks beside them.
     */
    private static boolean isDecidedByTheFinalText(String operators) {
        boolean checks = operators.matches(".*\"(one_of|subset_of|superset_of)\".*");
        return (operators.contains("\"value\"")
                        && operators.matches(".*\"(add|default|one_of|subset_of|superset_of)\".*"))
                || (operators.contains("\"default\"") && checks)
                || (operators.contains("\"add\"") && operators.contains("\"superset_of\""))
                || (operators.contains("\"one_of\"") && operators.matches(".*\"(add|subset_of|superset_of)\".*"));
    }

    /** What the final text says of each pair (6.1.3.1), where it is not what the other library does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'value':['a','b']} | {'add':['a']} | true",
                "{'value':['a']} | {'add':['b']} | false",
                "{'value':'a'} | {'add':['a']} | false",
                "{'value':null} | {'add':['a']} | false",
                "{'value':'a'} | {'default':'b'} | true",
                "{'value':null} | {'default':'b'} | false",
                "{'value':'a'} | {'one_of':['a','b']} | true",
                "{'value':'c'} | {'one_of':['a','b']} | false",
                "{'value':null} | {'one_of':['a','b']} | false",
                "{'value':['a']} | {'subset_of':['a','b']} | true",
                "{'value':[]} | {'subset_of':['a','b']} | true",
                "{'value':['c']} | {'subset_of':['a','b']} | false",
                "{'value':['a','b']} | {'superset_of':['a']} | true",
                "{'value':['a']} | {'superset_of':['a','b']} | false",
                "{'value':null} | {'essential':true} | false",
                "{'value':null} | {'essential':false} | true",
                "{'add':['a']} | {'one_of':['a']} | false",
                "{'one_of':['a','b']} | {'one_of':['b','c']} | true",
                "{'one_of':['a']} | {'one_of':['b']} | false",
                "{'one_of':['a']} | {'subset_of':['a']} | false",
                "{'one_of':['a']} | {'superset_of':['a']} | false",
                "{'add':['a']} | {'superset_of':['b']} | true",
                "{'add':['c']} | {'subset_of':['a','b']} | false",
                "{'subset_of':['a']} | {'superset_of':['a','b']} | false"
            })
    void operatorsGoTogetherAsTheFinalTextSays(String first, String second, boolean together) throws PolicyException {
        MetadataPolicy superior = MetadataPolicy.read(policy(first.replace('\'', '"')));
        MetadataPolicy subordinate = MetadataPolicy.read(policy(second.replace('\'', '"')));

        if (together) {
            superior.merge(subordinate);
            subordinate.merge(superior);
        } else {
            assertThatThrownBy(() -> superior.merge(subordinate)).isInstanceOf(PolicyException.class);
            assertThatThrownBy(() -> subordinate.merge(superior)).isInstanceOf(PolicyException.class);
        }
    }

    @Provide
    Arbitrary<String> policies() {
        Arbitrary<String> word = Arbitraries.of("\"a\"", "\"b\"", "\"c\"");
        Arbitrary<String> list =
                word.list().uniqueElements().ofMaxSize(3).map(words -> '[' + String.join(",", words) + ']');
        Arbitrary<String> nonEmpty = word.list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> '[' + String.join(",", words) + ']');
        List<Arbitrary<String>> operators = List.of(
                Arbitraries.oneOf(list, word).map(v -> "\"value\":" + v),
                nonEmpty.map(v -> "\"add\":" + v),
                Arbitraries.oneOf(nonEmpty, word).map(v -> "\"default\":" + v),
                nonEmpty.map(v -> "\"one_of\":" + v),
                nonEmpty.map(v -> "\"subset_of\":" + v),
                nonEmpty.map(v -> "\"superset_of\":" + v),
                Arbitraries.of("true", "false").map(v -> "\"essential\":" + v));
        Arbitrary<Set<Integer>> chosen =
                Arbitraries.integers().between(0, operators.size() - 1).set().ofMaxSize(3);
        return chosen.flatMap(indexes -> Combinators.combine(
                        indexes.stream().sorted().map(operators::get).toList())
                .as(parts -> '{' + String.join(",", parts) + '}'));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("", "\"a\"", "\"b\"", "[\"a\"]", "[\"a\",\"b\"]", "[\"b\",\"c\"]", "[\"d\"]", "[]");
    }

    private static Outcome ours(String superior, String subordinate, String value) {
        try {
            MetadataPolicy merged =
                    MetadataPolicy.read(policy(superior)).merge(MetadataPolicy.read(policy(subordinate)));
            Map<String, RawJson> parameters = value.isEmpty() ? Map.of() : Map.of("p", RawJson.of(value));
            EntityMetadata resolved = merged.apply(new EntityMetadata(Map.of(TYPE, parameters)));
            return new Outcome(resolved.parameter(TYPE, "p")
                    .map(json -> plain(json.text()))
                    .orElse(null));
        } catch (PolicyException e) {
            return e.finding().build().requirement() == FederationRequirement.POLICY_COMBINATION ? COMBINATION : ERROR;
        }
    }

    private static RawJson policy(String operators) {
        return RawJson.of("{\"" + TYPE + "\":{\"p\":" + operators + "}}");
    }

    private static Outcome theirs(String superior, String subordinate, String value) {
        try {
            var merged = com.nimbusds.openid.connect.sdk.federation.policy.MetadataPolicy.combine(List.of(
                    com.nimbusds.openid.connect.sdk.federation.policy.MetadataPolicy.parse("{\"p\":" + superior + "}"),
                    com.nimbusds.openid.connect.sdk.federation.policy.MetadataPolicy.parse(
                            "{\"p\":" + subordinate + "}")));
            var resolved = merged.apply(JSONObjectUtils.parse(value.isEmpty() ? "{}" : "{\"p\":" + value + "}"));
            Object found = resolved.get("p");
            return new Outcome(found == null ? null : plain(MAPPER.writeValueAsString(found)));
        } catch (ParseException | PolicyViolationException | IllegalArgumentException e) {
            return ERROR;
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    private static Object plain(String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (!node.isArray()) {
                return node.toString();
            }
            Set<String> elements = new HashSet<>();
            node.forEach(element -> elements.add(element.toString()));
            return elements;
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    /** OpenID Federation 1.0, 6.1.5. */
    @Test
    void resolvesTheExampleOfTheSpecification() throws Exception {
        RawJson anchor = RawJson.of("""
                {"openid_relying_party":{
                  "grant_types":{"default":["authorization_code"],"subset_of":["authorization_code","refresh_token"],
                    "superset_of":["authorization_code"]},
                  "token_endpoint_auth_method":{"one_of":["private_key_jwt","self_signed_tls_client_auth"],"essential":true},
                  "token_endpoint_auth_signing_alg":{"one_of":["PS256","ES256"]},
                  "subject_type":{"value":"pairwise"},
                  "contacts":{"add":["helpdesk@federation.example.org"]}}}""");
        RawJson organization = RawJson.of("""
                {"openid_relying_party":{
                  "grant_types":{"subset_of":["authorization_code"]},
                  "token_endpoint_auth_method":{"one_of":["self_signed_tls_client_auth"]},
                  "contacts":{"add":["helpdesk@org.example.org"]}}}""");
        EntityMetadata own = metadata("""
                {"redirect_uris":["https://rp.example.org/callback"],"response_types":["code"],
                 "token_endpoint_auth_method":"self_signed_tls_client_auth","contacts":["rp_admins@rp.example.org"]}""");
        EntityMetadata superior = metadata("""
                {"sector_identifier_uri":"https://org.example.org/sector-ids.json",
                 "policy_uri":"https://org.example.org/policy.html"}""");

        EntityMetadata resolved = MetadataPolicy.read(anchor)
                .merge(MetadataPolicy.read(organization))
                .apply(own.overriddenBy(superior));

        JsonNode expected = MAPPER.readTree("""
                {"redirect_uris":["https://rp.example.org/callback"],"grant_types":["authorization_code"],
                 "response_types":["code"],"token_endpoint_auth_method":"self_signed_tls_client_auth",
                 "subject_type":"pairwise","sector_identifier_uri":"https://org.example.org/sector-ids.json",
                 "policy_uri":"https://org.example.org/policy.html",
                 "contacts":["rp_admins@rp.example.org","helpdesk@federation.example.org","helpdesk@org.example.org"]}""");
        assertThat(tree(resolved)).isEqualTo(expected);
    }

    private static EntityMetadata metadata(String parameters) {
        return new EntityMetadata(Map.of(TYPE, RawMembers.of(RawJson.of(parameters))));
    }

    private static JsonNode tree(EntityMetadata metadata) throws IOException {
        List<String> members = new ArrayList<>();
        new TreeMap<>(metadata.types().get(TYPE))
                .forEach((name, value) -> members.add('"' + name + "\":" + value.text()));
        return MAPPER.readTree('{' + String.join(",", members) + '}');
    }

    @Test
    void mergingMakesPoliciesStricterAndNeverLaxer() throws Exception {
        MetadataPolicy merged = MetadataPolicy.read(policy("{\"superset_of\":[\"a\"],\"essential\":true}"))
                .merge(MetadataPolicy.read(policy("{\"superset_of\":[\"b\"],\"essential\":false}")));

        assertThat(merged.tree(TYPE).get("p"))
                .containsEntry("superset_of", List.of("a", "b"))
                .containsEntry("essential", true);
        assertThat(merged.typeNames()).containsExactly(TYPE);
    }

    @Test
    void aScopeIsAListOfWords() throws Exception {
        MetadataPolicy policy = MetadataPolicy.read(
                RawJson.of(
                        "{\"openid_relying_party\":{\"scope\":{\"subset_of\":[\"openid\",\"edu\"],\"superset_of\":[\"openid\"]}}}"));

        assertThat(policy.apply(metadata("{\"scope\":\"edu openid phone\"}")).text(TYPE, "scope"))
                .contains("edu openid");
    }

    @Test
    void nullRemovesAParameterAndNumbersAreComparedByTheirValue() throws Exception {
        MetadataPolicy policy = MetadataPolicy.read(
                RawJson.of("{\"openid_relying_party\":{\"a\":{\"value\":null},\"b\":{\"one_of\":[3600,7200]}}}"));

        EntityMetadata resolved = policy.apply(metadata("{\"a\":1,\"b\":3.6e3}"));

        assertThat(resolved.parameter(TYPE, "a")).isEmpty();
        assertThat(resolved.parameter(TYPE, "b").orElseThrow().text()).isEqualTo("3.6e3");
    }

    @Test
    void aPolicyForAnotherRoleChangesNothing() throws Exception {
        MetadataPolicy policy = MetadataPolicy.read(RawJson.of("{\"openid_provider\":{\"a\":{\"essential\":true}}}"));

        assertThat(policy.apply(metadata("{}")).types()).containsOnlyKeys(TYPE);
    }
}
