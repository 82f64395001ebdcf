package io.xuemeng.resource.signature;

import io.xuemeng.core.asic.ContainerResult;
import io.xuemeng.core.asic.ContainerVerifier;
import io.xuemeng.core.asic.SignatureForm;
import io.xuemeng.core.asic.SignatureRequirement;
import io.xuemeng.core.asic.SignatureResult;
import io.xuemeng.core.crypto.certificate.CertificateRequirement;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.timestamp.TimestampRequirement;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Verifies who made a package, who reviewed it, and that nobody changed it. It guarantees that a package whose report is valid holds
 * exactly the files, by name and content, that each of its signers signed, and that each signer is trusted in the role it claims
 * (ETSI EN 319 162-1; states of EN 319 102-1).
 *
 * <pre>{@code
 * SignatureReport signatures = PackageVerifier.trusting(PackageTrust.fromFolder(trust)).verify(pkg);
 * }</pre>
 *
 * <p>Nothing is fetched. Memory is bounded by {@link Limits}. Immutable and thread-safe; make one and share it.
 */
public final class PackageVerifier {

    private final PackageTrust trust;
    private final @Nullable MetadataProfile profile;
    private final ContainerVerifier container;
    private final Settings settings;

    private record Settings(Clock clock, Limits limits, int threads) {}

    private PackageVerifier(PackageTrust trust, @Nullable MetadataProfile profile, Settings settings) {
        this.trust = trust;
        this.profile = profile;
        this.settings = settings;
        this.container = ContainerVerifier.builder()
                .trust(trust::anchors)
                .trustForTimestamps(trust.timestamps())
                .with(trust.material())
                .revocation(trust.revocation())
                .clock(settings.clock())
                .limits(settings.limits())
                .threads(settings.threads())
                .build();
    }

    /** A verifier that uses all processors. */
    public static PackageVerifier trusting(PackageTrust trust) {
        return new PackageVerifier(
                trust,
                null,
                new Settings(
                        Clock.systemUTC(),
                        Limits.defaults(),
                        Runtime.getRuntime().availableProcessors()));
    }

    /** The same that also looks for what a profile demands: see {@link SignerRequirement}. */
    public PackageVerifier demanding(MetadataProfile value) {
        return new PackageVerifier(trust, value, settings);
    }

    /** The same with another clock that says when now is. */
    public PackageVerifier withClock(Clock value) {
        return new PackageVerifier(trust, profile, new Settings(value, settings.limits(), settings.threads()));
    }

    /** The same with other limits. */
    public PackageVerifier withLimits(Limits value) {
        return new PackageVerifier(trust, profile, new Settings(settings.clock(), value, settings.threads()));
    }

    /** The same with another number of threads, the caller's included, from 1. */
    public PackageVerifier withThreads(int value) {
        return new PackageVerifier(trust, profile, new Settings(settings.clock(), settings.limits(), value));
    }

    /** Whom it trusts. */
    public PackageTrust trust() {
        return trust;
    }

    /**
     * Verifies a package.
     *
     * @throws IOException when it cannot be read, never because of what it holds
     */
    public SignatureReport verify(Path file) throws IOException {
        try (PositionalSource source = PositionalSource.of(file)) {
            return verify(source);
        }
    }

    /**
     * Verifies what a source holds.
     *
     * @param source not closed
     * @throws IOException when it cannot be read, never because of what it holds
     */
    public SignatureReport verify(PositionalSource source) throws IOException {
        ContainerResult result = container.verify(source);
        List<Finding> findings = new ArrayList<>(result.findings());
        for (Finding finding : result.archiveFindings()) {
            if (finding.severity().compareTo(Severity.ERROR) <= 0) {
                findings.add(finding);
            }
        }
        return judged(result, findings);
    }

    /**
     * Verifies one file of a package without reading the others: whether it is what was signed. Nothing is said of other files, not even
     * whether they are there; so what a profile demands is not looked for.
     *
     * @param entry its path in the package
     * @throws IOException when the source cannot be read, never because of what it holds
     */
    public SignatureReport verifyEntry(PositionalSource source, String entry) throws IOException {
        ContainerResult result = container.verifyEntry(source, entry);
        return report(result, signatures(result), new ArrayList<>(result.findings()));
    }

