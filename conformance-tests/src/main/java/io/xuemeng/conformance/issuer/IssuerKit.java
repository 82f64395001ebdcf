package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.audit.Audit;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.conformance.host.HostSettings;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpTarget;
import io.xuemeng.conformance.role.AuditedKit;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.identity.IdentityCatalogue;
import io.xuemeng.identity.session.TokenExchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The role {@link Role#ISSUER}. */
public final class IssuerKit extends AuditedKit<IssuerTarget> {

    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.of(Stream.concat(
                    IdentityCatalogue.standard().requirements().stream(),
                    Arrays.<Requirement>stream(IssuerRequirement.values()))
            .toList());
    private static final Audit AUDIT = Audit.read(IssuerKit.class.getResourceAsStream("audit.tsv"), "issuer");

    /** Found by the service loader. */
    public IssuerKit() {
        super(
                Role.ISSUER,
                IssuerTarget.class,
                CATALOGUE,
                AUDIT,
                List.of(
                        PublishedTests.class,
                        IssuedTests.class,
                        RefusalTests.class,
                        SessionTests.class,
                        RefreshTests.class,
                        LogoutTests.class,
                        ExchangeTests.class,
                        EntityTests.class,
                        RegistrationTests.class));
    }

    @Override
    public Map<String, Bilingual> features() {
        Map<String, Bilingual> features = new TreeMap<>();
        addFeatures(
                features,
                "issuer.feature.",
                "acr",
                "backchannel-logout",
                "federation",
                "jwt-access-token",
                "logout",
                "refresh-token",
                "registration",
                "second-client",
                "sm2",
                "token-exchange",
                "token-exchange-minors",
                "token-exchange-revocation",
                "userinfo");
        return features;
    }

    @Override
    public IssuerTarget connect(Settings settings, Workspace workspace) {
        String endpoint = settings.requiredText("endpoint");
        TestUser user = user(settings, "user");
        ClientTerms client = client(settings, "client", "/logout", workspace);
        if (client == null) {
            throw SettingsException.of("settings.missing", settings.path() + ".client");
        }
        IssuerTerms terms = new IssuerTerms(
                endpoint,
                client,
                client(settings, "second-client", "/logout-2", workspace),
                user.name(),
                user.password(),
                settings.text("scope").orElse("openid"),
                exchange(settings));
        return new IssuerTarget(HttpTarget.of(settings, workspace), terms);
    }

    private static TestUser user(Settings settings, String key) {
        String user = settings.requiredText(key);
        int colon = user.indexOf(':');
        if (colon < 1) {
            throw SettingsException.of("issuer.user", settings.path() + '.' + key);
        }
        return new TestUser(user.substring(0, colon), user.substring(colon + 1));
    }

    /** What exchanging tokens takes, which must be there when that is declared. */
    private static @Nullable ExchangeTerms exchange(Settings settings) {
        List<String> features = settings.texts("features");
        Settings section = settings.section("exchange").orElse(null);
        if (section == null) {
            if (features.stream().anyMatch(feature -> feature.startsWith("token-exchange"))) {
                throw SettingsException.of("settings.missing", settings.path() + ".exchange");
            }
            return null;
        }
        String minor = "minor-without-guardian";
        boolean hasMinor = section.keys().contains(minor) || features.contains("token-exchange-minors");
        ExchangeTerms terms = new ExchangeTerms(
                section.requiredText("audience"),
                user(section, "without-consent"),
                hasMinor ? user(section, minor) : null);
        section.finish();
        return terms;
    }

    private static @Nullable ClientTerms client(Settings settings, String name, String path, Workspace workspace) {
        Settings section = settings.section(name).orElse(null);
        if (section == null) {
            return null;
        }
        Optional<String> pem = section.text("key");
        ClientTerms client = pem.isPresent()
                ? member(section, pem.get(), isRefreshing(settings), path, workspace)
                : new ClientTerms(
                        section.requiredText("id"),
                        section.requiredText("redirect-uri"),
                        section.text("secret").orElse(null),
                        null,
                        logout(section, path, workspace));
        section.finish();
        return client;
    }

    private static boolean isRefreshing(Settings settings) {
        List<String> scope = Arrays.asList(settings.text("scope").orElse("").split(" "));
        return settings.texts("features").contains("refresh-token") || scope.contains("offline_access");
    }

    private static @Nullable LogoutTerms logout(Settings section, String path, Workspace workspace) {
        LogoutInbox inbox = inbox(section, path, workspace);
        return section.text("post-logout-redirect-uri")
                .map(returnTo -> new LogoutTerms(returnTo, inbox))
                .orElse(null);
    }

    private static @Nullable LogoutInbox inbox(Settings section, String path, Workspace workspace) {
        boolean wanted =
                section.keys().contains("logout-listen") || section.keys().contains("logout-address");
        int port = section.number("logout-listen", 0, 0, 65_535);
        URI address = HostSettings.address(section, "logout-address").orElse(null);
        String host = HostSettings.name(section, "listen-host", "127.0.0.1");
        return wanted ? LogoutInbox.on(workspace.closing(Host.at(host, port, address)), path) : null;
    }

    private static ClientTerms member(
            Settings section, String pem, boolean refreshing, String path, Workspace workspace) {
        SigningKey key;
        try {
            key = SigningKey.fromPem(pem, null);
        } catch (UnusableKeyException e) {
            throw SettingsException.of("issuer.key", section.path() + ".key");
        }
        int listen = section.number("listen", 0, 0, 65_535);
        String name = HostSettings.name(section, "listen-host", "127.0.0.1");
        URI address = HostSettings.address(section, "address").orElse(null);
        String superior = section.requiredText("superior");
        return KitAsMember.publish(
                workspace.closing(Host.at(name, listen, address)),
                key,
                superior,
                refreshing,
                inbox(section, path, workspace));
    }

    @Override
    public List<Bilingual> explain(String id) {
        List<String> cases = new ArrayList<>(RegistrationTests.cases(id));
        cases.addAll(ExchangeTests.cases(id));
        if (id.equals("ISS-032")) {
            cases.addAll(RefusalTests.otherAddresses("https://kit.example.cn/callback"));
        } else if (id.equals("ISS-038")) {
            SessionTests.HARMLESS.forEach((name, value) -> cases.add(name + '=' + value));
        }
        return cases.stream().map(one -> Texts.of("issuer.explain.case", one)).toList();
    }

    @Override
    public void preflight(
            IssuerTarget subject, Set<String> features, Predicate<String> selection, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(subject, workspace);
        HttpAnswer document = dialogue.document();
        if (document.status() >= 500) {
            throw NoAnswerException.of("issuer.broken", document.status());
        }
        dialogue.issued();
    }

    @Override
    public Optional<Bilingual> probe(String feature, IssuerTarget subject, Workspace workspace) {
        Dialogue dialogue = Dialogue.with(subject, workspace);
        boolean shown = switch (feature) {
            case "federation" ->
                dialogue.web()
                                .ask(dialogue.web()
                                        .at("GET", subject.terms().issuer() + "/.well-known/openid-federation"))
                                .status()
                        == 200;
            case "acr" -> !dialogue.metadata().path("acr_values_supported").isEmpty();
            case "backchannel-logout" ->
                dialogue.metadata().path("backchannel_logout_supported").asBoolean(false);
            case "logout" -> dialogue.metadata().has("end_session_endpoint");
            case "refresh-token" -> !dialogue.issued().token("refresh_token").isEmpty();
            case "registration" -> subject.terms().client().key() != null;
            case "sm2" -> dialogue.metadata().has("sm2_jwks_uri");
            case "token-exchange" -> exchanges(dialogue);
            case "token-exchange-revocation" ->
                exchanges(dialogue) && dialogue.metadata().has("revocation_endpoint");
            case "userinfo" -> dialogue.metadata().has("userinfo_endpoint");
            case "jwt-access-token" -> dialogue.issued().accessToken().isEmpty();
            default -> false; // whether the kit is two clients is for the target file to say
        };
        return shown ? Optional.of(Texts.of("issuer.probed", feature)) : Optional.empty();
    }

    private static boolean exchanges(Dialogue dialogue) {
        return Json.texts(dialogue.metadata().path("grant_types_supported")).contains(TokenExchange.GRANT_TYPE);
    }
}
