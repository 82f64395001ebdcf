package io.xuemeng.conformance.lrs;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.role.XapiRoles;
import io.xuemeng.conformance.sample.Sample;
import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.lrs.server.LrsRequirement;
import io.xuemeng.lrs.statement.XapiVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The samples of statements and of requests: what keeps a requirement is taken, what breaks it is refused with the right status. */
@ForRole(Role.LRS)
final class RecordStoreSampleTests {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    /** Stores the good statements, and refuses the bad ones. */
    @ConformanceTemplate
    void judgesStatements(HttpPlatform platform, AuditEntry entry, Check check, Workspace workspace) {
        Requirement requirement = LrsKit.requirement(entry.id());
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            if (!requirement.editions().contains(lrs.version().edition())) {
                continue;
            }
            for (Sample sample : Samples.all().of(entry.id())) {
                if (isFor(sample, lrs.version())) {
                    judge(sample, level(entry, sample, lrs.version()), lrs);
                }
            }
        }
    }

    /** How strongly a store is asked to judge a sample right: the audit names what the standard only recommends, or leaves to the store. */
    private static Level level(AuditEntry entry, Sample sample, XapiVersion version) {
        List<String> lenient =
                List.of(entry.attributes().getOrDefault("should", "").split(","));
        boolean should = lenient.contains(XapiRoles.feature(version)) || lenient.contains(sample.stem());
        return should && !sample.isGood() ? Level.SHOULD : Level.MUST;
    }

    private static void judge(Sample sample, Level level, Dialogue lrs) {
        String text = new String(Samples.all().content(sample), StandardCharsets.UTF_8);
        HttpQuestion question =
                lrs.sending("POST", "/statements", SampleNames.replaced(text, lrs.names(), sample.toString()));
        HttpAnswer answer = lrs.ask(question);
        if (sample.isGood()) {
            lrs.must(answer.status() == 200, Texts.of("lrs.expected.stored", sample));
        } else {
            lrs.expect(level, answer.status() == BAD_REQUEST, Texts.of("lrs.expected.refused", sample, BAD_REQUEST));
        }
    }

    private static boolean isFor(Sample sample, XapiVersion version) {
        return !sample.stem().matches(".*-[12]\\.0")
                || sample.stem().endsWith(version == XapiVersion.V1_0 ? "-1.0" : "-2.0");
    }

    /** Answers the good requests, and refuses the bad ones with the status that the standard gives them. */
    @ConformanceTemplate
    void answersRequests(HttpPlatform platform, AuditEntry entry, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            if (!applies(entry, lrs.version())) {
                continue;
            }
            for (Sample sample : Samples.all().of(entry.id())) {
                answer(sample, entry, lrs);
            }
        }
    }

    private static boolean applies(AuditEntry entry, XapiVersion version) {
        for (XapiVersion other : XapiVersion.values()) {
            if (other != version && entry.features().contains(XapiRoles.feature(other))) {
                return false;
            }
        }
        return true;
    }

    private static void answer(Sample sample, AuditEntry entry, Dialogue lrs) {
        LrsRequirement requirement = (LrsRequirement) LrsKit.requirement(entry.id());
        List<HttpQuestion> questions = SampleRequests.of(sample, lrs);
        for (HttpQuestion question : questions.subList(0, questions.size() - 1)) {
            lrs.prepare(question);
            if (question.path().equals("/statements") && !question.method().equals("GET")) {
                lrs.settle();
            }
        }
        HttpAnswer answer = lrs.ask(questions.get(questions.size() - 1));
        if (sample.isGood()) {
            boolean known = answer.status() == CONFLICT
                    && SampleNames.isSigned(new String(Samples.all().content(sample), StandardCharsets.UTF_8));
            lrs.expect(
                    requirement.level(),
                    answer.status() < BAD_REQUEST || known,
                    Texts.of("lrs.expected.answered", sample));
            return;
        }
        String status = String.valueOf(answer.status());
        lrs.expect(
                requirement.level(),
                answer.status() == requirement.status()
                        || List.of(entry.attributes().getOrDefault("or", "").split(","))
                                .contains(status),
                Texts.of("lrs.expected.refused", sample, requirement.status()));
    }

    /** Asks with no credentials and with wrong ones. */
    @ConformanceTemplate
    void asksForCredentials(HttpPlatform platform, AuditEntry entry, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            HttpQuestion question = lrs.get("/statements").parameter("limit", "1");
            lrs.prepare(question);
            int status = ((LrsRequirement) LrsKit.requirement(entry.id())).status();
            lrs.mustGive(status, question.anonymous());
            lrs.mustGive(status, question.header("Authorization", "Basic bm9ib2R5Ondyb25n"));
        }
    }

    /** Asks with bytes that are no UTF-8. The sample itself cannot be sent: no client makes an address of it. */
    @ConformanceTemplate
    void refusesWhatCannotBeDecoded(HttpPlatform platform, AuditEntry entry, Check check, Workspace workspace) {
        for (Dialogue lrs : Dialogue.each(platform, check, workspace)) {
            lrs.prepare(lrs.get("/statements").query("verb=http%3A%2F%2Fexample.cn%2Fa"));
            lrs.mustGive(
                    ((LrsRequirement) LrsKit.requirement(entry.id())).status(),
                    lrs.get("/statements").query("verb=http%3A%2F%2Fexample.cn%2Fa%FF"));
        }
    }
}
