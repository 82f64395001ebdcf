package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the policies of superiors make of a provider's metadata, as {@link HandMade} applies them: those of the tests only. */
final class HandMadePolicy {

    private static final Set<String> OPERATORS =
            Set.of("value", "add", "default", "one_of", "subset_of", "superset_of", "essential");

    private final Predicate<Fault> has;

    HandMadePolicy(Predicate<Fault> has) {
        this.has = has;
    }

    JsonNode apply(ObjectNode provider, List<JsonNode> chain) throws Refusal {
        List<JsonNode> policies = new ArrayList<>();
        for (JsonNode statement : chain) {
            for (JsonNode critical : statement.path("metadata_policy_crit")) {
                Refusal.unless(
                        OPERATORS.contains(critical.asText()) || has.test(Fault.IGNORES_CRITICAL_OPERATORS),
                        "a critical operator");
            }
            policies.add(statement.path("metadata_policy").path("openid_provider"));
        }
        if (has.test(Fault.APPLIES_NO_POLICY)) {
            return provider;
        }
        for (JsonNode policy : policies) {
            for (Map.Entry<String, JsonNode> parameter : policy.properties()) {
                checkForm(parameter.getValue());
                apply(provider, parameter.getKey(), parameter.getValue());
            }
            if (has.test(Fault.TAKES_THE_LAST_POLICY) && policy.isObject()) {
                break;
            }
        }
        return provider;
    }

    private void checkForm(JsonNode operators) throws Refusal {
        boolean loose = has.test(Fault.IGNORES_THE_FORM_OF_OPERATORS);
        Refusal.unless(
                loose
                        || !operators.has("essential")
                        || operators.path("essential").isBoolean(),
                "essential");
        Refusal.unless(
                loose || !operators.has("one_of") || operators.path("one_of").isArray(), "one_of");
        Refusal.unless(
                !(operators.has("add") && operators.has("one_of")) || has.test(Fault.COMBINES_ALL_OPERATORS),
                "operators that do not go together");
        Iterator<String> names = operators.fieldNames();
        while (names.hasNext()) {
            Refusal.unless(
                    OPERATORS.contains(names.next()) || !has.test(Fault.FAILS_ON_UNKNOWN_OPERATORS), "an operator");
        }
    }

    private static void apply(ObjectNode provider, String name, JsonNode operators) throws Refusal {
        if (!provider.has(name) && operators.has("default")) {
            provider.set(name, operators.path("default"));
        }
        JsonNode value = provider.path(name);
        JsonNode choices = operators.path("one_of");
        Refusal.unless(
                !choices.isArray() || HandMadeChain.contains(choices, value.asText()), name + " is none of those");
        for (JsonNode must : operators.path("superset_of")) {
            Refusal.unless(HandMadeChain.contains(value, must.asText()), name + " lacks something");
        }
        Refusal.unless(!operators.path("essential").asBoolean(false) || !value.isMissingNode(), name + " is absent");
    }
}
