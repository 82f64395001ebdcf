package io.xuemeng.resource.manifest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of a package ({@code imsmanifest.xml}), as found. Immutable.
 *
 * @param identifier its identifier; null when absent
 * @param version the version of the manifest itself; null when absent
 * @param base its {@code xml:base}, as found; null when absent
 * @param format which standard it follows, and in which version
 * @param metadata what is said about the package; {@link ManifestMetadata#NONE} when nothing is
 * @param defaultOrganization the identifier of the organization to show first; null when absent
 * @param organizations the structures in which the content can be used
 * @param resources the resources
 * @param manifests manifests that stand within this one
 * @param extensions elements of other namespaces, kept as found, in their order
 */
public record Manifest(
        @Nullable String identifier,
        @Nullable String version,
        @Nullable String base,
        ManifestFormat format,
        ManifestMetadata metadata,
        @Nullable String defaultOrganization,
        List<Organization> organizations,
        List<ManifestResource> resources,
        List<Manifest> manifests,
        List<ManifestExtension> extensions) {

    /** Copies the collections. */
    public Manifest {
        organizations = List.copyOf(organizations);
        resources = List.copyOf(resources);
        manifests = List.copyOf(manifests);
        extensions = List.copyOf(extensions);
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The organization to show first: the default one, or else the first; null when there is none. */
    public @Nullable Organization firstOrganization() {
        for (Organization organization : organizations) {
            if (defaultOrganization != null && defaultOrganization.equals(organization.identifier())) {
                return organization;
            }
        }
        return organizations.isEmpty() ? null : organizations.get(0);
    }

    /** Builds a {@link Manifest}. Checks nothing. Not thread-safe. */
    public static final class Builder {

        private @Nullable String identifier;
        private @Nullable String version;
        private @Nullable String base;
        private ManifestFormat format = ManifestFormat.UNKNOWN;
        private ManifestMetadata metadata = ManifestMetadata.NONE;
        private @Nullable String defaultOrganization;
        private final List<Organization> organizations = new ArrayList<>();
        private final List<ManifestResource> resources = new ArrayList<>();
        private final List<Manifest> manifests = new ArrayList<>();
        private final List<ManifestExtension> extensions = new ArrayList<>();

        private Builder() {}

        /** Sets {@link Manifest#identifier()}; null removes it. */
        public Builder identifier(@Nullable String value) {
            identifier = value;
            return this;
        }

        /** Sets {@link Manifest#version()}; null removes it. */
        public Builder version(@Nullable String value) {
            version = value;
            return this;
        }

        /** Sets {@link Manifest#base()}; null removes it. */
        public Builder base(@Nullable String value) {
            base = value;
            return this;
        }

        /** Sets {@link Manifest#format()}. */
        public Builder format(ManifestFormat value) {
            format = value;
            return this;
        }

        /** Sets {@link Manifest#metadata()}. */
        public Builder metadata(ManifestMetadata value) {
            metadata = value;
            return this;
        }

        /** Sets {@link Manifest#defaultOrganization()}; null removes it. */
        public Builder defaultOrganization(@Nullable String value) {
            defaultOrganization = value;
            return this;
        }

        /** Adds one of {@link Manifest#organizations()}. */
        public Builder organization(Organization value) {
            organizations.add(value);
            return this;
        }

        /** Adds one of {@link Manifest#resources()}. */
        public Builder resource(ManifestResource value) {
            resources.add(value);
            return this;
        }

        /** Adds one of {@link Manifest#manifests()}. */
        public Builder manifest(Manifest value) {
            manifests.add(value);
            return this;
        }

        /** Adds one of {@link Manifest#extensions()}. */
        public Builder extension(ManifestExtension value) {
            extensions.add(value);
            return this;
        }

        /** The {@link Manifest}. */
        public Manifest build() {
            return new Manifest(
                    identifier,
                    version,
                    base,
                    format,
                    metadata,
                    defaultOrganization,
                    organizations,
                    resources,
                    manifests,
                    extensions);
        }
    }
}
