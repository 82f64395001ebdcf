package io.xuemeng.conformance.producer;

import io.xuemeng.resource.metadata.ResourceMetadata;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package to make. Immutable.
 *
 * @param metadata what describes the resource
 * @param metadataFile the same as a file, in this project's JSON form ({@code docs/schema/metadata.schema.json})
 * @param content the folder whose files, and those of its folders, are to be packed under their paths within it
 * @param organizations the tables of contents, the default one first
 * @param output where the package is to be written; its folder exists, it does not
 * @param signing how it is to be signed; null when it is not, and unless the producer declares the feature {@code signs}
 */
public record ProductionRequest(
        ResourceMetadata metadata,
        Path metadataFile,
        Path content,
        List<Heading> organizations,
        Path output,
        @Nullable Signing signing) {

    /** Copies the list. */
    public ProductionRequest {
        organizations = List.copyOf(organizations);
    }
}
