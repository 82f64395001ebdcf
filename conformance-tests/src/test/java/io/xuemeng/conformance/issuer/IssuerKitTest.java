package io.xuemeng.conformance.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target file may say of an issuer that exchanges tokens, and how the kit treats it. */
class IssuerKitTest {

    @TempDir
    Path folder;

    private IssuerTerms connect(Map<String, Object> changed) {
        Map<String, Object> section = new HashMap<>(Map.of(
                "endpoint",
                "https://issuer.example.cn",
                "user",
                "lihua:correct horse",
                "client",
                Map.of("id", "kit", "redirect-uri", "https://kit.example.cn/callback")));
        section.putAll(changed);
        Settings settings = new Settings("roles.issuer", section, folder);
        IssuerTarget target = new IssuerKit().connect(settings, new Workspace("run", folder));
        settings.finish();
        return target.terms();
    }

    @Test
    void whatExchangingTokensTakesIsRead() {
        Map<String, Object> exchange =
                Map.of("audience", "other", "without-consent", "wangwei:a:b", "minor-without-guardian", "xiaoming:c");

        assertThat(connect(Map.of("exchange", exchange)).exchange())
                .isEqualTo(new ExchangeTerms("other", new TestUser("wangwei", "a:b"), new TestUser("xiaoming", "c")));
        assertThat(connect(Map.of()).exchange()).isNull();
        assertThat(connect(Map.of("exchange", Map.of("audience", "other", "without-consent", "wangwei:a")))
                        .exchange())
                .isEqualTo(new ExchangeTerms("other", new TestUser("wangwei", "a"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-exchange", "token-exchange-minors", "token-exchange-revocation"})
    void whoeverDeclaresItSaysWhatItTakes(String feature) {
        assertThatThrownBy(() -> connect(Map.of("features", List.of(feature))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("roles.issuer.exchange");
    }

    @Test
    void whatIsMissingOrNotUnderstoodIsNamed() {
        Map<String, Object> full = Map.of("audience", "other", "without-consent", "wangwei:a");

        assertRefused(List.of(), Map.of("without-consent", "wangwei:a"), "exchange.audience");
        assertRefused(List.of(), Map.of("audience", "other"), "exchange.without-consent");
        assertRefused(List.of(), Map.of("audience", "other", "without-consent", "wangwei"), "exchange.without-consent");
        assertRefused(List.of("token-exchange-minors"), full, "exchange.minor-without-guardian");
        Map<String, Object> mistyped = new HashMap<>(full);
        mistyped.put("minor", "xiaoming:c");
        assertRefused(List.of(), mistyped, "exchange.minor");
    }

    private void assertRefused(List<String> features, Map<String, Object> exchange, String named) {
        assertThatThrownBy(() -> connect(Map.of("features", features, "exchange", exchange)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("roles.issuer." + named);
    }

    @Test
    void aUserShowsNoPassword() {
        assertThat(new ExchangeTerms("other", new TestUser("wangwei", "a9b8"), null).toString())
                .contains("wangwei")
                .doesNotContain("a9b8");
    }

    private RoleResult run(IssuerTarget target, Set<String> features) {
        Offer offer = new Offer(Role.ISSUER, target, features, 1);
        return ConformanceRun.run(Plan.of("run", List.of(offer)), folder)
                .roles()
                .get(0);
    }

    private static Set<String> without(String... features) {
        Set<String> declared = new HashSet<>(new IssuerKit().features().keySet());
        declared.removeAll(List.of(features));
        return declared;
    }

    @Test
    void tokensThatAreNoJwtsAreExchangedToo() {
        IssuerMutant opaque = IssuerMutant.accessToken(
                "opaque", draft -> draft.compact = token -> UUID.randomUUID().toString());

        RoleResult result = run(new HandMadeIssuer(opaque).target(), without("jwt-access-token"));

        assertThat(result.requirements().stream()
                        .filter(requirement -> requirement.verdict() != Verdict.PASSED
                                && requirement.verdict() != Verdict.INAPPLICABLE)
                        .map(requirement -> requirement.id() + requirement.tests()))
                .isEmpty();
        assertThat(verdict(result, "TOK-092")).isEqualTo(Verdict.PASSED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clientsWithASecretAndPublicOnesExchangeToo(boolean secret) {
        HandMadeIssuer platform = new HandMadeIssuer(IssuerMutant.right());
        IssuerTerms terms = new IssuerTerms(
                HandMadeIssuer.ID,
                secret ? HandMadeIssuer.SECOND : HandMadeIssuer.PUBLIC,
                null,
                HandMadeIssuer.TERMS.user(),
                HandMadeIssuer.TERMS.password(),
                "openid",
                HandMadeIssuer.TERMS.exchange());

        RoleResult result = run(
                new IssuerTarget(platform, terms),
                Set.of("token-exchange", "token-exchange-minors", "token-exchange-revocation"));

        for (String id :
                List.of("ISS-080", "ISS-081", "TOK-090", "TOK-091", "TOK-092", "TOK-093", "TOK-094", "TOK-096")) {
            assertThat(verdict(result, id)).as(id).isEqualTo(Verdict.PASSED);
        }
        assertThat(verdict(result, "ISS-083")).isEqualTo(Verdict.INAPPLICABLE);
    }

    @Test
    void whatIsOfferedAndNotDeclaredIsSaid() {
        Workspace workspace = new Workspace("run", folder);
        IssuerTarget target = new HandMadeIssuer(IssuerMutant.right()).target();

        assertThat(new IssuerKit().probe("token-exchange", target, workspace)).isPresent();
        assertThat(new IssuerKit().probe("token-exchange-revocation", target, workspace))
                .isPresent();
    }

    @Test
    void refusalsOfAnIssuerThatExchangesNothingShowNothing() {
        RoleResult result = run(
                new HandMadeIssuer(IssuerMutant.with(Habit.EXCHANGES_NOTHING)).target(),
                new IssuerKit().features().keySet());

        assertThat(verdict(result, "ISS-080")).isEqualTo(Verdict.FAILED);
        assertThat(verdict(result, "TOK-092")).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(verdict(result, "TOK-093")).isEqualTo(Verdict.CANNOT_TELL);
    }

    private static Verdict verdict(RoleResult result, String id) {
        return result.requirements().stream()
                .filter(requirement -> requirement.id().equals(id))
                .map(RequirementResult::verdict)
                .findFirst()
                .orElseThrow();
    }
}
