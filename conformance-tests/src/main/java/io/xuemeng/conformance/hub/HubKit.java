package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.http.HttpTarget;
import io.xuemeng.conformance.role.AuditedKit;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.identity.federation.FederationRequirement;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The role {@link Role#HUB}. */
public final class HubKit extends AuditedKit<HubPlatform> {

    private static final RequirementCatalogue CATALOGUE =
            RequirementCatalogue.of(Stream.of(FederationRequirement.values(), HubRequirement.values())
                    .flatMap(Arrays::<Requirement>stream)
                    .toList());
    private static final Audit AUDIT = Audit.read(HubKit.class.getResourceAsStream("audit.tsv"), "hub/audit.tsv");

    /** An endpoint by which a feature shows. */
    private static final Map<String, String> SHOWN_BY = Map.of(
            "resolve", Federation.RESOLVE,
            "trust-marks", Federation.MARK,
            "historical-keys", Federation.HISTORICAL_KEYS);

    /** Found by the service loader. */
    public HubKit() {
        super(
                Role.HUB,
                HubPlatform.class,
                CATALOGUE,
                AUDIT,
                List.of(
                        ConfigurationTests.class,
                        StatementTests.class,
                        FetchTests.class,
                        ListTests.class,
                        TransportTests.class,
                        ServiceTests.class));
    }

    @Override
    public Map<String, Bilingual> features() {
        Map<String, Bilingual> features = new TreeMap<>();
        addFeatures(features, "hub.feature.", "entity-type-filter", "resolve", "trust-marks", "historical-keys", "sm2");
        return features;
    }

    @Override
    public List<Bilingual> explain(String id) {
        return switch (id) {
            case "HUB-018" ->
                FetchTests.lookAlikes("https://province.example.cn").stream()
                        .map(other -> Texts.of("hub.explain.subject", other))
                        .toList();
            case "HUB-021" ->
                SubjectPolicy.STATED.stream()
                        .map(stated -> Texts.of("hub.explain.stated", stated))
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public HubPlatform connect(Settings settings, Workspace workspace) {
        HttpTarget target = HttpTarget.of(settings, workspace);
        String entity = entity("endpoint", settings);
        String member = entity("member", settings);
        FetchPolicy policy = FetchPolicy.publicHttps()
                .allowOrigin(origin(settings, "endpoint", entity))
                .allowOrigin(origin(settings, "member", member));
        for (String other : settings.texts("allow-origins")) {
            policy = policy.allowOrigin(origin(settings, "allow-origins", other));
        }
        HubTerms terms = new HubTerms(
                entity,
                settings.text("keys").map(file -> keys(settings, file)).orElse(null),
                member,
                settings.text("superior").orElse(null),
                settings.text("trust-mark-type").orElse(null),
                settings.duration("clock-skew", HubTerms.USUAL_SKEW, Duration.ZERO, HubTerms.MAX_SKEW));
        return new HubOverHttp(terms, target, policy);
    }

    private static String entity(String key, Settings settings) {
        String text = settings.requiredText(key);
        if (!Judgement.isEntity(text)) {
            throw SettingsException.of("hub.entity", settings.path() + '.' + key, text);
        }
        return text;
    }

    private static URI origin(Settings settings, String key, String text) {
        try {
            URI address = new URI(text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null && address.getRawUserInfo() == null) {
                return new URI(address.getScheme() + "://" + address.getRawAuthority());
            }
        } catch (URISyntaxException e) {
            throw SettingsException.of("settings.address", settings.path() + '.' + key, text);
        }
        throw SettingsException.of("settings.address", settings.path() + '.' + key, text);
    }

    /** A set of keys, by itself or under {@code jwks} of an object. */
    private static JwkSet keys(Settings settings, String file) {
        try {
            String text = Files.readString(settings.folder().resolve(file), StandardCharsets.UTF_8);
            JsonNode json = Payload.json(text);
            JsonNode set = json.path("jwks").isObject() ? json.path("jwks") : json;
            JwkSet keys = JwkReader.standard().readSet(set.toString().getBytes(StandardCharsets.UTF_8), finding -> {});
            if (!keys.keys().isEmpty()) {
                return keys;
            }
        } catch (IOException | InvalidPathException e) {
            throw SettingsException.of("hub.keys", settings.path() + ".keys", file);
        }
        throw SettingsException.of("hub.keys", settings.path() + ".keys", file);
    }

    @Override
    public void preflight(HubPlatform subject, Set<String> features, Predicate<String> selection, Workspace workspace) {
        if (features.contains("trust-marks") && subject.terms().trustMarkType() == null) {
            throw NoAnswerException.of("hub.noMarkType");
        }
        URI address = Federation.of(subject, workspace).configurationAddress();
        HttpAnswer answer = Questions.ask(() -> subject.ask(address, HttpQuestion.of("GET", "")));
        if (answer.status() == 404 || answer.status() >= 500) {
            throw NoAnswerException.of("hub.notThere", address, answer.status());
        }
    }

    @Override
    public Optional<Bilingual> probe(String feature, HubPlatform subject, Workspace workspace) {
        Federation federation = Federation.of(subject, workspace);
        if (feature.equals("sm2")) {
            String algorithm =
                    Payload.header(federation.configuration()).path("alg").asText();
            return algorithm.equals("SGD_SM3_SM2")
                    ? Optional.of(Texts.of("hub.probed.algorithm", algorithm))
                    : Optional.empty();
        }
        if (feature.equals("entity-type-filter")) {
            URI list = federation.endpoint(Federation.LIST);
            HttpQuestion nobody = Federation.withQueryOf(
                    list, HttpQuestion.of("GET", "").parameter("entity_type", "https://kit.example/none"));
            HttpAnswer answer = Questions.ask(() -> subject.ask(Federation.withoutQuery(list), nobody));
            JsonNode said = Payload.json(answer.text());
            return answer.status() == 200 && said.isArray() && said.isEmpty()
                    ? Optional.of(Texts.of("hub.probed.filter"))
                    : Optional.empty();
        }
        String endpoint = SHOWN_BY.getOrDefault(feature, feature);
        return federation.stated(endpoint).isTextual()
                ? Optional.of(Texts.of("hub.probed.endpoint", endpoint))
                : Optional.empty();
    }
}
