package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.http.HttpTarget;
import io.xuemeng.conformance.role.AuditedKit;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.role.XapiRoles;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.lrs.server.LrsRequirement;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The role {@link Role#LRS}. */
public final class LrsKit extends AuditedKit<HttpPlatform> {

    /** Refuses what the standards leave open and this project's profile does not. */
    static final String STRICT = "strict-requests";

    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.of(
            Stream.of(StatementRequirement.values(), LrsRequirement.values(), BehaviourRequirement.values())
                    .flatMap(Arrays::<Requirement>stream)
                    .toList());
    private static final Audit AUDIT = Audit.read(LrsKit.class.getResourceAsStream("audit.tsv"), "lrs/audit.tsv");

    /** Found by the service loader. */
    public LrsKit() {
        super(
                Role.LRS,
                HttpPlatform.class,
                CATALOGUE,
                AUDIT,
                List.of(
                        RecordStoreSampleTests.class,
                        ResourceTests.class,
                        StoringTests.class,
                        SendingTests.class,
                        QueryTests.class,
                        FilterTests.class,
                        FormatTests.class,
                        DocumentTests.class,
                        ConcurrencyTests.class));
    }

    static Requirement requirement(String id) {
        return Audit.requirement(id, CATALOGUE);
    }

    @Override
    public Map<String, Bilingual> features() {
        Map<String, Bilingual> features = new TreeMap<>();
        XapiRoles.addFeatures(features);
        features.put(STRICT, Texts.of("lrs.feature.strict"));
        return features;
    }

    @Override
    public HttpPlatform connect(Settings settings, Workspace workspace) {
        return HttpTarget.of(settings, workspace);
    }

    @Override
    public void preflight(
            HttpPlatform subject, Set<String> features, Predicate<String> selection, Workspace workspace) {
        Declared declared = Declared.of(features, workspace);
        if (declared.versions().isEmpty()) {
            throw NoAnswerException.of("lrs.noVersion");
        }
        Questions.ask(() -> subject.ask(HttpQuestion.of("GET", "/about")));
        for (XapiVersion version : declared.versions()) {
            HttpAnswer answer = Questions.ask(() -> subject.ask(first(version)));
            if (answer.status() == 401 || answer.status() == 403) {
                throw NoAnswerException.of("lrs.credentials", answer.status());
            }
            if (answer.status() == 404) {
                throw NoAnswerException.of("lrs.notThere");
            }
            if (answer.status() >= 500) {
                throw NoAnswerException.of("lrs.broken", answer.status());
            }
        }
    }

    private static HttpQuestion first(XapiVersion version) {
        return HttpQuestion.of("GET", "/statements").parameter("limit", "1").header(Dialogue.VERSION, version.header());
    }

    @Override
    public Optional<Bilingual> probe(String feature, HttpPlatform subject, Workspace workspace) {
        if (feature.equals(STRICT)) {
            XapiVersion version = Declared.known(workspace).versions().get(0);
            HttpQuestion twice = first(version).parameter("limit", "2");
            return observed(twice, Questions.ask(() -> subject.ask(twice)), 400);
        }
        for (XapiVersion version : XapiVersion.values()) {
            if (XapiRoles.feature(version).equals(feature)) {
                HttpQuestion question = first(version);
                return observed(question, Questions.ask(() -> subject.ask(question)), 200);
            }
        }
        return Optional.empty();
    }

    private static Optional<Bilingual> observed(HttpQuestion question, HttpAnswer answer, int shows) {
        return answer.status() == shows
                ? Optional.of(Texts.of("lrs.probed", Wording.of(question), answer.status()))
                : Optional.empty();
    }
}
