package io.xuemeng.conformance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.mutant.KillList;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A right issuer passes, and each wrong one fails exactly the requirements that it must fail. */
class IssuerMutantsTest {

    @TempDir
    Path folder;

    private static Offer offer(IssuerMutant mutant) {
        return new Offer(
                Role.ISSUER,
                new HandMadeIssuer(mutant).target(),
                new IssuerKit().features().keySet(),
                1);
    }

    @Test
    void aRightIssuerPasses() {
        RunResult result = ConformanceRun.run(Plan.of("right", List.of(offer(IssuerMutant.right()))), folder);

        assertThat(result.roles().get(0).requirements().stream()
                        .filter(requirement -> requirement.verdict() != Verdict.PASSED)
                        .map(requirement -> requirement.id() + requirement.tests()))
                .isEmpty();
        assertThat(result.conclusion()).isEqualTo(Conclusion.CONFORMANT);
    }

    @Test
    void aReportShowsNoPassword() {
        RunResult result = ConformanceRun.run(
                Plan.of("wrong", List.of(offer(IssuerMutant.with(Habit.TAKES_ANY_PASSWORD)))), folder);

        assertThat(result.roles().get(0).requirements().stream()
                        .flatMap(requirement -> requirement.tests().stream())
                        .flatMap(test -> test.exchanges().stream()))
                .isNotEmpty()
                .allSatisfy(exchange -> assertThat(exchange.toString())
                        .contains("/login")
                        .doesNotContain("correct horse", "correct+horse", "s3cret"));
    }

    @Test
    @Tag("mutants")
    void eachFailsExactlyWhatItMust() throws IOException {
        KillList.compare(new IssuerKit(), IssuerMutants.all(), mutant -> mutant.name, IssuerMutantsTest::offer, folder);
    }
}
