package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.mutant.KillList;
import io.xuemeng.conformance.role.Offer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong relying party fails exactly the requirements that it must fail. */
@Tag("mutants")
class RelyingPartyMutantsTest {

    @TempDir
    Path folder;

    @Test
    void eachFailsExactlyWhatItMust() throws IOException {
        RelyingPartyKit kit = new RelyingPartyKit();
        KillList.compare(
                kit,
                List.of(Fault.values()),
                Fault::label,
                fault -> new Offer(
                        Role.RELYING_PARTY, new HandMade(fault), kit.features().keySet(), 1),
                folder);
    }
}
