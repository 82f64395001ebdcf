package io.xuemeng.resource.packaging;

import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.manifest.Dependency;
import io.xuemeng.resource.manifest.FileReference;
import io.xuemeng.resource.manifest.Item;
import io.xuemeng.resource.manifest.Manifest;
import io.xuemeng.resource.manifest.ManifestMetadata;
import io.xuemeng.resource.manifest.ManifestResource;
import io.xuemeng.resource.manifest.Organization;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Makes the manifest of a package in the native form: one resource for each file that the table of contents opens, and one
 * that holds all other files, on which these depend. Identifiers are numbers behind a name, so that they are NCNames.
 */
final class NativeManifest {

    private static final String TYPE = "webcontent";
    private static final String OTHERS = "RES-FILES";

    private final NavigableSet<String> names;
    private final Map<String, String> identifiers = new LinkedHashMap<>();
    private int items;

    private NativeManifest(NavigableSet<String> names) {
        this.names = names;
    }

    /**
     * The manifest.
     *
     * @param names the paths of all files
     * @throws IllegalStateException when an item opens a file that is not there
     */
    static Manifest of(ResourceMetadata metadata, List<PackageItem> organizations, NavigableSet<String> names) {
        return new NativeManifest(names).build(metadata, organizations);
    }

    private Manifest build(ResourceMetadata metadata, List<PackageItem> organizations) {
        Manifest.Builder manifest = Manifest.builder()
                .identifier("MANIFEST")
                .metadata(new ManifestMetadata(
                        "IMS Content", "1.1.4", List.of(MetadataDocument.of(metadata)), List.of(), List.of()));
        int number = 0;
        for (PackageItem organization : organizations) {
            String identifier = "ORG-" + ++number;
            Organization.Builder builder =
                    Organization.builder().identifier(identifier).title(organization.title());
            organization.items().forEach(item -> builder.item(item(item)));
            manifest.organization(builder.build());
        }
        if (number > 0) {
            manifest.defaultOrganization("ORG-1");
        }
        resources().forEach(manifest::resource);
        return manifest.build();
    }

    private Item item(PackageItem item) {
        Item.Builder builder = Item.builder().identifier("ITEM-" + ++items).title(item.title());
        String path = item.path();
        if (path != null) {
            requireFile(item.title(), path);
            builder.identifierRef(identifiers.computeIfAbsent(path, key -> "RES-" + (identifiers.size() + 1)));
        }
        item.items().forEach(child -> builder.item(item(child)));
        return builder.build();
    }

    private void requireFile(String title, String path) {
        if (names.contains(path)) {
            return;
        }
        String similar = names.stream()
                .filter(name -> name.equalsIgnoreCase(path) || name.equals(path.replace('\\', '/')))
                .findFirst()
                .map(name -> "; there is " + name)
                .orElse("");
        throw new IllegalStateException(
                "the item " + title + " opens " + path + ", but the content has no such file" + similar);
    }

    private List<ManifestResource> resources() {
        NavigableSet<String> others = new TreeSet<>(names);
        others.removeAll(identifiers.keySet());
        List<ManifestResource> resources = new ArrayList<>();
        identifiers.forEach((path, identifier) -> {
            ManifestResource.Builder builder = ManifestResource.builder()
                    .identifier(identifier)
                    .type(TYPE)
                    .href(address(path))
                    .file(FileReference.of(address(path)));
            if (!others.isEmpty()) {
                builder.dependency(new Dependency(OTHERS));
            }
            resources.add(builder.build());
        });
        if (!others.isEmpty()) {
            ManifestResource.Builder builder =
                    ManifestResource.builder().identifier(OTHERS).type(TYPE);
            others.forEach(path -> builder.file(FileReference.of(address(path))));
            resources.add(builder.build());
        }
        return resources;
    }

    /** A path as a URI reference; characters beyond ASCII stay, as XML's anyURI allows. */
    static String address(String path) {
        StringBuilder address = new StringBuilder(path.length() + 8);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = c > 0x7F
                    || (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "-._~/!$&'()*+,;=@".indexOf(c) >= 0;
            if (plain) {
                address.append(c);
            } else {
                for (byte octet : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    address.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
                }
            }
        }
        return address.toString();
    }
}
