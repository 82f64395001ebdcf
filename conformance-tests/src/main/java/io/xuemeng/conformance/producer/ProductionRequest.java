package io.xuemeng.conformance.producer;

import io.xuemeng.resource.metadata.ResourceMetadata;
import java.nio.file.Path;
import java.util.List;

/**
 * A package to make. Immutable.
 *
 * @param metadata what describes the resource
 * @param metadataFile the same as a file, in this project's JSON form ({@code docs/schema/metadata.schema.json})
 * @param content the folder whose files, and those of its folders, are to be packed under their paths within it
 * @param organizations the tables of contents, the default one first
 * @param output where the package is to be written; its folder exists, it does not
 */
public record ProductionRequest(
        ResourceMetadata metadata, Path metadataFile, Path content, List<Heading> organizations, Path output) {

    /** Copies the list. */
    public ProductionRequest {
        organizations = List.copyOf(organizations);
    }
}
