package io.xuemeng.conformance.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.Contradiction;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import io.xuemeng.core.crypto.KeyType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub in which nothing is wrong passes, whatever it offers and signs with. */
class HandMadeHubTest {

    @TempDir
    Path folder;

    private final Set<String> features = new TreeSet<>(new HubKit().features().keySet());

    @Test
    void anAnchorThatSignsWithSm2AndOffersEverythingIsConformant() {
        assertConformant(new HandMadeHub(KeyType.SM2, true, token -> {}));
    }

    @Test
    void anAnchorWhoseKeysAreTakenFromItselfIsConformant() {
        features.remove("sm2");
        assertConformant(new HandMadeHub(KeyType.P_256, false, token -> {}));
    }

    @Test
    void anIntermediateThatNamesItsSuperiorIsConformant() {
        features.remove("sm2");
        assertConformant(new HandMadeHub(KeyType.P_256, true, "https://national.example.cn", token -> {}));
    }

    @Test
    void anIntermediateThatNamesNobodyIsNot() {
        features.remove("sm2");
        HandMadeHub hub = new HandMadeHub(KeyType.P_256, true, "https://national.example.cn", token -> {});
        HubPlatform silent = new HandMadeHub(KeyType.P_256, true, token -> {}) {
            @Override
            public HubTerms terms() {
                return hub.terms();
            }
        };

        assertThat(failures(run(silent))).containsExactly("HUB-006");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'value':'pairwise'}",
                "{'default':'pairwise','one_of':['pairwise']}",
                "{'essential':true,'one_of':['pairwise']}",
                "{'value':'pairwise','kit_operator':'x'}"
            })
    void aPolicyMayMakeSubjectsPairwiseInEachWayThatLeavesNoOther(String operators) {
        assertConformant(stating(claims ->
                claims.withObject("/metadata_policy/openid_relying_party").set("subject_type", Token.json(operators))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'value':null}",
                "{'essential':true}",
                "{'add':['pairwise']}",
                "{'one_of':'pairwise'}",
                "'pairwise'"
            })
    void aPolicyThatDoesNotIsFound(String operators) {
        assertThat(failures(run(stating(claims -> claims.withObject("/metadata_policy/openid_relying_party")
                        .set("subject_type", Token.json(operators))))))
                .contains("HUB-021");
    }

    @Test
    void aHubThatAllowsNoRelyingPartiesNeedsNoPolicyForThem() {
        assertConformant(stating(claims -> {
            claims.withObject("/metadata_policy").remove("openid_relying_party");
            claims.withObject("/constraints").putArray("allowed_entity_types").add("openid_provider");
        }));
    }

    @Test
    void statementsMayBeGoodForAWholeWeek() {
        assertConformant(stating(claims ->
                claims.put("exp", Instant.now().plus(Duration.ofDays(7)).getEpochSecond())));
    }

    private static HubPlatform stating(Consumer<ObjectNode> edit) {
        return new HandMadeHub(KeyType.SM2, true, token -> {
            if (token.kind.equals(Token.MEMBER)) {
                edit.accept(token.claims);
            }
        });
    }

    @Test
    void whatIsNotDeclaredIsProbed() {
        features.clear();

        RoleResult result = run(new HandMadeHub(KeyType.SM2, true, token -> {}));

        assertThat(result.conclusion()).isEqualTo(Conclusion.CONFORMANT);
        assertThat(result.contradictions())
                .extracting(Contradiction::feature)
                .containsExactlyInAnyOrder("entity-type-filter", "resolve", "trust-marks", "historical-keys", "sm2");
    }

    private void assertConformant(HubPlatform hub) {
        RoleResult result = run(hub);

        assertThat(failures(result)).isEmpty();
        assertThat(result.conclusion()).isEqualTo(Conclusion.CONFORMANT);
        assertThat(result.contradictions()).isEmpty();
    }

    private RoleResult run(HubPlatform hub) {
        return ConformanceRun.run(Plan.of("hub", List.of(new Offer(Role.HUB, hub, features, 2))), folder)
                .roles()
                .get(0);
    }

    private static List<String> failures(RoleResult result) {
        return result.requirements().stream()
                .filter(requirement ->
                        requirement.verdict() != Verdict.PASSED && requirement.verdict() != Verdict.INAPPLICABLE)
                .map(RequirementResult::id)
                .toList();
    }
}
