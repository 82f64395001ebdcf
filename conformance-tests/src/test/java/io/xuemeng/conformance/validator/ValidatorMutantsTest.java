package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.mutant.KillList;
import io.xuemeng.conformance.role.Offer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong validator fails exactly the requirements that it must fail. */
@Tag("mutants")
class ValidatorMutantsTest {

    @TempDir
    Path folder;

    private static List<ValidatorMutant> mutants() {
        List<ValidatorMutant> all = new ArrayList<>();
        all.addAll(ArchiveMutants.all());
        all.addAll(DocumentMutants.all());
        all.addAll(ManifestMutants.all());
        all.addAll(RecordMutants.all());
        all.addAll(CategoryMutants.all());
        all.addAll(BehaviourMutants.all());
        all.addAll(SignatureMutants.all());
        return all;
    }

    @Test
    void eachFailsExactlyWhatItMust() throws IOException {
        PackageValidation right = new ValidatorMutant.Remembering();
        Set<String> features = new ValidatorKit().features().keySet();
        KillList.compare(
                new ValidatorKit(),
                mutants(),
                ValidatorMutant::name,
                mutant -> Offer.of(Role.PACKAGE_VALIDATOR, mutant.over().apply(right), features.toArray(String[]::new)),
                folder);
    }
}