    /**
     * What is wrong beside what the archive's own reader reports: for a validator that runs that reader itself. Where nobody is
     * trusted, one finding says that signers were not judged, in place of one for each certificate.
     *
     * @param source not closed
     * @throws IOException when it cannot be read, never because of what it holds
     */
    public List<Finding> findings(PositionalSource source) throws IOException {
        ContainerResult result = container.verify(source);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (!trust.isEmpty() || !isAboutTrust(finding.requirement())) {
                findings.add(finding);
            }
        }
        return judged(result, findings).findings();
    }

    private static boolean isAboutTrust(Requirement requirement) {
        return requirement instanceof CertificateRequirement
                || requirement == TimestampRequirement.TRUSTED
                || requirement == SignatureRequirement.EMBEDDED_MATERIAL;
    }

    /** What a profile demands of a package that is not signed at all. */
    public List<Finding> findingsOfUnsigned() {
        List<Finding> findings = new ArrayList<>();
        addDemands(List.of(), findings);
        return findings;
    }

    private SignatureReport judged(ContainerResult result, List<Finding> findings) {
        List<PackageSignature> signatures = signatures(result);
        if (trust.isEmpty() && result.isSigned()) {
            findings.add(Finding.of(SignerRequirement.SIGNERS_JUDGED)
                    .with("count", signatures.size())
                    .build());
        }
        addDemands(signatures, findings);
        return report(result, signatures, findings);
    }

    private static List<PackageSignature> signatures(ContainerResult result) {
        List<PackageSignature> signatures = new ArrayList<>();
        for (SignatureResult signature : result.signatures()) {
            signatures.add(new PackageSignature(
                    Optional.ofNullable(SignerRole.ofClaims(signature.claimedRoles())), signature));
        }
        return signatures;
    }

    private static SignatureReport report(
            ContainerResult result, List<PackageSignature> signatures, List<Finding> findings) {
        ValidationStatus status = result.status();
        for (PackageSignature signature : signatures) {
            if (signature.role().isEmpty()) {
                // That nobody is trusted in no role follows from it.
                findings.removeIf(other -> other.requirement() == CertificateRequirement.TRUSTED
                        && signature.result().path().equals(other.location().entry()));
                Finding finding = Finding.of(SignerRequirement.ROLE_KNOWN)
                        .at(Location.entry(signature.result().path()))
                        .with("found", signature.result().claimedRoles())
                        .with("allowed", allowedRoles())
                        .build();
                findings.add(finding);
                status = status.and(ValidationStatus.of(List.of(finding)));
            }
        }
        return new SignatureReport(signatures, findings, status);
    }

    private static List<String> allowedRoles() {
        List<String> claims = new ArrayList<>();
        for (SignerRole role : SignerRole.values()) {
            claims.add(role.claim());
        }
        return claims;
    }

    private void addDemands(List<PackageSignature> signatures, List<Finding> findings) {
        demand(
                SignerRequirement.SIGNED_BY_MAKER,
                findings,
                () -> signatures.stream()
                        .anyMatch(signature -> isValid(signature)
                                && signature.role().filter(SignerRole::isMaker).isPresent()));
        demand(
                SignerRequirement.REVIEWED,
                findings,
                () -> signatures.stream().anyMatch(signature -> signature.isValidAs(SignerRole.REVIEWER)));
        demand(
                SignerRequirement.TIMESTAMPED,
                findings,
                () -> everySigning(
                        signatures,
                        signature -> isValid(signature)
                                && signature.result().provenTime().isPresent()));
        demand(
                SignerRequirement.SEALED_WITH_SM2,
                findings,
                () -> everySigning(
                        signatures,
                        signature -> isValid(signature) && signature.result().form() == SignatureForm.SM2_SEAL));
    }

    private static boolean isValid(PackageSignature signature) {
        return signature.status() == ValidationStatus.VALID;
    }

    /** Whether there is a signing, and each has a signature or a seal of some kind. */
    private static boolean everySigning(List<PackageSignature> signatures, Predicate<PackageSignature> kind) {
        Map<String, Boolean> signings = new LinkedHashMap<>();
        for (PackageSignature signature : signatures) {
            signings.merge(signature.result().manifest(), kind.test(signature), Boolean::logicalOr);
        }
        return !signings.isEmpty() && !signings.containsValue(false);
    }

    @FunctionalInterface
    private interface Check {
        boolean holds();
    }

    private void demand(SignerRequirement requirement, List<Finding> findings, Check check) {
        if (profile == null || !profile.grades().containsKey(requirement.id()) || check.holds()) {
            return;
        }
        findings.add(Finding.of(requirement)
                .severity(profile.grade(requirement))
                .with("profile", profile.toString())
                .build());
    }
}
