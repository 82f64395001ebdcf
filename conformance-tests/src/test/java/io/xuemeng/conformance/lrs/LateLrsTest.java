package io.xuemeng.conformance.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit waits for what an LRS does not show at once. */
class LateLrsTest {

    @TempDir
    Path folder;

    @Test
    void aStoreThatShowsWhatItStoredLaterIsConformant() throws SQLException {
        try (EnginePlatform engine = EnginePlatform.open()) {
            String[] features = new LrsKit().features().keySet().toArray(String[]::new);
            Offer offer = Offer.of(Role.LRS, new LateLrs(engine), features);
            List<RequirementResult> results = ConformanceRun.run(Plan.of("late", List.of(offer)), folder)
                    .roles()
                    .get(0)
                    .requirements();

            assertThat(results)
                    .filteredOn(requirement -> requirement.verdict() != Verdict.PASSED)
                    .extracting(RequirementResult::id)
                    .isEmpty();
        }
    }
}
