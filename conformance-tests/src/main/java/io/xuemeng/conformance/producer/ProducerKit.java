package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.resource.ResourceCatalogue;
import io.xuemeng.resource.profile.MetadataProfile;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The role {@link Role#PACKAGE_PRODUCER}. */
public final class ProducerKit implements RoleKit<PackageProduction> {

    private static final String BASE = "lom";
    private static final Map<String, MetadataProfile> PROFILES = profiles();
    private static final Map<String, Requirement> REQUIREMENTS = catalogue();
    private static final Audit AUDIT =
            Audit.read(ProducerKit.class.getResourceAsStream("audit.tsv"), "package-producer");

    /** Found by the service loader. */
    public ProducerKit() {}

    private static Map<String, MetadataProfile> profiles() {
        Map<String, MetadataProfile> profiles = new LinkedHashMap<>();
        for (MetadataProfile profile : List.of(
                MetadataProfile.lom(),
                MetadataProfile.alliance(),
                MetadataProfile.textbook(),
                MetadataProfile.contentObject())) {
            profiles.put(profile.id(), profile);
        }
        return profiles;
    }

    private static Map<String, Requirement> catalogue() {
        Map<String, Requirement> all = new TreeMap<>();
        ResourceCatalogue.requirements().forEach(requirement -> all.put(requirement.id(), requirement));
        PROFILES.values()
                .forEach(profile ->
                        profile.requirements().forEach(requirement -> all.put(requirement.id(), requirement)));
        for (Requirement requirement : ProducerRequirement.values()) {
            all.put(requirement.id(), requirement);
        }
        return Collections.unmodifiableMap(all);
    }

    static Requirement requirement(String id) {
        Requirement requirement = REQUIREMENTS.get(id);
        if (requirement == null) {
            throw new IllegalStateException("the audit names the unknown requirement " + id);
        }
        return requirement;
    }

    static MetadataProfile profile(String id) {
        MetadataProfile profile = PROFILES.get(id);
        if (profile == null) {
            throw new IllegalStateException("there is no profile " + id);
        }
        return profile;
    }

    @Override
    public Role role() {
        return Role.PACKAGE_PRODUCER;
    }

    @Override
    public Class<PackageProduction> subject() {
        return PackageProduction.class;
    }

    @Override
    public List<Requirement> requirements() {
        return List.copyOf(REQUIREMENTS.values());
    }

    @Override
    public Audit audit() {
        return AUDIT;
    }

    @Override
    public Map<String, Bilingual> features() {
        Map<String, Bilingual> features = new TreeMap<>();
        features.put("ai-labels", Texts.of("producer.feature.ai-labels"));
        features.put("signs", Texts.of("producer.feature.signs"));
        PROFILES.values().stream()
                .filter(profile -> !profile.id().equals(BASE))
                .forEach(profile -> features.put(
                        "profile-" + profile.id(), Texts.of("producer.feature.profile", Bilingual.of(profile::title))));
        return features;
    }

    @Override
    public List<Class<?>> tests() {
        return List.of(PackageProducerTests.class);
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
