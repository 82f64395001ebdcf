package io.xuemeng.resource.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One node of an organization, an {@code <item>}: a heading, or a resource in its place. Immutable.
 *
 * @param identifier its identifier; null when absent
 * @param identifierRef the identifier of the resource, or of the manifest within this one, that it shows; null when it is a heading
 * @param title its title; null when absent
 * @param parameters parameters to launch the resource with; null when absent
 * @param visible whether it is shown; true unless the manifest says otherwise
 * @param items the items below it
 * @param metadata what is said about it; {@link ManifestMetadata#NONE} when nothing is
 * @param attributes attributes of other namespaces, by <code>{namespace}local</code>
 * @param extensions elements of other namespaces, kept as found, in their order
 */
public record Item(
        @Nullable String identifier,
        @Nullable String identifierRef,
        @Nullable String title,
        @Nullable String parameters,
        boolean visible,
        List<Item> items,
        ManifestMetadata metadata,
        Map<String, String> attributes,
        List<ManifestExtension> extensions) {

    /** Copies the collections. */
    public Item {
        items = List.copyOf(items);
        attributes = Map.copyOf(attributes);
        extensions = List.copyOf(extensions);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Item}. Checks nothing. Not thread-safe. */
    public static final class Builder {

        private @Nullable String identifier;
        private @Nullable String identifierRef;
        private @Nullable String title;
        private @Nullable String parameters;
        private boolean visible = true;
        private final List<Item> items = new ArrayList<>();
        private ManifestMetadata metadata = ManifestMetadata.NONE;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<ManifestExtension> extensions = new ArrayList<>();

        private Builder() {}

        /** Sets {@link Item#identifier()}; null removes it. */
        public Builder identifier(@Nullable String value) {
            identifier = value;
            return this;
        }

        /** Sets {@link Item#identifierRef()}; null removes it. */
        public Builder identifierRef(@Nullable String value) {
            identifierRef = value;
            return this;
        }

        /** Sets {@link Item#title()}; null removes it. */
        public Builder title(@Nullable String value) {
            title = value;
            return this;
        }

        /** Sets {@link Item#parameters()}; null removes it. */
        public Builder parameters(@Nullable String value) {
            parameters = value;
            return this;
        }

        /** Sets {@link Item#visible()}. */
        public Builder visible(boolean value) {
            visible = value;
            return this;
        }

        /** Adds one of {@link Item#items()}. */
        public Builder item(Item value) {
            items.add(value);
            return this;
        }

        /** Sets {@link Item#metadata()}. */
        public Builder metadata(ManifestMetadata value) {
            metadata = value;
            return this;
        }

        /** Adds one of {@link Item#attributes()}. */
        public Builder attribute(String attributeName, String value) {
            attributes.put(attributeName, value);
            return this;
        }

        /** Adds one of {@link Item#extensions()}. */
        public Builder extension(ManifestExtension value) {
            extensions.add(value);
            return this;
        }

        /** The {@link Item}. */
        public Item build() {
            return new Item(
                    identifier, identifierRef, title, parameters, visible, items, metadata, attributes, extensions);
        }
    }
}
