package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.sample.SamplePackages;
import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** What a validator of packages is held to. */
@ForRole(Role.PACKAGE_VALIDATOR)
final class PackageValidatorTests {

    private static final String PROFILE = "lom";

    /** Takes in what keeps the requirement; refuses, or speaks of, what breaks it, for the right reason. */
    @ConformanceTemplate
    void judgesTheSamples(PackageValidation validator, AuditEntry entry, Check check, Workspace workspace) {
        for (SampleQuestion question : SampleQuestion.of(entry, workspace)) {
            try {
                Judgement judgement = Questions.ask(() -> validator.judge(question.request()));
                check.must(
                        question.expected().isRightOutcome(judgement), () -> question.exchange(judgement, validator));
                if (question.expected().isRightOutcome(judgement)) {
                    judgeReason(question, judgement, check, validator);
                }
            } catch (NoAnswerException e) {
                check.noAnswer(e);
            }
        }
    }

    private static void judgeReason(
            SampleQuestion question, Judgement judgement, Check check, PackageValidation validator) {
        boolean right = question.expected().isRightReason(judgement);
        if (question.expected().strength() == Level.MUST) {
            check.must(right, () -> question.exchange(judgement, validator));
        } else if (question.expected().strength() == Level.SHOULD) {
            check.should(right, () -> question.exchange(judgement, validator));
        }
    }

    @ConformanceTest("VAL-001")
    void judgesTheSamePackageAlikeWhateverItJudgedBefore(PackageValidation validator, Check check, Workspace workspace)
            throws IOException {
        Path folder = workspace.newFolder();
        ValidationRequest good = request(copy("PATH-001/pass.zip", folder.resolve("a.zip")));
        ValidationRequest bad = request(copy("PATH-001/fail.zip", folder.resolve("b.zip")));
        for (ValidationRequest request : List.of(good, bad, good, bad, bad, good)) {
            Judgement judgement = Questions.ask(() -> validator.judge(request));
            check.must(
                    judgement.accepted() == request.equals(good),
                    () -> exchange(
                            request,
                            Texts.of(
                                    request.equals(good)
                                            ? "validator.expected.accepted"
                                            : "validator.expected.rejected"),
                            judgement,
                            validator));
        }
    }

    @ConformanceTest("VAL-002")
    void leavesThePackageAsItIs(PackageValidation validator, Check check, Workspace workspace) throws IOException {
        Path folder = workspace.newFolder();
        for (String sample : List.of("PATH-022/pass.zip", "ZIP-012/fail.zip", "ZIP-031/fail.zip")) {
            ValidationRequest request = request(copy(sample, folder.resolve(sample.replace('/', '-'))));
            byte[] before = Files.readAllBytes(request.file());
            Judgement judgement = Questions.ask(() -> validator.judge(request));
            boolean same =
                    Files.exists(request.file()) && java.util.Arrays.equals(before, Files.readAllBytes(request.file()));
            check.must(same, () -> exchange(request, Texts.of("validator.expected.unchanged"), judgement, validator));
        }
    }

    @ConformanceTest("VAL-003")
    void refusesAPackageThatInflatesFarBeyondItsSize(PackageValidation validator, Check check, Workspace workspace) {
        ValidationRequest request = request(workspace.input(Bomb.make(), ".zip"));
        Judgement judgement = Questions.ask(() -> validator.judge(request));
        check.must(
                !judgement.accepted()
                        && judgement.reasons().stream()
                                .anyMatch(given -> given.weight() == Reason.Weight.ERROR
                                        && (given.reason() == ReasonClass.LIMIT || isAboutRatio(given))),
                () -> exchange(request, Texts.of("validator.expected.bomb"), judgement, validator));
    }

    private static boolean isAboutRatio(Reason given) {
        return "ZIP-025".equals(given.requirement()) || "ZIP-026".equals(given.requirement());
    }

    @ConformanceTest("VAL-004")
    void saysWhyItRefuses(PackageValidation validator, Check check, Workspace workspace) {
        for (String sample : List.of("ZIP-002/fail.zip", "ZIP-031/fail.zip", "PATH-001/fail.zip", "XML-008/fail.xml")) {
            ValidationRequest request = request(workspace.input(packaged(sample), ".zip"));
            Judgement judgement = Questions.ask(() -> validator.judge(request));
            check.must(
                    judgement.accepted()
                            || judgement.reasons().stream().anyMatch(given -> given.weight() == Reason.Weight.ERROR),
                    () -> exchange(request, Texts.of("validator.expected.reason"), judgement, validator));
        }
    }

    @ConformanceTest("VAL-005")
    void takesPackagesWhoseFileNamesAreChineseOrHaveSpaces(
            PackageValidation validator, Check check, Workspace workspace) throws IOException {
        Path folder = workspace.newFolder();
        for (String name : List.of("三年级 数学（上册）.zip", "a b & c's.zip", "-r.zip", "PACKAGE.ZIP", "没有后缀")) {
            ValidationRequest request = request(copy("PATH-001/pass.zip", folder.resolve(name)));
            Judgement judgement = Questions.ask(() -> validator.judge(request));
            check.must(
                    judgement.accepted(),
                    () -> exchange(request, Texts.of("validator.expected.accepted"), judgement, validator));
        }
    }

    @ConformanceTest("VAL-006")
    void followsNoAddressThatAPackageNames(PackageValidation validator, Check check, Workspace workspace)
            throws IOException {
        try (Listener listener = Listener.open()) {
            for (byte[] content : Lures.all(listener.address())) {
                ValidationRequest request = request(workspace.input(content, ".zip"));
                Bilingual received;
                try {
                    received = SampleQuestion.received(Questions.ask(() -> validator.judge(request)));
                } catch (NoAnswerException e) {
                    // Whoever waits for the address gives no answer, and called it nevertheless.
                    received = e.reason();
                    if (!listener.wasCalled()) {
                        check.noAnswer(e);
                    }
                }
                Bilingual shown = received;
                check.must(
                        !listener.wasCalled(),
                        () -> new Exchange(
                                Texts.of("validator.sent", request.file(), request.profile()),
                                Texts.of("validator.expected.uncalled", listener.address()),
                                shown,
                                validator.replay(request)));
            }
        }
    }

    private static ValidationRequest request(Path file) {
        return new ValidationRequest(file, PROFILE, Map.of());
    }

    private static byte[] packaged(String name) {
        String id = name.substring(0, name.indexOf('/'));
        return Samples.all().of(id).stream()
                .filter(sample -> sample.toString().equals(name))
                .findFirst()
                .map(new SamplePackages(Samples.all())::of)
                .orElseThrow();
    }

    private static Path copy(String sample, Path file) throws IOException {
        Path part = file.resolveSibling("part");
        Files.write(part, packaged(sample));
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Exchange exchange(
            ValidationRequest request, Bilingual expected, Judgement judgement, PackageValidation validator) {
        return new Exchange(
                Texts.of("validator.sent", request.file(), request.profile()),
                expected,
                SampleQuestion.received(judgement),
                validator.replay(request));
    }
}
