package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.resource.document.MetadataDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A manifest as it was read, and what it names in its package. Immutable and thread-safe. */
public final class ManifestDocument {

    private final Manifest manifest;
    private final @Nullable String entry;
    private final boolean complete;
    private final List<MetadataDocument> partRecords;
    private final List<Reference> references;

    ManifestDocument(
            Manifest manifest,
            @Nullable String entry,
            boolean complete,
            List<MetadataDocument> partRecords,
            List<Reference> references) {
        this.manifest = manifest;
        this.entry = entry;
        this.complete = complete;
        this.partRecords = List.copyOf(partRecords);
        this.references = List.copyOf(references);
    }

    /** The manifest; what could be read of it, when it is not {@linkplain #isComplete() complete}. */
    public Manifest manifest() {
        return manifest;
    }

    /** Whether it was read to its end. If not, a finding says why. */
    public boolean isComplete() {
        return complete;
    }

    /** The metadata records that stand in the manifest and describe the whole package. */
    public List<MetadataDocument> packageRecords() {
        return manifest.metadata().records();
    }

    /** The metadata records that stand in the manifest and describe parts of the package, in their order. */
    public List<MetadataDocument> partRecords() {
        return partRecords;
    }

    /** Whether the manifest points at a metadata file that describes the whole package. */
    public boolean hasPackageMetadataFile() {
        return references.stream().anyMatch(reference -> reference.kind() == Reference.Kind.PACKAGE_METADATA);
    }

    /** Judges the addresses in the manifest as far as that is possible without its package. */
    public void check(FindingSink findings) {
        ContentReferences content = new ContentReferences(entry, null, findings);
        references.forEach(content::check);
    }

    /**
     * Holds the addresses in the manifest against the files of its package: files that are missing, or there under another
     * name, addresses that lead out of the package, files that the manifest does not declare. What is missing from a manifest
     * that was not read to its end is not reported.
     *
     * @param known files of the package that are not content, besides the manifest itself: they need no declaration
     * @return the metadata files that the manifest points at and that are there
     */
    public List<MetadataFile> check(PackageEntries entries, Set<String> known, FindingSink findings) {
        ContentReferences content = new ContentReferences(entry, entries, findings);
        references.forEach(content::check);
        content.checkSchemas();
        if (complete) {
            Set<String> others = new HashSet<>(known);
            if (entry != null) {
                others.add(entry);
            }
            content.checkUndeclared(others);
        }
        return content.metadataFiles();
    }
}
