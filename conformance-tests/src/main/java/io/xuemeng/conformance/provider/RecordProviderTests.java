package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Excerpt;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.lrs.statement.validation.StatementReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a sender of learner records is held to: the statements it sends, and how it sends them. */
@ForRole(Role.RECORD_PROVIDER)
final class RecordProviderTests {

    private static final int MAX_SHOWN = 600;

    /** Sends statements in which the requirement is never broken. */
    @ConformanceTemplate
    void sendsStatementsThatKeepIt(AuditEntry entry, Check check, Workspace workspace) {
        Requirement requirement = ProviderKit.requirement(entry.id());
        for (Errand errand : answered(check, workspace)) {
            if (!requirement.editions().contains(errand.version().edition())) {
                continue;
            }
            for (Received sent : errand.sendings()) {
                List<Finding> findings = new ArrayList<>();
                StatementReader.forVersion(errand.version())
                        .read(sent.body().json())
                        .reportTo(findings::add);
                findings.removeIf(finding -> !finding.id().equals(entry.id()));
                Bilingual found = Bilingual.list(findings.stream()
                        .map(finding -> Bilingual.of(finding::problem))
                        .toList());
                Bilingual expected = Texts.of("provider.expected.keeps", entry.id());
                check.expect(
                        requirement.level(), findings.isEmpty(), () -> exchange(errand, expected, found(sent, found)));
            }
        }
    }

    /** The errands about which something can be told; what got no answer is noted. */
    private static List<Errand> answered(Check check, Workspace workspace) {
        List<Errand> answered = new ArrayList<>();
        for (Errand errand : Errands.known(workspace).all()) {
            NoAnswerException noAnswer = errand.noAnswer();
            if (noAnswer == null) {
                answered.add(errand);
            } else {
                check.noAnswer(noAnswer);
            }
        }
        return answered;
    }

    @ConformanceTest("PROV-001")
    void sendsWhatHappened(Check check, Workspace workspace) {
        for (Errand errand : answered(check, workspace)) {
            if (errand.temper() == Temper.REFUSING || hasGivenUp(errand)) {
                continue;
            }
            List<JsonNode> statements = new ArrayList<>();
            errand.taken().forEach(sent -> statements.addAll(sent.statements()));
            for (LearnerRecord record : errand.order().records()) {
                List<JsonNode> fitting = statements.stream()
                        .filter(statement -> Telling.isAbout(statement, record))
                        .toList();
                List<String> missing = fitting.isEmpty()
                        ? List.of("actor, verb, object")
                        : Telling.differences(fitting.get(0), record);
                check.must(
                        missing.isEmpty(),
                        () -> exchange(
                                errand,
                                Texts.of("provider.expected.record", Telling.of(record)),
                                Texts.of(
                                        "provider.received.different",
                                        String.join(", ", missing),
                                        fitting.isEmpty()
                                                ? "–"
                                                : shortened(fitting.get(0).toString()))));
            }
        }
    }

    /** A busy store took nothing, and the sender says so: it may (PROV-006). */
    private static boolean hasGivenUp(Errand errand) {
        return errand.temper() == Temper.BUSY_AT_FIRST && errand.taken().isEmpty() && !errand.isToldDelivered();
    }

    @ConformanceTest("PROV-002")
    void sendsEachRecordOnce(Check check, Workspace workspace) {
        for (Errand errand : answered(check, workspace)) {
            Set<String> ids = new HashSet<>();
            List<JsonNode> distinct = new ArrayList<>();
            for (Received sent : errand.taken()) {
                for (JsonNode statement : sent.statements()) {
                    String id = sent.id(statement).orElse("");
                    if (id.isEmpty() || ids.add(id)) {
                        distinct.add(statement);
                    }
                }
            }
            for (LearnerRecord record : errand.order().records()) {
                long count = distinct.stream()
                        .filter(statement -> Telling.isAbout(statement, record))
                        .count();
                check.must(
                        count <= 1,
                        () -> exchange(
                                errand,
                                Texts.of("provider.expected.once", Telling.of(record)),
                                Texts.of("provider.received.times", count)));
            }
        }
    }

