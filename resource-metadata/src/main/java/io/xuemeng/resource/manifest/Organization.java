package io.xuemeng.resource.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One structure in which the content can be used: a tree of items ({@code organization}). Immutable.
 *
 * @param identifier its identifier; null when absent
 * @param structure the kind of structure, for example {@code hierarchical}; null when absent
 * @param title its title; null when absent
 * @param items its items
 * @param metadata what is said about it; {@link ManifestMetadata#NONE} when nothing is
 * @param attributes attributes of other namespaces, by <code>{namespace}local</code>
 * @param extensions elements of other namespaces, kept as found, in their order
 */
public record Organization(
        @Nullable String identifier,
        @Nullable String structure,
        @Nullable String title,
        List<Item> items,
        ManifestMetadata metadata,
        Map<String, String> attributes,
        List<ManifestExtension> extensions) {

    /** Copies the collections. */
    public Organization {
        items = List.copyOf(items);
        attributes = Map.copyOf(attributes);
        extensions = List.copyOf(extensions);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Organization}. Checks nothing. Not thread-safe. */
    public static final class Builder {

        private @Nullable String identifier;
        private @Nullable String structure;
        private @Nullable String title;
        private final List<Item> items = new ArrayList<>();
        private ManifestMetadata metadata = ManifestMetadata.NONE;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<ManifestExtension> extensions = new ArrayList<>();

        private Builder() {}

        /** Sets {@link Organization#identifier()}; null removes it. */
        public Builder identifier(@Nullable String value) {
            identifier = value;
            return this;
        }

        /** Sets {@link Organization#structure()}; null removes it. */
        public Builder structure(@Nullable String value) {
            structure = value;
            return this;
        }

        /** Sets {@link Organization#title()}; null removes it. */
        public Builder title(@Nullable String value) {
            title = value;
            return this;
        }

        /** Adds one of {@link Organization#items()}. */
        public Builder item(Item value) {
            items.add(value);
            return this;
        }

        /** Sets {@link Organization#metadata()}. */
        public Builder metadata(ManifestMetadata value) {
            metadata = value;
            return this;
        }

        /** Adds one of {@link Organization#attributes()}. */
        public Builder attribute(String attributeName, String value) {
            attributes.put(attributeName, value);
            return this;
        }

        /** Adds one of {@link Organization#extensions()}. */
        public Builder extension(ManifestExtension value) {
            extensions.add(value);
            return this;
        }

        /** The {@link Organization}. */
        public Organization build() {
            return new Organization(identifier, structure, title, items, metadata, attributes, extensions);
        }
    }
}
