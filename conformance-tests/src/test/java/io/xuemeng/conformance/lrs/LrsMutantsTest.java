package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.mutant.KillList;
import io.xuemeng.conformance.role.Offer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each wrong LRS fails exactly the requirements that it must fail. Those that run one after the other share a store: their names do not
 * meet. Those that run at once do not: one that forgets a filter would answer with what another one stores just then.
 */
@Tag("mutants")
class LrsMutantsTest {

    @TempDir
    Path folder;

    @Test
    void eachFailsExactlyWhatItMust() throws IOException {
        List<LrsMutant> mutants = new ArrayList<>(StatementMutants.all());
        mutants.addAll(DetailMutants.all());
        mutants.addAll(RequestMutants.all());
        mutants.addAll(ResourceMutants.all());
        mutants.addAll(StoringMutants.all());
        mutants.addAll(QueryMutants.all());
        mutants.addAll(KeepingMutants.all());
        mutants.addAll(PeerMutants.all());
        String[] features = new LrsKit().features().keySet().toArray(String[]::new);
        Map<Thread, EnginePlatform> right = new ConcurrentHashMap<>();
        try {
            KillList.compare(
                    new LrsKit(),
                    mutants,
                    LrsMutant::name,
                    mutant -> Offer.of(Role.LRS, mutant.over().apply(ofThisThread(right)), features),
                    folder);
        } finally {
            right.values().forEach(EnginePlatform::close);
        }
    }

    private static EnginePlatform ofThisThread(Map<Thread, EnginePlatform> platforms) {
        return platforms.computeIfAbsent(Thread.currentThread(), thread -> {
            try {
                return EnginePlatform.open();
            } catch (SQLException e) {
                throw new IllegalStateException("a store in memory does not open", e);
            }
        });
    }
}
