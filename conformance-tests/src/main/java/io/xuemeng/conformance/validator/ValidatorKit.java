package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.role.AuditedKit;
import io.xuemeng.conformance.role.PackageProfiles;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.sample.SmallPackage;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.resource.profile.MetadataProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The role {@link Role#PACKAGE_VALIDATOR}. */
public final class ValidatorKit extends AuditedKit<PackageValidation> {

    private static final RequirementCatalogue CATALOGUE =
            PackageProfiles.catalogue(List.of(ValidatorRequirement.values()));
    private static final byte[] PLAIN =
            SmallPackage.zip(SmallPackage.files("content/index.html", "<p>第一课</p>\n".getBytes(StandardCharsets.UTF_8)));
    private static final Audit AUDIT =
            Audit.read(ValidatorKit.class.getResourceAsStream("audit.tsv"), "package-validator");

    /** Found by the service loader. */
    public ValidatorKit() {
        super(Role.PACKAGE_VALIDATOR, PackageValidation.class, CATALOGUE, AUDIT, List.of(PackageValidatorTests.class));
    }

    static Requirement requirement(String id) {
        return Audit.requirement(id, CATALOGUE);
    }

    /** The class of reasons that a requirement belongs to; null when it is none, or has none. */
    static @Nullable ReasonClass reasonOf(@Nullable String requirement) {
        return requirement == null
                ? null
                : AUDIT.find(requirement)
                        .map(entry -> entry.attributes().get("reason"))
                        .flatMap(ReasonClass::find)
                        .orElse(null);
    }

    /** The profile that a requirement is judged by: the one that defines it, and the base profile for all others. */
    static MetadataProfile profile(String id) {
        return PackageProfiles.find(id.substring(0, id.lastIndexOf('-'))).orElseGet(MetadataProfile::lom);
    }

    @Override
    public Map<String, Bilingual> features() {
        Map<String, Bilingual> features = new TreeMap<>();
        addFeatures(
                features, "validator.feature.", "ai-labels", "limits", "metadata-json", "national-json", "signatures");
        PackageProfiles.addFeatures(features, "validator.feature.profile");
        return features;
    }

    @Override
    public PackageValidation connect(Settings settings, Workspace workspace) {
        boolean once = settings.oneOf("mode", List.of("each", "lines")).equals("lines");
        CommandLine command = CommandLine.of(
                settings,
                once ? Duration.ofMinutes(10) : Duration.ofSeconds(30),
                once ? List.of() : ValidatorContract.PLACES);
        return once ? new ConversingValidation(command) : new CommandValidation(command);
    }

    @Override
    public void preflight(
            PackageValidation subject, Set<String> features, Predicate<String> selection, Workspace workspace) {
        ValidationRequest plain = new ValidationRequest(workspace.input(PLAIN, ".zip"), PackageProfiles.BASE, Map.of());
        List<ValidationRequest> requests = new ArrayList<>(List.of(plain));
        for (AuditEntry entry : AUDIT.entries()) {
            if (entry.attributes().containsKey("reason")
                    && features.containsAll(entry.features())
                    && selection.test(entry.id())) {
                SampleQuestion.of(entry, workspace).forEach(question -> requests.add(question.request()));
            }
        }
        Questions.ask(() -> {
            subject.announce(requests);
            return subject.judge(plain);
        });
    }

    @Override
    public Optional<Bilingual> probe(String feature, PackageValidation subject, Workspace workspace) {
        for (AuditEntry entry : AUDIT.entries()) {
            if (!entry.features().equals(Set.of(feature)) || !showsFeature(entry)) {
                continue;
            }
            List<SampleQuestion> questions = SampleQuestion.of(entry, workspace);
            if (questions.stream().noneMatch(question -> question.expected().isRefused())) {
                continue;
            }
            boolean shown = true;
            for (SampleQuestion question : questions) {
                Judgement judgement = Questions.ask(() -> subject.judge(question.request()));
                shown &= question.expected().isRightOutcome(judgement)
                        && question.expected().isRightReason(judgement);
            }
            return shown ? Optional.of(Texts.of("validator.probed", entry.id())) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether a validator without the feature could not judge the samples rightly by chance. */
    private static boolean showsFeature(AuditEntry entry) {
        return entry.attributes().containsKey("reason")
                && (!entry.id().startsWith(SignatureTrust.FAMILY)
                        || entry.attribute("reason").equals(ReasonClass.SIGNER_CERTIFICATE.label()));
    }

    @Override
    public List<Bilingual> explain(String id) {
        AuditEntry entry = AUDIT.find(id).orElse(null);
        if (entry == null || !entry.attributes().containsKey("reason")) {
            return List.of();
        }
        List<Bilingual> lines = new ArrayList<>();
        ReasonClass.find(entry.attribute("reason"))
                .ifPresent(reason -> lines.add(Texts.of("validator.explain.reason", reason.label(), reason.meaning())));
        return lines;
    }
}
