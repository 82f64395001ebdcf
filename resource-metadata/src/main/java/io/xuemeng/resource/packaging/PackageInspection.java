package io.xuemeng.resource.packaging;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.xml.XmlRequirement;
import io.xuemeng.core.zip.EntryConsumer;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import io.xuemeng.resource.content.AigcLabelCheck;
import io.xuemeng.resource.content.ContentInspector;
import io.xuemeng.resource.content.ContentProbe;
import io.xuemeng.resource.manifest.ManifestDocument;
import io.xuemeng.resource.manifest.ManifestReader;
import io.xuemeng.resource.manifest.MetadataFile;
import io.xuemeng.resource.manifest.PackageEntries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through one package in one pass: the manifest first, because it says which other files matter; then every entry in
 * its order, inflated, checked and looked into; then the metadata records, and the labels of the files against them.
 */
final class PackageInspection {

    /** A metadata record beside the manifest that needs no reference. */
    private static final String METADATA_FILE = "metadata.json";

    private final ZipArchive archive;
    private final Limits limits;
    private final ReportSink findings;
    private final Deadline deadline;
    private final Records records;
    private final ContentInspector inspector;
    private final AigcLabelCheck labels = new AigcLabelCheck();
    private @Nullable ManifestDocument manifest;

    PackageInspection(ZipArchive archive, Limits limits, ReportSink findings, Deadline deadline, Records records) {
        this.archive = archive;
        this.limits = limits;
        this.findings = findings;
        this.deadline = deadline;
        this.records = records;
        this.inspector = ContentInspector.of(limits);
    }

    /** The manifest; null when there is none or it cannot be read. */
    @Nullable
    ManifestDocument manifest() {
        return manifest;
    }

    /** Looks through the package. */
    void run() throws IOException {
        List<ZipEntry> entries = archive.entries();
        if (entries.isEmpty()) {
            return;
        }
        ManifestLocation location = ManifestLocation.find(entries, findings);
        Map<String, Boolean> metadataFiles = new HashMap<>(2);
        byte[] manifestBytes = null;
        if (location != null) {
            manifestBytes = read(location.entry());
            if (manifestBytes != null) {
                readManifest(location, manifestBytes, metadataFiles);
            }
        }
        Map<String, byte[]> documents = readEntries(location, manifestBytes, metadataFiles);
        judge(location, metadataFiles, documents);
    }

    private void readManifest(ManifestLocation location, byte[] bytes, Map<String, Boolean> metadataFiles) {
        String path = location.entry().path();
        ManifestDocument document = ManifestReader.read(bytes, path, limits, findings);
        String record = location.folder() + METADATA_FILE;
        boolean hasRecord = archive.find(record).isPresent();
        if (hasRecord) {
            metadataFiles.put(record, true);
        }
        if (document == null) {
            return;
        }
        manifest = document;
        List<String> names = new ArrayList<>(archive.entries().size());
        List<String> reported = new ArrayList<>(0);
        for (ZipEntry entry : archive.entries()) {
            if (!entry.isDirectory()) {
                names.add(entry.path());
                if (!entry.isExtractable()) {
                    reported.add(entry.path());
                }
            }
        }
        Set<String> known = hasRecord ? Set.of(path, record) : Set.of(path);
        PackageEntries files = PackageEntries.of(location.folder(), names, reported);
        for (MetadataFile file : document.check(files, known, findings)) {
            metadataFiles.merge(file.entry(), file.ofPackage(), Boolean::logicalOr);
        }
    }

    /** Reads every entry to its end; returns the contents of the metadata files. */
    private Map<String, byte[]> readEntries(
            @Nullable ManifestLocation location, byte @Nullable [] manifestBytes, Map<String, Boolean> metadataFiles)
            throws IOException {
        Map<String, byte[]> documents = new HashMap<>(2);
        Set<String> seen = new HashSet<>(2);
        ContentFeed feed = new ContentFeed();
        for (ZipEntry entry : archive.entries()) {
            deadline.check();
            String path = entry.path();
            if (entry.isDirectory() || !entry.isReadable()) {
                continue;
            }
            ContentProbe probe = inspector.probe(path, entry.size());
            if (location != null && entry == location.entry()) {
                if (manifestBytes != null) {
                    probe.accept(manifestBytes, 0, manifestBytes.length);
                }
            } else if (metadataFiles.containsKey(path) && seen.add(path)) {
                byte[] content = read(entry);
                if (content != null) {
                    probe.accept(content, 0, content.length);
                    documents.put(path, content);
                }
            } else {
                feed.probe = probe;
                if (!archive.drain(entry, feed, findings)) {
                    continue;
                }
            }
            // Copies of attributes that macOS leaves behind have the names of other files, and nothing of their
            // content.
            if (!path.startsWith("__MACOSX/")) {
                labels.add(probe.finish(findings));
            }
        }
        return documents;
    }

    /** Feeds a probe, and stops when the time is over. */
    private final class ContentFeed implements EntryConsumer {

        private @Nullable ContentProbe probe;

        @Override
        public void accept(byte[] buffer, int offset, int length) throws IOException {
            deadline.check();
            if (probe != null) {
                probe.accept(buffer, offset, length);
            }
        }
    }

    /** The content of an entry; null when it is too large for a document, or is not intact. Both are reported. */
    private byte @Nullable [] read(ZipEntry entry) throws IOException {
        if (entry.size() > limits.documentBytes()) {
            findings.report(Finding.of(XmlRequirement.DOCUMENT_SIZE)
                    .with("size", entry.size())
                    .with("limit", limits.documentBytes())
                    .at(Location.entry(entry.path()))
                    .build());
            archive.drain(entry, (buffer, offset, length) -> deadline.check(), findings);
            return null;
        }
        byte[] content = new byte[(int) entry.size()];
        int[] at = {0};
        boolean intact = archive.drain(
                entry,
                (buffer, offset, length) -> {
                    System.arraycopy(buffer, offset, content, at[0], length);
                    at[0] += length;
                },
                findings);
        return intact ? content : null;
    }

    private void judge(
            @Nullable ManifestLocation location, Map<String, Boolean> metadataFiles, Map<String, byte[]> documents)
            throws IOException {
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            deadline.check();
            records.read(document.getValue(), document.getKey(), metadataFiles.getOrDefault(document.getKey(), false));
        }
        ManifestDocument known = manifest;
        if (known != null) {
            known.packageRecords().forEach(records::addOfPackage);
            known.partRecords().forEach(records::addOfPart);
        }
        // A record that is there but cannot be read, or a manifest that cannot, is reported; what it lacks is not
        // known.
        boolean expected =
                known != null && known.isComplete() && metadataFiles.isEmpty() && !known.hasPackageMetadataFile();
        records.judge(expected && location != null ? location.entry().path() : null);
        labels.compare(records.label(), findings);
    }
}
