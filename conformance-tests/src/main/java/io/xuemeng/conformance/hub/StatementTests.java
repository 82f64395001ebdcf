package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.code.PersonalData;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.token.Verified;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is the same for all statements of a hub: of itself and of its members. */
@ForRole(Role.HUB)
final class StatementTests {

    /** Functional addresses of an organization are published on purpose (OpenID Federation 1.0, 5.2.2). */
    private static final String CONTACTS = "contacts";

    /** Whoever is struck off is trusted for no longer than that. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** No statement breaks the requirement. */
    @ConformanceTemplate
    void keepTheForm(HubPlatform hub, AuditEntry entry, Check check, Workspace workspace) {
        expectNone(hub, check, workspace, finding -> finding.id().equals(entry.id()));
    }

    @ConformanceTest("HUB-009")
    void areWrittenSoThatAllReadThemAlike(HubPlatform hub, Check check, Workspace workspace) {
        expectNone(hub, check, workspace, finding -> Judgement.isOfWriting(finding.id()));
    }

    private static void expectNone(HubPlatform hub, Check check, Workspace workspace, Predicate<Finding> concerns) {
        Federation federation = Federation.of(hub, workspace);
        for (Published statement : Published.of(hub, workspace)) {
            List<Finding> findings =
                    Judgement.form(statement.compact(), hub.terms().entity(), federation.profile()).stream()
                            .filter(concerns)
                            .toList();
            expect(
                    hub,
                    check,
                    statement,
                    findings.isEmpty(),
                    Texts.of("hub.expected.noFinding", Judgement.words(findings)));
        }
    }

    private static void expect(HubPlatform hub, Check check, Published statement, boolean met, Bilingual expected) {
        check.must(
                met,
                () -> Wording.exchange(hub, statement.address(), statement.question(), expected, statement.answer()));
    }

    /** Nothing in the member's chain breaks the requirement. */
    @ConformanceTemplate
    void doNotBreakTheChain(HubPlatform hub, AuditEntry entry, Check check, Workspace workspace) {
        Verified<TrustChain> chain = Federation.of(hub, workspace).chain();
        List<Finding> findings = chain.findings().stream()
                .filter(finding -> finding.id().equals(entry.id()))
                .toList();
        Asking asking = new Asking(hub, check, workspace);
        asking.fetch(hub.terms().member());
        asking.must(findings.isEmpty(), Texts.of("hub.expected.noFinding", Judgement.words(findings)));
    }

    @ConformanceTest("HUB-008")
    void publishSoundKeysOnly(HubPlatform hub, Check check, Workspace workspace) {
        for (Published statement : Published.of(hub, workspace)) {
            JsonNode keys = Payload.claims(statement.compact()).path("jwks");
            FindingCollector findings = new FindingCollector();
            JwkReader.standard().readSet(keys.toString().getBytes(StandardCharsets.UTF_8), findings);
            expect(
                    hub,
                    check,
                    statement,
                    findings.isEmpty(),
                    Texts.of("hub.expected.noFinding", Judgement.words(findings.findings())));
        }
    }

    @ConformanceTest("HUB-020")
    void endWithinAWeek(HubPlatform hub, Check check, Workspace workspace) {
        for (Published statement : Published.of(hub, workspace)) {
            JsonNode end = Payload.claims(statement.compact()).path("exp");
            Instant latest = Instant.now().plus(LONGEST).plus(hub.terms().clockSkew());
            // One without an end breaks FED-007, and not this.
            boolean soon = !end.canConvertToLong() || end.asLong() <= latest.getEpochSecond();
            expect(hub, check, statement, soon, Texts.of("hub.expected.lifetime", latest));
        }
    }

    @ConformanceTest("HUB-021")
    void makeSubjectsPairwise(HubPlatform hub, Check check, Workspace workspace) {
        URI own = Federation.of(hub, workspace).configurationAddress();
        List<Published> ofMembers = Published.of(hub, workspace).stream()
                .filter(statement -> !statement.address().equals(own))
                .toList();
        if (ofMembers.isEmpty()) {
            throw NoAnswerException.of("hub.noStatements");
        }
        for (Published statement : ofMembers) {
            List<String> found =
                    SubjectPolicy.of(Payload.claims(statement.compact())).notPairwise();
            expect(hub, check, statement, found.isEmpty(), Texts.of("hub.expected.pairwise", String.join(", ", found)));
        }
    }

    @ConformanceTest("HUB-044")
    void nameNoPeople(HubPlatform hub, Check check, Workspace workspace) {
        for (Published statement : Published.of(hub, workspace)) {
            List<String> names = new ArrayList<>();
            Payload.eachText("", Payload.claims(statement.compact()), (name, text) -> {
                boolean inContacts = name.equals(CONTACTS);
                if (PersonalData.find(text).stream()
                        .anyMatch(found -> !inContacts || found.kind() != PersonalData.Kind.EMAIL_ADDRESS)) {
                    names.add(name);
                }
            });
            expect(
                    hub,
                    check,
                    statement,
                    names.isEmpty(),
                    Texts.of("hub.expected.noPersonalData", String.join(", ", names)));
        }
    }

    @ConformanceTest("HUB-080")
    void areSignedWithSm2InTheAgreedForm(HubPlatform hub, Check check, Workspace workspace) {
        Federation federation = Federation.of(hub, workspace);
        for (Published statement : Published.of(hub, workspace)) {
            boolean named =
                    Payload.header(statement.compact()).path("alg").asText().equals("SGD_SM3_SM2");
            boolean good = Judgement.signature(
                            statement.compact(), federation.keys().onlySm2(), federation.profile())
                    .isVerified();
            expect(hub, check, statement, named && good, Texts.of("hub.expected.sm2"));
        }
    }
}
