package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.role.AuditedKit;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.PackageProfiles;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.resource.profile.MetadataProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The role {@link Role#PACKAGE_PRODUCER}. */
public final class ProducerKit extends AuditedKit<PackageProduction> {

    private static final RequirementCatalogue CATALOGUE =
            PackageProfiles.catalogue(List.of(ProducerRequirement.values()));
    private static final Audit AUDIT =
            Audit.read(ProducerKit.class.getResourceAsStream("audit.tsv"), "package-producer");

    /** Found by the service loader. */
    public ProducerKit() {
        super(Role.PACKAGE_PRODUCER, PackageProduction.class, CATALOGUE, AUDIT, List.of(PackageProducerTests.class));
    }

    static Requirement requirement(String id) {
        return Audit.requirement(id, CATALOGUE);
    }

    static MetadataProfile profile(String id) {
        return PackageProfiles.find(id).orElseThrow(() -> new IllegalStateException("there is no profile " + id));
    }

    @Override
    public Map<String, Bilingual> features() {
        Map<String, Bilingual> features = new TreeMap<>();
        addFeatures(features, "producer.feature.", "ai-labels", "signs");
        PackageProfiles.addFeatures(features, "producer.feature.profile");
        return features;
    }

    @Override
    public PackageProduction connect(Settings settings, Workspace workspace) {
        return new CommandProduction(CommandLine.of(settings, Duration.ofSeconds(60), CommandProduction.PLACES));
    }

    @Override
    public void preflight(
            PackageProduction subject, Set<String> features, Predicate<String> selection, Workspace workspace) {
        Products products = Products.of(subject, features, workspace);
        NoAnswerException noAnswer = products.all().get(0).noAnswer();
        if (noAnswer != null) {
            throw noAnswer;
        }
    }

    @Override
    public Optional<Bilingual> probe(String feature, PackageProduction subject, Workspace workspace) {
        // Whether a producer that declares nothing of it could make such a record is not seen from other packages.
        return Optional.empty();
    }
}
