package io.xuemeng.core.requirement;

/**
 * The profile an input was held against, exactly enough for a dispute.
 *
 * @param id the profile's id, for example {@code alliance}
 * @param version the version its file states
 * @param sha256 the SHA-256 of the profile file's bytes in lower-case hexadecimal
 */
public record ProfileReference(String id, String version, String sha256) {}
