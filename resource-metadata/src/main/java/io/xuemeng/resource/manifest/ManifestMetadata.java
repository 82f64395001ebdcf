package io.xuemeng.resource.manifest;

import io.xuemeng.resource.document.MetadataDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code metadata} element holds: of a manifest, an organization, an item, a resource or a file. Immutable.
 *
 * @param schema the schema that governs the manifest, for example {@code ADL SCORM}; null when absent, which it always is
 *     below the manifest
 * @param schemaVersion its version, for example {@code 1.2}; null when absent
 * @param records the metadata records that stand in the element
 * @param locations the addresses of metadata files beside the manifest ({@code adlcp:location}, {@code xm:location}), as found
 * @param extensions other elements, kept as found
 */
public record ManifestMetadata(
        @Nullable String schema,
        @Nullable String schemaVersion,
        List<MetadataDocument> records,
        List<String> locations,
        List<ManifestExtension> extensions) {

    /** No {@code metadata} element, or an empty one. */
    public static final ManifestMetadata NONE = new ManifestMetadata(null, null, List.of(), List.of(), List.of());

    /** Copies the lists. */
    public ManifestMetadata {
        records = List.copyOf(records);
        locations = List.copyOf(locations);
        extensions = List.copyOf(extensions);
    }
}
