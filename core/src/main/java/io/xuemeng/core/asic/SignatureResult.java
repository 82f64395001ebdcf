package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.timestamp.TimestampResult;
import io.xuemeng.core.requirement.Finding;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What came of judging one signature of a container. Everything that the signature claims is proven only if it is valid. Immutable. */
public final class SignatureResult {

    private final String path;
    private final String manifest;
    private final SignatureForm form;
    private final @Nullable SignatureAlgorithm algorithm;
    private final List<X509Certificate> certificatePath;
    private final List<String> claimedRoles;
    private final @Nullable Instant signingTime;
    private final List<TimestampResult> timestamps;
    private final @Nullable Instant provenTime;
    private final Set<String> covered;
    private final List<String> coveredSignatures;
    private final List<Finding> findings;
    private final ValidationStatus status;

    SignatureResult(SignatureCheck check, Coverage coverage, List<Finding> findings, ValidationStatus container) {
        this.path = check.path();
        this.manifest = check.manifest().path();
        this.form = ContainerPaths.isSeal(path) ? SignatureForm.SM2_SEAL : SignatureForm.CADES;
        this.algorithm = check.algorithm();
        this.certificatePath = check.certificatePath();
        this.claimedRoles = check.claimedRoles();
        this.signingTime = check.signingTime();
        this.timestamps = check.timestamps();
        this.provenTime = check.provenTime();
        this.covered = coverage.covered();
        this.coveredSignatures = coverage.coveredSignatures();
        this.findings = List.copyOf(findings);
        this.status = ValidationStatus.of(findings).and(container);
    }

    /** Where it stands in the container, such as {@code META-INF/signature001.p7s}. */
    public String path() {
        return path;
    }

    /** The manifest that it is over. */
    public String manifest() {
        return manifest;
    }

    /** A CAdES signature or an SM2 seal. */
    public SignatureForm form() {
        return form;
    }

    /** What it was made with; empty when that is not known or not accepted. */
    public Optional<SignatureAlgorithm> algorithm() {
        return Optional.ofNullable(algorithm);
    }

    /** The signer's certificate; empty when it is not embedded. */
    public Optional<X509Certificate> signer() {
        return certificatePath.stream().findFirst();
    }

    /** The signer's certificate, those above it, and the trust anchor last, as far as they could be followed. */
    public List<X509Certificate> certificatePath() {
        return certificatePath;
    }

    /** The roles that the signer claims, as the signed attributes have them; trust depends on the anchors given for them. */
    public List<String> claimedRoles() {
        return claimedRoles;
    }

    /** When the signer says that it signed. */
    public Optional<Instant> signingTime() {
        return Optional.ofNullable(signingTime);
    }

    /** The timestamps on it, each judged by itself. */
    public List<TimestampResult> timestamps() {
        return timestamps;
    }

    /** The earliest moment at which it is proven to have existed, by a valid timestamp. */
    public Optional<Instant> provenTime() {
        return Optional.ofNullable(provenTime);
    }

    /** The paths of the entries that it covers and that are what was signed, sorted. */
    public Set<String> coveredEntries() {
        return new TreeSet<>(covered);
    }

    /** Whether it covers an entry, and the entry is what was signed. */
    public boolean covers(String entry) {
        return covered.contains(entry);
    }

    /** The paths of the other signatures that it covers, with their manifests: those that this signer has seen. */
    public List<String> coveredSignatures() {
        return coveredSignatures;
    }

    /** What is wrong with this signature or with what it covers; faults of the whole container stand in its own result. */
    public List<Finding> findings() {
        return findings;
    }

    /** Valid, indeterminate or invalid. Never valid in a container that has a fault as a whole. */
    public ValidationStatus status() {
        return status;
    }

    /** Where it stands and what came of it. */
    @Override
    public String toString() {
        return path + ' ' + status;
    }
}
