package io.xuemeng.resource;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.core.requirement.Subject;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.validation.RecordValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Says whether metadata is as it must be: well-formed values, known vocabularies, and what a profile asks for. Build one for
 * a profile and share it between threads; it is immutable.
 */
public final class MetadataValidator {

    private final MetadataProfile profile;
    private final RequirementCatalogue catalogue;
    private final RecordValidator records;

    private MetadataValidator(MetadataProfile profile) {
        this.profile = profile;
        this.catalogue = ResourceCatalogue.of(profile);
        this.records = new RecordValidator(profile);
    }

    /** A validator that judges by a profile. */
    public static MetadataValidator forProfile(MetadataProfile profile) {
        return new MetadataValidator(profile);
    }

    /** The profile it judges by. */
    public MetadataProfile profile() {
        return profile;
    }

    /** The requirements it judges by, those of packages included. */
    public RequirementCatalogue catalogue() {
        return catalogue;
    }

    /** Judges a record that was built in memory. Its findings have no lines. */
    public Report validate(ResourceMetadata metadata) {
        FindingCollector collector = new FindingCollector();
        validate(MetadataDocument.of(metadata), collector);
        Subject subject = new Subject("metadata", null, -1, "built", metadata.title(Locale.SIMPLIFIED_CHINESE));
        return report(subject, collector);
    }

    /**
     * Reads a file and judges the record in it, or the records, if it is a file of the national platform. What is wrong with the file's content is in the report.
     *
     * @throws IOException when the file cannot be opened or read
     */
    public Report validate(Path file) throws IOException {
        Limits limits = Limits.defaults();
        byte[] bytes = MetadataReader.bytes(file, limits);
        boolean whole = bytes.length <= limits.documentBytes();
        FindingCollector collector = new FindingCollector(limits.findingsPerRequirement());
        List<MetadataDocument> documents = MetadataReader.readAll(bytes, null, limits, profile.grading(collector));
        documents.forEach(document -> validate(document, collector));
        MetadataDocument first = documents.isEmpty() ? null : documents.get(0);
        Subject subject = new Subject(
                file.toString(),
                whole ? sha256(bytes) : null,
                whole ? bytes.length : Files.size(file),
                first == null ? null : first.form().label(),
                first == null ? null : first.metadata().title(Locale.SIMPLIFIED_CHINESE));
        return report(subject, collector);
    }

    private Report report(Subject subject, FindingCollector collector) {
        return Report.of(subject, profile.reference(), catalogue, collector.findings(), collector.isTruncated());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Judges the values of a record that was read; what its reader found in its form is not repeated. A record that was not
     * read {@linkplain MetadataDocument#complete to its end} is not judged: what seems missing may stand in the rest.
     *
     * @param sink takes the findings, with the severities that the profile gives
     */
    public void validate(MetadataDocument document, FindingSink sink) {
        records.validate(document, sink);
    }
}
