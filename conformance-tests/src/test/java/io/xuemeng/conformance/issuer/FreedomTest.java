package io.xuemeng.conformance.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.run.ConformanceRun;
import io.xuemeng.conformance.run.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the standards leave to issuers fails none, and depends on the client where they say so. */
class FreedomTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Freedom.class)
    void anIssuerMayDoWhatIsLeftToIt(Freedom freedom) {
        IssuerTarget target = new HandMadeIssuer(IssuerMutant.right(freedom)).target();
        Offer offer = new Offer(Role.ISSUER, target, new IssuerKit().features().keySet(), 1);

        RunResult result =
                ConformanceRun.run(new Plan("free", null, List.of(offer), List.of("ISS"), null, List.of()), folder);

        assertThat(result.roles().get(0).requirements().stream()
                        .filter(requirement -> requirement.verdict() != Verdict.PASSED)
                        .map(requirement -> requirement.id() + requirement.tests()))
                .isEmpty();
    }

    private Verdict rotation(IssuerMutant mutant, ClientTerms client) {
        Offer offer = new Offer(
                Role.ISSUER,
                new IssuerTarget(new HandMadeIssuer(mutant), terms(client, "openid")),
                Set.of("refresh-token"),
                1);
        RunResult result = ConformanceRun.run(
                new Plan("rotation", null, List.of(offer), List.of("ISS-064"), null, List.of()), folder);
        return result.roles().get(0).requirements().stream()
                .filter(requirement -> requirement.id().equals("ISS-064"))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    @Test
    void aClientThatCannotProveWhoItIsGetsAnotherRefreshTokenEachTime() {
        ClientTerms open = HandMadeIssuer.PUBLIC;

        assertThat(rotation(IssuerMutant.right(), open)).isEqualTo(Verdict.PASSED);
        assertThat(rotation(IssuerMutant.right(Freedom.KEEPS_REFRESH_TOKENS), open))
                .isEqualTo(Verdict.FAILED);
        assertThat(rotation(IssuerMutant.right(Freedom.KEEPS_AND_REPEATS_REFRESH_TOKENS), open))
                .isEqualTo(Verdict.FAILED);
        assertThat(rotation(IssuerMutant.with(Habit.TAKES_OLD_REFRESH_TOKENS), open))
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void whoeverAsksForRefreshTokensAsksThatSomebodyAgrees() {
        List<String> prompts = new CopyOnWriteArrayList<>();
        HandMadeIssuer issuer = new HandMadeIssuer(IssuerMutant.right());
        HttpPlatform listening = question -> {
            if (question.path().equals("/authorize")) {
                prompts.add(Web.query(question.query()).getOrDefault("prompt", "-"));
            }
            return issuer.ask(question);
        };

        UserSignIn.run(dialogue(listening, "openid offline_access"), HandMadeIssuer.PUBLIC, Map.of());
        UserSignIn.run(dialogue(listening, "openid offline_access"), HandMadeIssuer.PUBLIC, Map.of("prompt", "login"));
        UserSignIn.run(dialogue(listening, "openid"), HandMadeIssuer.PUBLIC, Map.of());

        assertThat(prompts).containsExactly("consent", "login", "-");
    }

    private Dialogue dialogue(HttpPlatform platform, String scope) {
        return Dialogue.with(
                new IssuerTarget(platform, terms(HandMadeIssuer.PUBLIC, scope)), new Workspace("run", folder));
    }

    private static IssuerTerms terms(ClientTerms client, String scope) {
        IssuerTerms usual = HandMadeIssuer.TERMS;
        return new IssuerTerms(usual.issuer(), client, null, usual.user(), usual.password(), scope);
    }

    @Test
    void anOldRefreshTokenOfAClientThatProvesWhoItIsIsOnlyWarnedOf() {
        ClientTerms known = HandMadeIssuer.KIT;

        assertThat(rotation(IssuerMutant.right(), known)).isEqualTo(Verdict.PASSED);
        assertThat(rotation(IssuerMutant.with(Habit.TAKES_OLD_REFRESH_TOKENS), known))
                .isEqualTo(Verdict.WARNED);
    }
}
