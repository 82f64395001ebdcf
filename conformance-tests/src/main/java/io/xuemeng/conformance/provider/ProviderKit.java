package io.xuemeng.conformance.provider;

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
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The role {@link Role#RECORD_PROVIDER}. */
public final class ProviderKit implements RoleKit<RecordProvision> {

    private static final Map<String, Requirement> REQUIREMENTS = catalogue();
    private static final Audit AUDIT =
            Audit.read(ProviderKit.class.getResourceAsStream("audit.tsv"), "record-provider");

    private static Map<String, Requirement> catalogue() {
        Map<String, Requirement> all = new TreeMap<>();
        for (Requirement requirement : StatementRequirement.values()) {
            all.put(requirement.id(), requirement);
        }
        for (Requirement requirement : ProviderRequirement.values()) {
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

    @Override
    public Role role() {
        return Role.RECORD_PROVIDER;
    }

    @Override
    public Class<RecordProvision> subject() {
        return RecordProvision.class;
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
        for (XapiVersion version : XapiVersion.values()) {
            features.put(Errands.feature(version), Texts.of("lrs.feature.version", version.edition()));
        }
        return features;
    }

    @Override
    public List<Class<?>> tests() {
        return List.of(RecordProviderTests.class);
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
