package io.xuemeng.resource.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back, whatever stands in it, right or wrong. */
class ManifestRoundTripProperties {

    @Property(tries = 300)
    void readsBackWhatWasWritten(@ForAll("manifests") Manifest manifest) {
        byte[] document = ManifestWriter.write(manifest);
        ManifestDocument read = ManifestReader.read(document, "imsmanifest.xml", Limits.defaults(), finding -> {});
        assertThat(read).isNotNull();
        assertThat(read.isComplete()).isTrue();
        assertThat(withoutFormat(read.manifest())).isEqualTo(withoutFormat(manifest));
        assertThat(ManifestWriter.write(read.manifest())).isEqualTo(document);
    }

    private static Manifest withoutFormat(Manifest manifest) {
        return new Manifest(
                manifest.identifier(),
                manifest.version(),
                manifest.base(),
                ManifestFormat.UNKNOWN,
                manifest.metadata(),
                manifest.defaultOrganization(),
                manifest.organizations(),
                manifest.resources(),
                manifest.manifests().stream()
                        .map(ManifestRoundTripProperties::withoutFormat)
                        .toList(),
                manifest.extensions());
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of(
                        "a", "分", "𠮷", " ", "\n", "\t", "\r", "<", "&", "\"", "]]>", "\u202E", "../", "%20", "Ａ", "1")
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> maybe() {
        return text().injectNull(0.3);
    }

    private static Arbitrary<List<ManifestExtension>> extensions() {
        return text().map(text -> new ManifestExtension(
                        "{urn:x-example:z}y",
                        "<x:y xmlns:x=\"urn:x-example:z\">" + text.replaceAll("[<&>\r]", "") + "<x:e/></x:y>"))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<Map<String, String>> attributes() {
        return Arbitraries.maps(
                        Arbitraries.of(
                                "{urn:x-example:a}b",
                                "{urn:x-example:c}d",
                                "unknown",
                                "{http://www.w3.org/XML/1998/namespace}lang"),
                        text())
                .ofMaxSize(3);
    }

    private static Arbitrary<ManifestMetadata> metadata() {
        return Builders.withBuilder(MetadataParts::new)
                .use(maybe())
                .in((parts, value) -> parts.schema(value))
                .use(maybe())
                .in((parts, value) -> parts.version(value))
                .use(text().list().ofMaxSize(2))
                .in((parts, value) -> parts.locations(value))
                .use(extensions())
                .in((parts, value) -> parts.extensions(value))
                .build(MetadataParts::build)
                .withoutEdgeCases();
    }

    private static final class MetadataParts {
        private String schema;
        private String version;
        private List<String> locations = List.of();
        private List<ManifestExtension> extensions = List.of();

        private MetadataParts schema(String value) {
            schema = value;
            return this;
        }

        private MetadataParts version(String value) {
            version = value;
            return this;
        }

        private MetadataParts locations(List<String> value) {
            locations = value;
            return this;
        }

        private MetadataParts extensions(List<ManifestExtension> value) {
            extensions = value;
            return this;
        }

        private ManifestMetadata build() {
            return new ManifestMetadata(schema, version, List.of(), locations, extensions);
        }
    }

    private static Arbitrary<Item> items(int depth) {
        return Builders.withBuilder(Item::builder)
                .use(maybe())
                .in(Item.Builder::identifier)
                .use(maybe())
                .in(Item.Builder::identifierRef)
                .use(maybe())
                .in(Item.Builder::title)
                .use(maybe())
                .in(Item.Builder::parameters)
                .use(Arbitraries.of(true, false))
                .in(Item.Builder::visible)
                .use(metadata())
                .in(Item.Builder::metadata)
                .use(attributes())
                .in((item, value) -> {
                    value.forEach(item::attribute);
                    return item;
                })
                .use(extensions())
                .in((item, value) -> {
                    value.forEach(item::extension);
                    return item;
                })
                .use(
                        depth == 0
                                ? Arbitraries.just(List.<Item>of())
                                : items(depth - 1).list().ofMaxSize(2))
                .in((item, value) -> {
                    value.forEach(item::item);
                    return item;
                })
                .build(Item.Builder::build);
    }

    private static Arbitrary<Organization> organizations() {
        return Builders.withBuilder(Organization::builder)
                .use(maybe())
                .in(Organization.Builder::identifier)
                .use(maybe())
                .in(Organization.Builder::structure)
                .use(maybe())
                .in(Organization.Builder::title)
                .use(metadata())
                .in(Organization.Builder::metadata)
                .use(attributes())
                .in((organization, value) -> {
                    value.forEach(organization::attribute);
                    return organization;
                })
                .use(items(2).list().ofMaxSize(2))
                .in((organization, value) -> {
                    value.forEach(organization::item);
                    return organization;
                })
                .build(Organization.Builder::build);
    }

    private static Arbitrary<ManifestResource> resources() {
        return Builders.withBuilder(ManifestResource::builder)
                .use(maybe())
                .in(ManifestResource.Builder::identifier)
                .use(maybe())
                .in(ManifestResource.Builder::type)
                .use(maybe())
                .in(ManifestResource.Builder::href)
                .use(maybe())
                .in(ManifestResource.Builder::base)
                .use(Arbitraries.of("sco", "asset", "分").injectNull(0.5))
                .in(ManifestResource.Builder::scormType)
                .use(metadata())
                .in(ManifestResource.Builder::metadata)
                .use(attributes())
                .in((resource, value) -> {
                    value.forEach(resource::attribute);
                    return resource;
                })
                .use(maybe().list().ofMaxSize(3))
                .in((resource, value) -> {
                    value.forEach(href -> resource.file(new FileReference(href, ManifestMetadata.NONE)));
                    return resource;
                })
                .use(maybe().list().ofMaxSize(2))
                .in((resource, value) -> {
                    value.forEach(reference -> resource.dependency(new Dependency(reference)));
                    return resource;
                })
                .build(ManifestResource.Builder::build);
    }

    @Provide
    Arbitrary<Manifest> manifests() {
        return manifests(1);
    }

    private static Arbitrary<Manifest> manifests(int depth) {
        return Builders.withBuilder(Manifest::builder)
                .use(maybe())
                .in(Manifest.Builder::identifier)
                .use(maybe())
                .in(Manifest.Builder::version)
                .use(maybe())
                .in(Manifest.Builder::base)
                .use(maybe())
                .in(Manifest.Builder::defaultOrganization)
                .use(metadata())
                .in(Manifest.Builder::metadata)
                .use(organizations().list().ofMaxSize(2))
                .in((manifest, value) -> {
                    value.forEach(manifest::organization);
                    return manifest;
                })
                .use(resources().list().ofMaxSize(3))
                .in((manifest, value) -> {
                    value.forEach(manifest::resource);
                    return manifest;
                })
                .use(extensions())
                .in((manifest, value) -> {
                    value.forEach(manifest::extension);
                    return manifest;
                })
                .use(
                        depth == 0
                                ? Arbitraries.just(List.<Manifest>of())
                                : manifests(depth - 1).list().ofMaxSize(1))
                .in((manifest, value) -> {
                    value.forEach(manifest::manifest);
                    return manifest;
                })
                .build(Manifest.Builder::build);
    }
}
