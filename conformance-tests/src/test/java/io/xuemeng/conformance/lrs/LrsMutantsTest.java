package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.mutant.KillList;
import io.xuemeng.conformance.role.Offer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong LRS fails exactly the requirements that it must fail. All share one store: their names do not meet. */
@Tag("mutants")
class LrsMutantsTest {

    @TempDir
    Path folder;

    @Test
    void eachFailsExactlyWhatItMust() throws IOException, SQLException {
        List<LrsMutant> mutants = new ArrayList<>(StatementMutants.all());
        mutants.addAll(DetailMutants.all());
        mutants.addAll(RequestMutants.all());
        mutants.addAll(AnswerMutants.all());
        mutants.addAll(KeepingMutants.all());
        String[] features = new LrsKit().features().keySet().toArray(String[]::new);
        try (EnginePlatform right = EnginePlatform.open()) {
            KillList.compare(
                    new LrsKit(),
                    mutants,
                    LrsMutant::name,
                    mutant -> Offer.of(Role.LRS, mutant.over().apply(right), features),
                    folder);
        }
    }
}