    @ConformanceTest("PROV-003")
    void saysWhichVersionItSpeaks(Check check, Workspace workspace) {
        eachSending(
                check,
                workspace,
                ProviderRequirement.VERSION,
                "provider.expected.version",
                (errand, sent) -> sent.question()
                        .header("X-Experience-API-Version")
                        .filter(version ->
                                version.startsWith(errand.version().header().substring(0, 3)))
                        .isPresent());
    }

    @ConformanceTest("PROV-004")
    void sendsItsCredentials(Check check, Workspace workspace) {
        eachSending(
                check, workspace, ProviderRequirement.CREDENTIALS, "provider.expected.credentials", (errand, sent) -> {
                    String pair = errand.order().name() + ':' + errand.order().password();
                    String right = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
                    return sent.question()
                            .header("Authorization")
                            .filter(right::equals)
                            .isPresent();
                });
    }

    @ConformanceTest("PROV-005")
    void saysThatItSendsJson(Check check, Workspace workspace) {
        eachSending(
                check,
                workspace,
                ProviderRequirement.CONTENT_TYPE,
                "provider.expected.type",
                (errand, sent) -> sent.body().mediaType().equals("application/json"));
    }

    @ConformanceTest("PROV-006")
    void sendsAgainWhatABusyStoreDidNotTake(Check check, Workspace workspace) {
        for (Errand errand : answered(check, workspace)) {
            if (errand.temper() == Temper.BUSY_AT_FIRST) {
                boolean told = errand.isToldDelivered() != errand.taken().isEmpty();
                check.must(told, () -> exchange(errand, Texts.of("provider.expected.told"), delivery(errand)));
                check.should(
                        !errand.taken().isEmpty(),
                        () -> exchange(errand, Texts.of("provider.expected.again"), delivery(errand)));
            }
        }
    }

    @ConformanceTest("PROV-007")
    void tellsWhatAStoreRefused(Check check, Workspace workspace) {
        for (Errand errand : answered(check, workspace)) {
            boolean delivered = errand.isToldDelivered();
            if (errand.temper() == Temper.REFUSING) {
                check.must(!delivered, () -> exchange(errand, Texts.of("provider.expected.failed"), delivery(errand)));
            } else if (errand.temper() == Temper.WILLING) {
                check.must(
                        delivered, () -> exchange(errand, Texts.of("provider.expected.delivered"), delivery(errand)));
            }
        }
    }

    @ConformanceTest("PROV-008")
    void choosesTheIdsOfItsStatements(Check check, Workspace workspace) {
        eachSending(
                check,
                workspace,
                ProviderRequirement.IDS,
                "provider.expected.ids",
                (errand, sent) -> sent.statements().stream()
                        .allMatch(statement -> sent.id(statement).isPresent()));
    }

    private static void eachSending(
            Check check,
            Workspace workspace,
            ProviderRequirement requirement,
            String expected,
            BiPredicate<Errand, Received> holds) {
        for (Errand errand : answered(check, workspace)) {
            for (Received sent : errand.sendings()) {
                check.expect(
                        requirement.level(),
                        holds.test(errand, sent),
                        () -> exchange(errand, Texts.of(expected), found(sent, Bilingual.same("–"))));
            }
        }
    }

    private static Exchange exchange(Errand errand, Bilingual expected, Bilingual received) {
        Bilingual sent = Texts.of(
                "provider.sent",
                errand.name(),
                errand.order().records().size(),
                errand.order().version());
        return new Exchange(sent, expected, received, null); // its store is not there any more
    }

    private static Bilingual delivery(Errand errand) {
        Delivery delivery = errand.delivery();
        String message = delivery == null || delivery.message() == null ? "–" : delivery.message();
        return Texts.of(
                errand.isToldDelivered() ? "provider.received.delivered" : "provider.received.failed",
                errand.sendings().size(),
                errand.taken().size(),
                message);
    }

    private static Bilingual found(Received sent, Bilingual found) {
        StringBuilder head = new StringBuilder(sent.question().toString());
        sent.question().headers().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Authorization"))
                .forEach(field ->
                        head.append('\n').append(field.name()).append(": ").append(field.value()));
        String body = shortened(new String(sent.question().body(), StandardCharsets.UTF_8));
        return Texts.of("provider.received.request", found, head, body);
    }

    private static String shortened(String text) {
        return Excerpt.of(text, MAX_SHOWN);
    }
}
