package io.xuemeng.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.PairwiseSubjects;
import io.xuemeng.identity.token.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectTranslatorTest {

    private static final String OLD = "old-school.example.cn";
    private static final String NEW = "new-school.example.cn";
    private static final String CLIENT = "https://old-school.example.cn";
    private static final Instant LATER = TestKeys.NOW.plusSeconds(3600);

    private final PairwiseSubjects subjects = PairwiseSubjects.of(DigestAlgorithm.SM3, new byte[32]);
    private final List<TranslationRecord> log = new ArrayList<>();
    private final Map<String, Consent> consents = new HashMap<>();
    private boolean minor = true;
    private boolean logFails;

    private final SubjectRegistry registry = new SubjectRegistry() {
        @Override
        public Optional<Person> find(String sector, String subject) {
            return subjects.subject(sector, "pupil-1").equals(subject)
                    ? Optional.of(new Person("pupil-1", minor))
                    : Optional.empty();
        }

        @Override
        public Optional<Consent> consent(String account, String fromSector, String toSector) {
            return Optional.ofNullable(consents.get(account + ' ' + fromSector + ' ' + toSector));
        }
    };

    private Verified<String> translate(String subject) {
        return SubjectTranslator.of(
                        subjects,
                        registry,
                        entry -> {
                            if (logFails) {
                                throw new IllegalStateException("the disk is full");
                            }
                            log.add(entry);
                        },
                        TestKeys.CLOCK)
                .translate(CLIENT, OLD, subject, NEW);
    }

    private void consent(boolean byGuardian, Instant until) {
        consents.put("pupil-1 " + OLD + ' ' + NEW, new Consent("consent-7", byGuardian, until));
    }

    private String oldSubject() {
        return subjects.subject(OLD, "pupil-1");
    }

    @Test
    void aPupilWhoMovesKeepsOneRecordWithAGuardiansConsent() {
        consent(true, LATER);

        assertThat(translate(oldSubject()).orElseThrow()).isEqualTo(subjects.subject(NEW, "pupil-1"));
        assertThat(log)
                .containsExactly(
                        new TranslationRecord(TestKeys.NOW, CLIENT, OLD, NEW, oldSubject(), "consent-7", true, null));
    }

    @Test
    void withoutAConsentThatIsInForceNothingIsToldAndTheAttemptIsWrittenDown() {
        assertRefused(translate(oldSubject()), "TOK-093");
        consent(true, TestKeys.NOW);
        assertRefused(translate(oldSubject()), "TOK-093");
        consent(false, LATER);
        assertRefused(translate(oldSubject()), "TOK-094");
        assertRefused(translate("somebody"), "TOK-092");

        assertThat(log)
                .extracting(TranslationRecord::reason)
                .containsExactly("TOK-093", "TOK-093", "TOK-094", "TOK-092");
        assertThat(log).noneMatch(TranslationRecord::granted);
    }

    @Test
    void theConsentOfSomebodyWhoIsNotAMinorIsEnough() {
        minor = false;
        consent(false, LATER);

        assertThat(translate(oldSubject()).isAccepted()).isTrue();
    }

    @Test
    void aConsentIsForOneDirectionOnly() {
        consents.put("pupil-1 " + NEW + ' ' + OLD, new Consent("c", true, LATER));

        assertRefused(translate(oldSubject()), "TOK-093");
    }

    @Test
    void whatCannotBeWrittenDownIsRefused() {
        consent(true, LATER);
        logFails = true;

        assertRefused(translate(oldSubject()), "TOK-095");
    }

    @Test
    void readsTheFormOfATokenExchange() {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                TokenExchange.GRANT_TYPE,
                "subject_token",
                "secret-token",
                "subject_token_type",
                TokenExchange.ACCESS_TOKEN_TYPE,
                "audience",
                "https://" + NEW));
        TokenExchange exchange = TokenExchange.read(form).orElseThrow();
        assertThat(exchange.audience()).isEqualTo("https://" + NEW);
        assertThat(exchange.toString()).doesNotContain("secret-token");

        form.put("requested_token_type", "urn:ietf:params:oauth:token-type:saml2");
        form.put("actor_token", "a");
        form.remove("audience");
        assertRefused(TokenExchange.read(form), "TOK-091", "TOK-090", "TOK-090");
    }

    private static void assertRefused(Verified<?> verified, String... ids) {
        assertThat(verified.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(verified.findings());
    }
}
