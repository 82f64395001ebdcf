package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.xml.XmlReader;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A manifest while it is read, with what is needed to judge it as a whole. */
final class ManifestDraft {

    private final String namespace;
    private final Place place;
    private final Manifest.Builder builder = Manifest.builder();
    private final Set<String> organizations = new HashSet<>(4);
    private ManifestMetadata metadata = ManifestMetadata.NONE;
    private @Nullable Place metadataPlace;
    private @Nullable String defaultOrganization;
    private @Nullable Place organizationsPlace;

    ManifestDraft(String namespace, Place place) {
        this.namespace = namespace;
        this.place = place;
    }

    Manifest.Builder builder() {
        return builder;
    }

    /** The manifest's start tag. */
    Place place() {
        return place;
    }

    void metadataAt(Place value) {
        metadataPlace = value;
    }

    void metadata(ManifestMetadata value) {
        metadata = value;
        builder.metadata(value);
    }

    void organization(@Nullable String identifier) {
        if (identifier != null) {
            organizations.add(identifier.strip());
        }
    }

    void defaultOrganization(@Nullable String value, Place organizationsAt) {
        defaultOrganization = value;
        organizationsPlace = organizationsAt;
        builder.defaultOrganization(value);
    }

    /** The root manifest; judged as a whole when all of it was read. */
    Manifest finish(XmlReader xml, Set<String> namespaces, boolean whole) {
        checkDefault(xml, whole);
        FormatDetector detector = new FormatDetector(xml.entry(), xml.findings());
        Place at = metadataPlace == null ? place : metadataPlace;
        return builder.format(detector.detect(namespace, namespaces, metadata, at, whole))
                .build();
    }

    /** A manifest within another. */
    Manifest finish(Set<String> namespaces) {
        FormatDetector detector = new FormatDetector(null, finding -> {});
        return builder.format(detector.detect(namespace, namespaces, metadata, null, false))
                .build();
    }

    private void checkDefault(XmlReader xml, boolean whole) {
        if (whole
                && defaultOrganization != null
                && organizationsPlace != null
                && !organizations.contains(defaultOrganization.strip())) {
            xml.findings()
                    .report(Finding.of(ManifestRequirement.DEFAULT_ORGANIZATION)
                            .with("identifier", defaultOrganization)
                            .with("found", organizations)
                            .at(organizationsPlace.attribute(xml.entry(), "default"))
                            .build());
        }
    }
}
