package io.xuemeng.resource.manifest;

/**
 * A metadata file that a manifest points at.
 *
 * @param entry its path within the package
 * @param ofPackage whether it describes the whole package, not a part of it
 */
public record MetadataFile(String entry, boolean ofPackage) {}
