package io.xuemeng.conformance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender may go its own way as long as it is a right one. */
class OtherProvidersTest {

    @TempDir
    Path folder;

    private Map<String, Verdict> notPassed(RecordProvision provision) {
        Offer offer = Offer.of(
                Role.RECORD_PROVIDER,
                provision,
                new ProviderKit().features().keySet().toArray(String[]::new));
        RoleResult role = ConformanceRun.run(Plan.of("sender", List.of(offer)), folder)
                .roles()
                .get(0);
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (RequirementResult requirement : role.requirements()) {
            if (requirement.verdict() != Verdict.PASSED) {
                verdicts.put(requirement.id(), requirement.verdict());
            }
        }
        return verdicts;
    }

    @Test
    void whoPutsStatementsWithTheirIdsInTheAddressIsRight() {
        assertThat(notPassed(OtherProviders.putting(OtherProviders::inTheAddress, 1)))
                .isEmpty();
    }

    @Test
    void whoPutsTheSameStatementTwiceMakesOneRecord() {
        assertThat(notPassed(OtherProviders.putting(OtherProviders::inTheAddress, 2)))
                .isEmpty();
    }

    @Test
    void whoSendsAttachmentsAlongIsRight() {
        assertThat(notPassed(OtherProviders.attaching("application/json; charset=utf-8")))
                .isEmpty();
    }

    @Test
    void whoUsesTheAlternateSyntaxOf103IsRight() {
        assertThat(notPassed(OtherProviders.inForms(false))).isEmpty();
    }

    @Test
    void whoUsesItIn20SendsNothingThatIsUnderstood() {
        assertThat(notPassed(OtherProviders.inForms(true)))
                .containsEntry("PROV-001", Verdict.FAILED)
                .containsEntry("PROV-005", Verdict.FAILED);
    }

    @Test
    void whoGivesUpWhenTheStoreIsBusyAndSaysSoIsOnlyWarned() {
        assertThat(notPassed(SimpleProvider.right().trying(1))).isEqualTo(Map.of("PROV-006", Verdict.WARNED));
    }

    @Test
    void whoNeverGivesUpSoonIsRefusedToTheEnd() {
        assertThat(notPassed(SimpleProvider.right().insisting(9))).isEmpty();
    }
}
