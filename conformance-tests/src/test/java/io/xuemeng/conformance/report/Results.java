package io.xuemeng.conformance.report;

import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.Contradiction;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.result.Untested;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.text.Bilingual;
import java.util.List;
import java.util.Set;

/** A result in which everything occurs, with texts that attack whoever renders them. */
final class Results {

    static final String HOSTILE = "</script><script>alert(1)</script> \"'& ]]> \u0001 😀";

    private Results() {}

    static RunResult everything() {
        return new RunResult(
                RunResult.FORMAT,
                "0.1.0",
                "0.1.0+abc",
                "示例云课堂 4.2 <b>",
                "ab".repeat(32),
                "6f1c1e0e-0000-4000-8000-000000000000",
                "2026-11-26T08:00:00Z",
                12_345,
                List.of(),
                Conclusion.NOT_CONFORMANT,
                false,
                List.of(new Bilingual("预期失败没有出现", "an expected failure did not happen")),
                List.of(
                        new RoleResult(
                                "package-validator",
                                Set.of("ai-labels", "profile-alliance"),
                                Conclusion.NOT_CONFORMANT,
                                null,
                                List.of(
                                        requirement("ZIP-001", Verdict.PASSED, "APPNOTE 6.3.10, 4.3.1"),
                                        requirement("ZIP-012", Verdict.FAILED, "APPNOTE 6.3.10, 4.4.22"),
                                        requirement("META-102", Verdict.WARNED, "BCP 47 (RFC 5646), 2.1; LOM 1.3"),
                                        requirement("JSON-001", Verdict.INAPPLICABLE, "RFC 8259, 2"),
                                        requirement("XML-008", Verdict.CANNOT_TELL, "profile decision")),
                                List.of(new Untested(
                                        "MAN-009", "MUST", "profile decision", new Bilingual("取决于机器", "depends"))),
                                List.of(new Contradiction("metadata-json", new Bilingual("看到了", "seen")))),
                        new RoleResult(
                                "package-producer",
                                Set.of(),
                                Conclusion.NO_VERDICT,
                                new Bilingual("预检：不通", "Preflight: dead"),
                                List.of(requirement("PROD-001", Verdict.CANNOT_TELL, "profile decision")),
                                List.of(),
                                List.of())));
    }

    private static RequirementResult requirement(String id, Verdict verdict, String source) {
        Bilingual reason = verdict == Verdict.CANNOT_TELL || verdict == Verdict.INAPPLICABLE
                ? new Bilingual("原因 " + HOSTILE, "reason " + HOSTILE)
                : null;
        List<Exchange> exchanges = verdict == Verdict.FAILED || verdict == Verdict.WARNED
                ? List.of(new Exchange(
                        new Bilingual("发送的包", "the package"),
                        new Bilingual("拒绝", "rejected"),
                        Bilingual.same("accepted " + HOSTILE),
                        "cd /work && printf '%s\\n' '{}' | ./validate"))
                : List.of();
        return new RequirementResult(
                id,
                "MUST",
                source,
                new Bilingual("结束记录的条目数不对 " + id, "The end record counts wrong " + id),
                verdict == Verdict.INAPPLICABLE ? Set.of("metadata-json") : Set.of(),
                verdict,
                verdict == Verdict.FAILED,
                List.of(new TestResult("PackageValidatorTests.judgesTheSamples", verdict, 7, 4, reason, exchanges)));
    }
}
