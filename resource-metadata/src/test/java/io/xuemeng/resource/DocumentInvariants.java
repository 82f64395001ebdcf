package io.xuemeng.resource;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.manifest.ManifestDocument;
import io.xuemeng.resource.manifest.ManifestReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What holds whatever bytes the readers of records and manifests are given; for tests and for fuzzing. */
final class DocumentInvariants {

    private static final Limits LIMITS = Limits.defaults().toBuilder()
            .recordElements(500)
            .archiveEntries(500)
            .findingsPerRequirement(5)
            .build();

    private DocumentInvariants() {}

    /** Reads records, and writes them again. */
    static void holdForMetadata(byte[] bytes) {
        FindingCollector findings = new FindingCollector(LIMITS.findingsPerRequirement());
        List<MetadataDocument> records = MetadataReader.readAll(bytes, null, LIMITS, findings);
        for (MetadataDocument record : records) {
            hold(record);
            MetadataWriter.toXml(record.metadata());
            MetadataWriter.toJson(record.metadata());
            MetadataWriter.toNationalPlatformJson(record.metadata());
        }
        hold(findings);
        MetadataDocument first =
                MetadataReader.read(bytes, null, LIMITS, new FindingCollector(LIMITS.findingsPerRequirement()));
        require((first == null) == records.isEmpty(), "reading one record and reading all disagree");
        require(
                first == null || first.metadata().equals(records.get(0).metadata()),
                "reading one record and reading all disagree");
    }

    /** Reads a manifest, and judges it. */
    static void holdForManifests(byte[] bytes) {
        FindingCollector findings = new FindingCollector(LIMITS.findingsPerRequirement());
        ManifestDocument manifest = ManifestReader.read(bytes, "imsmanifest.xml", LIMITS, findings);
        boolean explained = !findings.findings().isEmpty();
        require(manifest != null || explained, "there is no manifest and nobody says why");
        if (manifest != null) {
            require(manifest.isComplete() || explained, "a manifest is incomplete and nobody says why");
            manifest.packageRecords().forEach(DocumentInvariants::hold);
            manifest.partRecords().forEach(DocumentInvariants::hold);
            manifest.check(findings);
        }
        hold(findings);
    }

    private static void hold(MetadataDocument record) {
        require(
                record.form() == MetadataForm.NATIONAL_PLATFORM_JSON
                        || record.positions().size() <= LIMITS.recordElements(),
                "a record has more elements than its limit");
    }

    private static void hold(FindingCollector findings) {
        Map<String, Long> counts =
                findings.findings().stream().collect(Collectors.groupingBy(Finding::id, Collectors.counting()));
        counts.forEach((id, count) ->
                require(count <= LIMITS.findingsPerRequirement() + 1, id + " is listed beyond its limit"));
        for (Finding finding : findings.findings()) {
            finding.message(Locale.ENGLISH);
            finding.message(Locale.SIMPLIFIED_CHINESE);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
