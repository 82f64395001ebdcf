package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.mutant.KillList;
import io.xuemeng.conformance.role.Offer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong producer fails exactly the requirements that it must fail. */
@Tag("mutants")
class ProducerMutantsTest {

    @TempDir
    Path folder;

    @Test
    void eachFailsExactlyWhatItMust() throws IOException {
        List<ProducerMutant> mutants = new ArrayList<>(ArchiveMutants.all());
        mutants.addAll(DraftMutants.all());
        mutants.addAll(DocumentMutants.all());
        mutants.addAll(ManifestMutants.all());
        mutants.addAll(RecordMutants.all());
        mutants.addAll(ContentMutants.all());
        mutants.addAll(ForgetfulMutants.all());
        mutants.addAll(ProfileMutants.all());
        mutants.addAll(SigningMutants.all());
        mutants.addAll(HandSigningMutants.all());
        String[] features = new ProducerKit().features().keySet().toArray(String[]::new);
        KillList.compare(
                new ProducerKit(),
                mutants,
                ProducerMutant::name,
                mutant -> Offer.of(Role.PACKAGE_PRODUCER, mutant.over().apply(new SdkProduction()), features),
                folder);
    }
}
