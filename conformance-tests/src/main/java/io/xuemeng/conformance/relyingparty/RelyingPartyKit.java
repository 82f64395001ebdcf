package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.host.HostSettings;
import io.xuemeng.conformance.http.HttpTarget;
import io.xuemeng.conformance.role.AuditedKit;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.identity.IdentityCatalogue;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The role {@link Role#RELYING_PARTY}. */
public final class RelyingPartyKit extends AuditedKit<TokenAcceptance> {

    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.of(Stream.concat(
                    IdentityCatalogue.standard().requirements().stream(),
                    Arrays.<Requirement>stream(RelyingPartyRequirement.values()))
            .toList());
    private static final Audit AUDIT =
            Audit.read(RelyingPartyKit.class.getResourceAsStream("audit.tsv"), "relying-party");

    /** A requirement by whose tokens a feature shows that is no algorithm and no way of trusting. */
    private static final Map<String, String> SHOWN_BY = Map.of(
            "access-token", "TOK-018",
            "logout-token", "TOK-071",
            "max-age", "TOK-038",
            "acr", "TOK-039",
            "education", "TOK-050",
            "dpop", "TOK-107",
            "dpop-nonce", "TOK-109",
            "lti", "TOK-122",
            "lti-deep-linking", "TOK-126");

    /** Found by the service loader. */
    public RelyingPartyKit() {
        super(
                Role.RELYING_PARTY,
                TokenAcceptance.class,
                CATALOGUE,
                AUDIT,
                List.of(RelyingPartyTests.class, KeyRenewalTests.class));
    }

    @Override
    public Map<String, Bilingual> features() {
        Map<String, Bilingual> features = new TreeMap<>();
        Scene.ALGORITHMS.forEach((name, algorithm) ->
                features.put(name, Texts.of("relyingParty.feature.algorithm", Keys.name(algorithm))));
        addFeatures(
                features,
                "relyingParty.feature.",
                "discovery",
                "key-cache",
                "federation",
                "access-token",
                "logout-token",
                "max-age",
                "acr",
                "education",
                "replay",
                "dpop",
                "dpop-nonce",
                "lti",
                "lti-deep-linking");
        return features;
    }

    @Override
    public TokenAcceptance connect(Settings settings, Workspace workspace) {
        Terms terms = terms(settings);
        if (settings.keys().contains("command") == settings.keys().contains("endpoint")) {
            throw SettingsException.of("relyingParty.oneWay", settings.path());
        }
        return settings.keys().contains("command")
                ? new CommandAcceptance(CommandLine.of(settings, Duration.ofSeconds(30), List.of()), terms, workspace)
                : new HookAcceptance(HttpTarget.of(settings, workspace), terms);
    }

    private static Terms terms(Settings settings) {
        Terms usual = Terms.usual();
        Terms terms = new Terms(
                settings.text("audience").orElse(usual.audience()),
                settings.duration("clock-skew", usual.clockSkew(), Duration.ZERO, Terms.MAX_SKEW),
                settings.duration("key-refresh", usual.keyRefresh()),
                settings.number("listen", usual.listen(), 0, 65_535),
                HostSettings.name(settings, "listen-host", usual.host()),
                HostSettings.address(settings, "issuer-address").orElse(null),
                settings.number("foreign-listen", usual.foreignListen(), 0, 65_535),
                HostSettings.address(settings, "foreign-address").orElse(null));
        if (terms.listen() != 0 && terms.listen() == terms.foreignListen()) {
            throw SettingsException.of("relyingParty.onePort", settings.path(), terms.listen());
        }
        if (terms.address() != null && terms.address().equals(terms.foreignAddress())) {
            throw SettingsException.of("relyingParty.oneOrigin", settings.path(), terms.address());
        }
        return terms;
    }

    @Override
    public void preflight(
            TokenAcceptance subject, Set<String> features, Predicate<String> selection, Workspace workspace) {
        Scene scene = Stage.set(subject, features, workspace).declared();
        TokenQuestion good = scene.token(TokenUse.ID_TOKEN).question();
        Acceptance acceptance = Questions.ask(() -> subject.judge(good));
        if (!acceptance.accepted()) {
            // Whoever refuses all tokens, or all of the kit's, shows nothing by refusing bad ones.
            throw NoAnswerException.of(
                    "relyingParty.goodRefused", good.issuer(), acceptance.reason() == null ? "-" : acceptance.reason());
        }
    }

    @Override
    public Optional<Bilingual> probe(String feature, TokenAcceptance subject, Workspace workspace) {
        Stage stage = Stage.of(workspace);
        Scene known = stage.declared();
        Set<String> features = new HashSet<>(known.features());
        if (feature.equals("key-cache") && !known.has("discovery")) {
            return Optional.empty(); // nothing is fetched that could be kept
        }
        if (feature.equals("federation")) {
            features.remove("discovery");
        }
        features.add(feature);
        Scene scene = stage.scene(features);
        boolean shown = switch (feature) {
            case "replay" -> remembers(subject, scene);
            case "key-cache" -> keepsKeys(subject, scene);
            default -> judgesRightly(subject, CaseBook.of(shownBy(feature), scene));
        };
        return shown ? Optional.of(Texts.of("relyingParty.probed", feature)) : Optional.empty();
    }

    private static String shownBy(String feature) {
        List<String> algorithms = List.of("es256", "eddsa", "ps256", "rs256", "sm2");
        int index = algorithms.indexOf(feature);
        // Whoever can trust an issuer in a way takes a good token of it.
        return index >= 0 ? "RP-00" + (index + 1) : SHOWN_BY.getOrDefault(feature, "TOK-012");
    }

    private static boolean judgesRightly(TokenAcceptance subject, List<Cases.Case> cases) {
        for (Cases.Case one : cases) {
            TokenQuestion question = one.draft().get().question();
            if (Questions.ask(() -> subject.judge(question)).accepted() != one.good()) {
                return false;
            }
        }
        return true;
    }

    private static boolean keepsKeys(TokenAcceptance subject, Scene scene) {
        PublishedIssuer issuer = scene.issuer();
        TokenQuestion first = scene.token(TokenUse.ID_TOKEN, issuer).question();
        TokenQuestion second = scene.token(TokenUse.ID_TOKEN, issuer).question();
        if (!Questions.ask(() -> subject.judge(first)).accepted()) {
            return false;
        }
        int before = scene.host().calls(issuer.path());
        return Questions.ask(() -> subject.judge(second)).accepted()
                && scene.host().calls(issuer.path()) == before;
    }

    private static boolean remembers(TokenAcceptance subject, Scene scene) {
        TokenQuestion question = scene.token(TokenUse.ID_TOKEN).question();
        return Questions.ask(() -> subject.judge(question)).accepted()
                && !Questions.ask(() -> subject.judge(question)).accepted();
    }
}
