package io.xuemeng.resource;

import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.core.requirement.Subject;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.validation.RecordValidator;
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
        return Report.of(subject, profile.reference(), catalogue, collector.findings(), collector.isTruncated());
    }

    /**
     * Judges the values of a record that was read; what its reader found in its form is not repeated.
     *
     * @param sink takes the findings, with the severities that the profile gives
     */
    public void validate(MetadataDocument document, FindingSink sink) {
        records.validate(document, sink);
    }
}
