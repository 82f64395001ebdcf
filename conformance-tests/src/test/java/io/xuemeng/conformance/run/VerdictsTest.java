package io.xuemeng.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.role.PackageProfiles;
import io.xuemeng.conformance.validator.Judgement;
import io.xuemeng.conformance.validator.PackageValidation;
import io.xuemeng.conformance.validator.Reason;
import io.xuemeng.conformance.validator.SdkValidation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How verdicts come about, in process. */
class VerdictsTest {

    @TempDir
    Path folder;

    private RoleResult run(PackageValidation validation, String... only) {
        Offer offer = Offer.of(Role.PACKAGE_VALIDATOR, validation);
        Plan plan = new Plan("p", null, List.of(offer), List.of(only), null, List.of());
        RunResult result = ConformanceRun.run(plan, folder);
        return result.roles().get(0);
    }

    private static RequirementResult only(RoleResult role) {
        assertThat(role.requirements()).hasSize(1);
        return role.requirements().get(0);
    }

    @Test
    void whatAPlatformThrowsIsNoAnswer() {
        RoleResult role = run(
                request -> {
                    throw new IllegalStateException("no database");
                },
                "ZIP-031");

        assertThat(role.conclusion()).isEqualTo(Conclusion.NO_VERDICT);
        assertThat(only(role).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(role.reason().en()).contains("no database");
    }

    @Test
    void nullIsNoAnswer() {
        assertThat(only(run(request -> null, "ZIP-031")).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void aFailureOutweighsAnAnswerThatIsMissing() {
        SdkValidation sdk = new SdkValidation();
        RoleResult role = run(
                request -> {
                    Judgement judgement = sdk.judge(request);
                    if (!judgement.accepted()) {
                        throw new IllegalStateException("crash on bad packages");
                    }
                    return new Judgement(false, List.of(new Reason(null, Reason.Weight.ERROR, "ZIP-031", null)));
                },
                "ZIP-031");

        assertThat(only(role).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(role.conclusion()).isEqualTo(Conclusion.NOT_CONFORMANT);
    }

    @Test
    void whatIsOnlyShouldGivesAWarning() {
        SdkValidation sdk = new SdkValidation();
        RoleResult role = run(request -> new Judgement(sdk.judge(request).accepted(), List.of()), "PATH-010");

        assertThat(only(role).verdict()).isEqualTo(Verdict.WARNED);
        assertThat(only(role).tests().get(0).exchanges()).isNotEmpty();
    }

    @Test
    void refusingWhatIsOnlyAWarningFails() {
        RoleResult role = run(
                request -> new Judgement(false, List.of(new Reason(null, Reason.Weight.ERROR, "PATH-010", null))),
                "PATH-010");

        assertThat(only(role).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void whatIsAboutAnUndeclaredFeatureIsInapplicableAndNeverAsked() {
        RoleResult role = run(new SdkValidation(), "META-041");

        assertThat(only(role).verdict()).isEqualTo(Verdict.INAPPLICABLE);
        assertThat(only(role).tests().get(0).reason().en()).contains("metadata-json");
    }

    @Test
    void anUndeclaredFeatureThatShowsIsAContradiction() {
        RoleResult role = run(new SdkValidation());

        assertThat(role.conclusion()).isEqualTo(Conclusion.CONFORMANT);
        assertThat(role.contradictions())
                .extracting(contradiction -> contradiction.feature())
                .contains("metadata-json", "profile-alliance", "ai-labels");
    }

    @Test
    void whoDoesNotAnswerWhenAnUndeclaredFeatureIsProbedDoesNotContradictItself() {
        SdkValidation sdk = new SdkValidation();
        RoleResult role = run(request -> {
            if (!request.profile().equals(PackageProfiles.BASE)) {
                throw new IllegalStateException("what is not declared");
            }
            return sdk.judge(request);
        });

        assertThat(role.conclusion()).isEqualTo(Conclusion.CONFORMANT);
        assertThat(role.contradictions())
                .extracting(contradiction -> contradiction.feature())
                .contains("metadata-json")
                .noneMatch(feature -> feature.startsWith("profile-"));
    }

    @Test
    void testsRunSideBySideWhereThePlatformAllows() {
        Set<String> threads = java.util.concurrent.ConcurrentHashMap.newKeySet();
        SdkValidation sdk = new SdkValidation();
        Offer offer = Offer.of(Role.PACKAGE_VALIDATOR, (PackageValidation) request -> {
                    threads.add(Thread.currentThread().getName());
                    return sdk.judge(request);
                })
                .parallel(2);
        Plan plan = new Plan("p", null, List.of(offer), List.of("ZIP"), null, List.of());

        RunResult result = ConformanceRun.run(plan, folder);

        assertThat(result.roles().get(0).count(Verdict.FAILED)).isZero();
        assertThat(threads).hasSizeGreaterThan(1);
    }

    @Test
    void namesOfInputsSayNothingOfWhatIsExpected() {
        SdkValidation sdk = new SdkValidation();
        run(
                request -> {
                    String name = request.file().getFileName().toString();
                    assertThat(name)
                            .doesNotContain("fail", "pass", "good", "bad")
                            .matches("[0-9a-f]{24}\\.zip");
                    return sdk.judge(request);
                },
                "ZIP");
    }
}
