package io.xuemeng.resource.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A file that a resource needs ({@code file}).
 *
 * @param href its address, as found, relative to the {@code xml:base} values around it; null when the attribute is absent
 * @param metadata what is said about it; {@link ManifestMetadata#NONE} when nothing is
 */
public record FileReference(@Nullable String href, ManifestMetadata metadata) {

    /** A file of which nothing but its address is said. */
    public static FileReference of(String href) {
        return new FileReference(href, ManifestMetadata.NONE);
    }
}
