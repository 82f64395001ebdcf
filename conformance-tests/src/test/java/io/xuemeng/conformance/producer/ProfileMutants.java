package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * Producers whose forms have no limits: asked for a record that keeps a profile, they write one in which something is longer, or there more
 * often, than the profile allows. Each is like one of the profile's samples.
 */
final class ProfileMutants {

    private ProfileMutants() {}

    static List<ProducerMutant> all() {
        List<ProducerMutant> mutants = new ArrayList<>();
        for (String profile : List.of("alliance", "textbook", "content-object")) {
            ResourceMetadata ordered = record(profile + "-001/pass.json");
            int length = Samples.all().content(profile + "-001/pass.json").length;
            for (String file : Samples.all().files()) {
                if (file.matches(profile + "-\\d+/fail\\.json") && Samples.all().content(file).length > length) {
                    mutants.add(tooMuch(file, ordered));
                }
            }
        }
        return mutants;
    }

    private static ProducerMutant tooMuch(String file, ResourceMetadata ordered) {
        ResourceMetadata other = record(file);
        return ProducerMutant.making(
                "writes more than the profile allows, as in " + file,
                request -> request.metadata().equals(ordered) ? ContentMutants.with(request, other) : request);
    }

    private static ResourceMetadata record(String file) {
        MetadataDocument document =
                MetadataReader.read(Samples.all().content(file), null, Limits.defaults(), finding -> {});
        if (document == null) {
            throw new IllegalStateException("the sample " + file + " can be read");
        }
        return document.metadata().toBuilder().aigc(null).build();
    }
}
