package io.xuemeng.conformance.provider;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.role.AuditedKit;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.role.XapiRoles;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The role {@link Role#RECORD_PROVIDER}. */
public final class ProviderKit extends AuditedKit<RecordProvision> {

    private static final RequirementCatalogue CATALOGUE =
            RequirementCatalogue.of(Stream.of(StatementRequirement.values(), ProviderRequirement.values())
                    .flatMap(Arrays::<Requirement>stream)
                    .toList());
    private static final Audit AUDIT =
            Audit.read(ProviderKit.class.getResourceAsStream("audit.tsv"), "record-provider");

    /** Found by the service loader. */
    public ProviderKit() {
        super(Role.RECORD_PROVIDER, RecordProvision.class, CATALOGUE, AUDIT, List.of(RecordProviderTests.class));
    }

    static Requirement requirement(String id) {
        return Audit.requirement(id, CATALOGUE);
    }

    @Override
    public Map<String, Bilingual> features() {
        Map<String, Bilingual> features = new TreeMap<>();
        XapiRoles.addFeatures(features);
        return features;
    }

    @Override
    public RecordProvision connect(Settings settings, Workspace workspace) {
        return new CommandProvision(CommandLine.of(settings, Duration.ofSeconds(60), CommandProvision.PLACES));
    }

    @Override
    public void preflight(
            RecordProvision subject, Set<String> features, Predicate<String> selection, Workspace workspace) {
        Errands errands = Errands.of(subject, features, workspace);
        if (errands.all().isEmpty()) {
            throw NoAnswerException.of("lrs.noVersion");
        }
        NoAnswerException noAnswer = errands.all().get(0).noAnswer();
        if (noAnswer != null) {
            throw noAnswer;
        }
        if (errands.all().stream().allMatch(errand -> errand.sendings().isEmpty())) {
            throw NoAnswerException.of("provider.nothing");
        }
    }

    @Override
    public Optional<Bilingual> probe(String feature, RecordProvision subject, Workspace workspace) {
        // A sender speaks what it is told to; whether it could speak another version is not seen from what it sends.
        return Optional.empty();
    }
}
