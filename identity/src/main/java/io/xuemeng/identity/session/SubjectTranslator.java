package io.xuemeng.identity.session;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.identity.keys.PairwiseSubjects;
import io.xuemeng.identity.token.Verified;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates the subject that one sector knows of a person into that of another, so that a pupil who moves keeps one record: 主体标识转换.
 * It guarantees that nobody learns the other subject without a consent that is in force, a guardian's for a person under 14, and that
 * every attempt is written down before anything is told; what cannot be written down is refused. Thread-safe.
 */
public final class SubjectTranslator {

    private static final Logger LOG = LoggerFactory.getLogger(SubjectTranslator.class);

    private final PairwiseSubjects subjects;
    private final SubjectRegistry registry;
    private final Consumer<TranslationRecord> audit;
    private final Clock clock;

    private SubjectTranslator(
            PairwiseSubjects subjects, SubjectRegistry registry, Consumer<TranslationRecord> audit, Clock clock) {
        this.subjects = subjects;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A translator.
     *
     * @param audit writes an attempt down for good before it returns, or throws
     */
    public static SubjectTranslator of(
            PairwiseSubjects subjects, SubjectRegistry registry, Consumer<TranslationRecord> audit, Clock clock) {
        return new SubjectTranslator(subjects, registry, audit, clock);
    }

    /**
     * Translates a subject.
     *
     * @param client who asks, authenticated
     * @param fromSector the sector that the client belongs to
     * @param subject the person's subject there, from a token that was verified
     * @param toSector the sector whose subject is asked for
     * @return the subject in the other sector
     */
    public Verified<String> translate(String client, String fromSector, String subject, String toSector) {
        Instant now = clock.instant();
        Optional<SubjectRegistry.Person> person = registry.find(fromSector, subject);
        Optional<Consent> consent = person.flatMap(known -> registry.consent(known.account(), fromSector, toSector));
        SessionRequirement broken = broken(person, consent, now);
        TranslationRecord record = new TranslationRecord(
                now,
                client,
                fromSector,
                toSector,
                subject,
                consent.map(Consent::id).orElse(null),
                broken == null,
                broken == null ? null : broken.id());
        try {
            audit.accept(record);
        } catch (RuntimeException e) {
            LOG.error("a translation of a subject could not be written down, so it is refused", e);
            return refused(SessionRequirement.AUDITED);
        }
        return broken == null
                ? Verified.accepted(
                        subjects.subject(toSector, person.orElseThrow().account()))
                : refused(broken);
    }

    private static @Nullable SessionRequirement broken(
            Optional<SubjectRegistry.Person> person, Optional<Consent> consent, Instant now) {
        if (person.isEmpty()) {
            return SessionRequirement.EXCHANGE_SUBJECT;
        }
        if (consent.isEmpty() || !now.isBefore(consent.get().until())) {
            return SessionRequirement.CONSENT;
        }
        return person.get().minor() && !consent.get().byGuardian() ? SessionRequirement.GUARDIAN : null;
    }

    private static Verified<String> refused(SessionRequirement requirement) {
        return Verified.refused(
                List.of(Finding.of(requirement).at(Location.unknown()).build()));
    }
}
