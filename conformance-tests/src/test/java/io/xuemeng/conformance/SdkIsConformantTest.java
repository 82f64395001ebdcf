package io.xuemeng.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.lrs.EnginePlatform;
import io.xuemeng.conformance.lrs.LrsKit;
import io.xuemeng.conformance.producer.ProducerKit;
import io.xuemeng.conformance.producer.SdkProduction;
import io.xuemeng.conformance.provider.ProviderKit;
import io.xuemeng.conformance.provider.SdkProvision;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import io.xuemeng.conformance.validator.SdkValidation;
import io.xuemeng.conformance.validator.ValidatorKit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faultless stack passes everything. */
class SdkIsConformantTest {

    @TempDir
    Path folder;

    @Test
    void theValidatorOfTheSdkPassesEveryTestOfItsRole() {
        Offer offer = new Offer(
                Role.PACKAGE_VALIDATOR,
                new SdkValidation(),
                new ValidatorKit().features().keySet(),
                2);
        assertConformant(offer, 450);
    }

    @Test
    void theProducerOfTheSdkPassesEveryTestOfItsRole() {
        Offer offer = new Offer(
                Role.PACKAGE_PRODUCER,
                new SdkProduction(),
                new ProducerKit().features().keySet(),
                2);
        assertConformant(offer, 350);
    }

    @Test
    void theEngineOfTheSdkPassesEveryTestOfItsRole() throws SQLException {
        try (EnginePlatform engine = EnginePlatform.open()) {
            assertConformant(new Offer(Role.LRS, engine, new LrsKit().features().keySet(), 2), 150);
        }
    }

    @Test
    void theClientOfTheSdkPassesEveryTestOfItsRole() {
        assertConformant(
                new Offer(
                        Role.RECORD_PROVIDER,
                        new SdkProvision(),
                        new ProviderKit().features().keySet(),
                        1),
                80);
    }

    private void assertConformant(Offer offer, int requirements) {
        RunResult result = ConformanceRun.run(Plan.of("SDK", List.of(offer)), folder);

        List<RequirementResult> results = result.roles().get(0).requirements();
        assertThat(results.stream().filter(requirement -> requirement.verdict() != Verdict.PASSED))
                .isEmpty();
        assertThat(result.conclusion()).isEqualTo(Conclusion.CONFORMANT);
        assertThat(result.exitCode()).isZero();
        assertThat(results).hasSizeGreaterThan(requirements);
    }
}
