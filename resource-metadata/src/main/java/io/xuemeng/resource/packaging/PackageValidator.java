package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.core.requirement.Subject;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.resource.MetadataValidator;
import io.xuemeng.resource.ResourceCatalogue;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.manifest.ManifestDocument;
import io.xuemeng.resource.manifest.ManifestRequirement;
import io.xuemeng.resource.manifest.Organization;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.signature.PackageTrust;
import io.xuemeng.resource.signature.PackageVerifier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Validates packages of digital education resources: the archive, every file in it, the manifest, the metadata held against a
 * profile, the labels of AI-generated content, and the signatures. Bare manifests ({@code imsmanifest.xml}), LOM records and metadata in JSON
 * are taken as well; which it is, is seen from the content.
 *
 * <pre>{@code
 * var validator = PackageValidator.forProfile(MetadataProfile.alliance());
 * Report report = validator.validate(Path.of("fractions.zip"));
 * }</pre>
 *
 * <p>Nothing that is wrong with an input makes it throw; that is in the report. Memory is bounded by {@link Limits}, not by
 * the input, and no address that an input names is followed. Who signed a package is judged {@linkplain #withTrust by those who are
 * trusted}; whether it was changed since, always.
 *
 * <p>An interrupt of the thread is honoured within a buffer's time: {@link InterruptedIOException} is thrown, and the
 * thread stays interrupted. A {@linkplain #withTimeLimit time limit} gives a report instead. Immutable and thread-safe; make one
 * and share it.
 */
public final class PackageValidator {

    private static final int HEAD = 64;
    private static final MetadataValidator BASE = MetadataValidator.forProfile(MetadataProfile.lom());

    private final MetadataProfile profile;
    private final MetadataValidator metadata;
    private final RequirementCatalogue catalogue;
    private final PackageTrust trust;
    private final Limits limits;
    private final @Nullable Duration timeLimit;
    private final SignatureInspection signatures;

    private PackageValidator(
            MetadataProfile profile,
            MetadataValidator metadata,
            RequirementCatalogue catalogue,
            PackageTrust trust,
            Limits limits,
            @Nullable Duration timeLimit) {
        this.profile = profile;
        this.metadata = metadata;
        this.catalogue = catalogue;
        this.trust = trust;
        this.limits = limits;
        this.timeLimit = timeLimit;
        // One thread: whoever has many packages validates many at once, and time limits and interrupts stay this
        // thread's own.
        this.signatures = new SignatureInspection(PackageVerifier.trusting(trust)
                .demanding(profile)
                .withLimits(limits)
                .withThreads(1));
    }

    /** A validator that holds metadata against a profile, with the default limits and no time limit. */
    public static PackageValidator forProfile(MetadataProfile profile) {
        return new PackageValidator(
                profile,
                MetadataValidator.forProfile(profile),
                ResourceCatalogue.of(profile),
                PackageTrust.none(),
                Limits.defaults(),
                null);
    }

    /**
     * The same that also judges who signed. Without it, signatures show only whether anything was changed since, and a signer that the
     * profile demands cannot be found.
     */
    public PackageValidator withTrust(PackageTrust value) {
        return new PackageValidator(profile, metadata, catalogue, value, limits, timeLimit);
    }

    /** The same with other limits. */
    public PackageValidator withLimits(Limits value) {
        return new PackageValidator(profile, metadata, catalogue, trust, value, timeLimit);
    }

    /**
     * The same with a limit to the time that one input may take. An input that takes longer is reported as {@link
     * ManifestRequirement#TIME_ALLOWED}, with what was found until then.
     *
     * @param value more than zero
     */
    public PackageValidator withTimeLimit(Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("a time limit is more than zero, not " + value);
        }
        return new PackageValidator(profile, metadata, catalogue, trust, limits, value);
    }

    /** The profile that metadata is held against. */
    public MetadataProfile profile() {
        return profile;
    }

    /** All requirements that it judges by. */
    public RequirementCatalogue catalogue() {
        return catalogue;
    }

    /** The limits it keeps. */
    public Limits limits() {
        return limits;
    }

    /**
     * Validates a file; the report names it as the path was given.
     *
     * @throws IOException when it cannot be read; {@link InterruptedIOException} when the thread was interrupted
     */
    public Report validate(Path file) throws IOException {
        try (PositionalSource source = PositionalSource.of(file)) {
            return validate(source, file.toString());
        }
    }

    /**
     * Validates what a source holds.
     *
     * @param source not closed
     * @param name what the report calls it; when it ends with {@code .xml} or {@code .json}, or has no ending and the content
     *     begins like XML or JSON, it is read as a document, unless the content begins like an archive
     * @throws IOException when it cannot be read; {@link InterruptedIOException} when the thread was interrupted
     */
    public Report validate(PositionalSource source, String name) throws IOException {
        try (Inspected inspected = inspect(source, name, false)) {
            return inspected.report();
        }
    }

    /** What an inspection found, with the archive still open when the input was one. */
    record Inspected(
            Report report,
            @Nullable ZipArchive archive,
            @Nullable ManifestDocument manifest,
            @Nullable MetadataDocument metadata)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (archive != null) {
                archive.close();
            }
        }
    }

    /** Inspects an input; as an archive, whatever its name, when it is {@code surelyPackage}. */
    Inspected inspect(PositionalSource source, String name, boolean surelyPackage) throws IOException {
        try {
            return look(source, name, surelyPackage);
        } catch (ClosedByInterruptException e) {
            // What a channel throws when the interrupt meets it, not the check between two reads.
            InterruptedIOException interrupted = new InterruptedIOException("the thread was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private Inspected look(PositionalSource source, String name, boolean surelyPackage) throws IOException {
        Deadline deadline = new Deadline(timeLimit);
        DigestingSource digesting = new DigestingSource(source, deadline);
        ReportSink findings = new ReportSink(profile, limits);
        Records records = new Records(metadata, BASE, limits, findings);
        long size = source.size();
        byte[] head = new byte[(int) Math.min(HEAD, size)];
        source.readFully(ByteBuffer.wrap(head), 0);
        if (!surelyPackage && DocumentInspection.isDocument(head, name)) {
            return inspectDocument(digesting, name, size, findings, records);
        }
        ZipArchive archive = null;
        PackageInspection inspection = null;
        String sha256 = null;
        boolean done = false;
        try {
            archive = ZipArchive.open(digesting, limits, findings);
            inspection = new PackageInspection(archive, limits, findings, deadline, records);
            if (archive.isReadable()) {
                inspection.run();
                signatures.run(archive, source, deadline).forEach(findings::report);
            }
            sha256 = digesting.finish();
            done = true;
        } catch (Deadline.ExceededException e) {
            reportTime(findings, deadline);
            done = true;
        } finally {
            if (!done && archive != null) {
                archive.close();
            }
        }
        ManifestDocument manifest = inspection == null ? null : inspection.manifest();
        String format = manifest == null ? null : manifest.manifest().format().label();
        Subject subject = new Subject(name, sha256, size, format, title(records, manifest));
        return new Inspected(report(subject, findings), archive, manifest, records.main());
    }

    private Inspected inspectDocument(
            DigestingSource source, String name, long size, ReportSink findings, Records records) throws IOException {
        byte[] document = new byte[(int) Math.min(size, limits.documentBytes() + 1L)];
        DocumentInspection inspection = new DocumentInspection(limits, findings, records);
        String sha256 = null;
        try {
            source.readFully(ByteBuffer.wrap(document), 0);
            sha256 = source.finish();
            inspection.run(document, name);
        } catch (Deadline.ExceededException e) {
            reportTime(findings, new Deadline(timeLimit));
        }
        ManifestDocument manifest = inspection.manifest();
        Subject subject = new Subject(name, sha256, size, inspection.format(), title(records, manifest));
        return new Inspected(report(subject, findings), null, manifest, records.main());
    }

    private static void reportTime(ReportSink findings, Deadline deadline) {
        Duration limit = deadline.limit();
        findings.report(Finding.of(ManifestRequirement.TIME_ALLOWED)
                .with("limit", limit == null ? "" : String.valueOf(limit.toMillis() / 1000.0))
                .build());
    }

    private Report report(Subject subject, ReportSink findings) {
        return Report.of(subject, profile.reference(), catalogue, findings.findings(), findings.isTruncated());
    }

    private static @Nullable String title(Records records, @Nullable ManifestDocument manifest) {
        MetadataDocument record = records.main();
        String title = record == null ? null : record.metadata().title(Locale.CHINESE);
        if ((title == null || title.isBlank()) && manifest != null) {
            Organization organization = manifest.manifest().firstOrganization();
            title = organization == null ? null : organization.title();
        }
        return title == null || title.isBlank() ? null : title.strip();
    }
}
