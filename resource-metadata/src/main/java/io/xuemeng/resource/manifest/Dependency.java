package io.xuemeng.resource.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A resource that another one needs ({@code dependency}).
 *
 * @param identifierRef the identifier of the resource that is needed, as found; null when the attribute is absent
 */
public record Dependency(@Nullable String identifierRef) {}
