package io.xuemeng.resource.vocabulary;

/**
 * Where a vocabulary's values come from. Immutable.
 *
 * @param document the standard or system that defines them
 * @param origin the copy they were taken from
 * @param confidence how sure it is that they are right and complete, in words
 */
public record Provenance(String document, String origin, String confidence) {}
