package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.sample.Sample;
import io.xuemeng.conformance.sample.SamplePackages;
import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sample as a question to a validator, and the answer that is right. Immutable.
 *
 * @param expected the right answer
 * @param request the question
 */
record SampleQuestion(Expectation expected, ValidationRequest request) {

    private static final SamplePackages PACKAGES = new SamplePackages(Samples.all());

    /** The questions about a requirement. */
    static List<SampleQuestion> of(AuditEntry entry, Workspace workspace) {
        List<SampleQuestion> questions = new ArrayList<>();
        for (Sample sample : Samples.all().of(entry.id())) {
            if (!isLeftOut(entry, sample)) {
                Expectation expected = Expectation.of(entry, sample);
                ValidationRequest request = new ValidationRequest(
                        workspace.input(PACKAGES.of(sample), ".zip"),
                        expected.profile().id(),
                        sample.limits(),
                        expected.isAboutSignatures() ? SignatureTrust.of(sample, workspace) : null);
                questions.add(new SampleQuestion(expected, request));
            }
        }
        return questions;
    }

    /** Some samples about a form break, as the record of a package, a second requirement: the audit leaves them out. */
    static boolean isLeftOut(AuditEntry entry, Sample sample) {
        String without = entry.attributes().getOrDefault("without", "");
        return List.of(without.split(",")).contains(sample.file());
    }

    /**
     * The right answer to a sample. Immutable.
     *
     * @param sample the sample
     * @param requirement the requirement it keeps or breaks
     * @param profile the profile it is judged by
     * @param reason the class that a reason must have
     */
    record Expectation(Sample sample, Requirement requirement, MetadataProfile profile, ReasonClass reason) {

        static Expectation of(AuditEntry entry, Sample sample) {
            ReasonClass reason = ReasonClass.find(entry.attribute("reason"))
                    .orElseThrow(() ->
                            new IllegalStateException("the audit names an unknown class of reasons for " + entry.id()));
            return new Expectation(
                    sample, ValidatorKit.requirement(entry.id()), ValidatorKit.profile(entry.id()), reason);
        }

        /** Whether only the signatures are judged, and not the rest of the package. */
        boolean isAboutSignatures() {
            return sample.family().equals(SignatureTrust.FAMILY);
        }

        /** Whether a package like this one must be refused: by its profile, or because its signatures are not all valid. */
        boolean isRefused() {
            if (isAboutSignatures()) {
                return !sample.isGood() && requirement.severity() != Severity.INFO;
            }
            return !sample.isGood() && profile.grade(requirement).compareTo(Severity.ERROR) <= 0;
        }

        /** How strongly a validator must give the reason: it need not speak of what a package merely may have. */
        Level strength() {
            return sample.isGood() || isRefused() ? Level.MUST : requirement.level();
        }

        /** Whether a judgement takes the package in or refuses it as it must. */
        boolean isRightOutcome(Judgement judgement) {
            return judgement.accepted() != isRefused();
        }

        /** Whether a judgement gives a reason that fits the fault; of a good sample, whether it invents none. */
        boolean isRightReason(Judgement judgement) {
            boolean given = judgement.reasons().stream().anyMatch(this::fits);
            return sample.isGood() != given;
        }

        private boolean fits(Reason given) {
            boolean about = given.reason() == reason
                    || requirement.id().equals(given.requirement())
                    || ValidatorKit.reasonOf(given.requirement()) == reason;
            if (isRefused()) {
                // Of a signature that is not valid it does not matter whether that is proven or only not known.
                return about && (isAboutSignatures() || given.weight() == Reason.Weight.ERROR);
            }
            // A remark about a good package is no false alarm, and a remark is enough where nothing is refused.
            return about && (!sample.isGood() || given.weight() != Reason.Weight.INFO);
        }

        private Bilingual text() {
            if (sample.isGood()) {
                return Texts.of("validator.expected.good", reason.label());
            }
            if (isRefused()) {
                return Texts.of("validator.expected.refused", reason.label(), requirement.id());
            }
            return requirement.level() == Level.MAY
                    ? Texts.of("validator.expected.tolerated")
                    : Texts.of("validator.expected.told", reason.label(), requirement.id());
        }
    }

    /** The question, the right answer and the one that was given. */
    Exchange exchange(Judgement judgement, PackageValidation validator) {
        return new Exchange(sent(), expected.text(), received(judgement), validator.replay(request));
    }

    private Bilingual sent() {
        long size;
        try {
            size = Files.size(request.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String limits = request.limits().isEmpty() ? "" : " " + request.limits();
        SignatureTrust trust = request.signatures();
        limits += trust == null ? "" : " " + trust.folder() + (trust.time() == null ? "" : " " + trust.time());
        return Texts.of(
                expected.sample().isGood() ? "validator.sent.good" : "validator.sent.bad",
                expected.sample(),
                size,
                request.profile() + limits,
                request.file());
    }

    static Bilingual received(Judgement judgement) {
        List<String> reasons = new ArrayList<>();
        for (Reason given : judgement.reasons()) {
            ReasonClass about = given.reason();
            StringBuilder text = new StringBuilder(about == null ? "" : about.label())
                    .append(' ')
                    .append(given.weight().name().toLowerCase(Locale.ROOT));
            if (given.requirement() != null) {
                text.append(' ').append(given.requirement());
            }
            if (given.message() != null) {
                text.append(" “").append(given.message()).append('”');
            }
            reasons.add(text.toString().strip());
        }
        return Texts.of(
                judgement.accepted() ? "validator.received.accepted" : "validator.received.rejected",
                reasons.isEmpty() ? Texts.of("validator.noReasons") : Bilingual.same(String.join("; ", reasons)));
    }
}
