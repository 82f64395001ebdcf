package io.xuemeng.resource.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of content with the files it needs ({@code resource}). Immutable.
 *
 * @param identifier its identifier; null when absent
 * @param type its type, for example {@code webcontent}; null when absent
 * @param href the address it is opened at, as found; null when absent
 * @param base the {@code xml:base} values of the {@code resources} element and its own, resolved against each other; null when both are absent
 * @param scormType {@code sco} or {@code asset}, as found under either spelling of the attribute; null when absent
 * @param files its files
 * @param dependencies the resources it needs
 * @param metadata what is said about it; {@link ManifestMetadata#NONE} when nothing is
 * @param attributes attributes of other namespaces, by <code>{namespace}local</code>
 * @param extensions elements of other namespaces, kept as found, in their order
 */
public record ManifestResource(
        @Nullable String identifier,
        @Nullable String type,
        @Nullable String href,
        @Nullable String base,
        @Nullable String scormType,
        List<FileReference> files,
        List<Dependency> dependencies,
        ManifestMetadata metadata,
        Map<String, String> attributes,
        List<ManifestExtension> extensions) {

    /** Copies the collections. */
    public ManifestResource {
        files = List.copyOf(files);
        dependencies = List.copyOf(dependencies);
        attributes = Map.copyOf(attributes);
        extensions = List.copyOf(extensions);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ManifestResource}. Checks nothing. Not thread-safe. */
    public static final class Builder {

        private @Nullable String identifier;
        private @Nullable String type;
        private @Nullable String href;
        private @Nullable String base;
        private @Nullable String scormType;
        private final List<FileReference> files = new ArrayList<>();
        private final List<Dependency> dependencies = new ArrayList<>();
        private ManifestMetadata metadata = ManifestMetadata.NONE;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<ManifestExtension> extensions = new ArrayList<>();

        private Builder() {}

        /** Sets {@link ManifestResource#identifier()}; null removes it. */
        public Builder identifier(@Nullable String value) {
            identifier = value;
            return this;
        }

        /** Sets {@link ManifestResource#type()}; null removes it. */
        public Builder type(@Nullable String value) {
            type = value;
            return this;
        }

        /** Sets {@link ManifestResource#href()}; null removes it. */
        public Builder href(@Nullable String value) {
            href = value;
            return this;
        }

        /** Sets {@link ManifestResource#base()}; null removes it. */
        public Builder base(@Nullable String value) {
            base = value;
            return this;
        }

        /** Sets {@link ManifestResource#scormType()}; null removes it. */
        public Builder scormType(@Nullable String value) {
            scormType = value;
            return this;
        }

        /** Adds one of {@link ManifestResource#files()}. */
        public Builder file(FileReference value) {
            files.add(value);
            return this;
        }

        /** Adds one of {@link ManifestResource#dependencies()}. */
        public Builder dependency(Dependency value) {
            dependencies.add(value);
            return this;
        }

        /** Sets {@link ManifestResource#metadata()}. */
        public Builder metadata(ManifestMetadata value) {
            metadata = value;
            return this;
        }

        /** Adds one of {@link ManifestResource#attributes()}. */
        public Builder attribute(String attributeName, String value) {
            attributes.put(attributeName, value);
            return this;
        }

        /** Adds one of {@link ManifestResource#extensions()}. */
        public Builder extension(ManifestExtension value) {
            extensions.add(value);
            return this;
        }

        /** The {@link ManifestResource}. */
        public ManifestResource build() {
            return new ManifestResource(
                    identifier, type, href, base, scormType, files, dependencies, metadata, attributes, extensions);
        }
    }
}
