package io.xuemeng.conformance.hub;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.mutant.KillList;
import io.xuemeng.conformance.role.Offer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong hub fails exactly the requirements that it must fail. */
@Tag("mutants")
class HubMutantsTest {

    @TempDir
    Path folder;

    @Test
    void eachFailsExactlyWhatItMust() throws IOException {
        HubKit kit = new HubKit();
        KillList.compare(
                kit,
                HubMutants.all(),
                HubMutant::name,
                mutant ->
                        new Offer(Role.HUB, mutant.make().get(), kit.features().keySet(), 1),
                folder);
    }
}
