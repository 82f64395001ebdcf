package io.xuemeng.conformance.producer;

import io.xuemeng.resource.manifest.Item;
import io.xuemeng.resource.manifest.Manifest;
import io.xuemeng.resource.manifest.ManifestResource;
import io.xuemeng.resource.manifest.Organization;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of contents as lines, so that the ordered one and the one in a manifest can be compared and shown. */
final class TableOfContents {

    private TableOfContents() {}

    static List<String> of(List<Heading> organizations) {
        List<String> lines = new ArrayList<>();
        organizations.forEach(organization -> add(lines, "", organization));
        return lines;
    }

    private static void add(List<String> lines, String indent, Heading heading) {
        lines.add(line(indent, heading.title(), heading.path()));
        heading.items().forEach(item -> add(lines, indent + '>', item));
    }

    /** Of a manifest, the default organization first. */
    static List<String> of(Manifest manifest) {
        Map<String, String> files = new HashMap<>();
        for (ManifestResource resource : manifest.resources()) {
            String href = resource.href();
            if (resource.identifier() != null && href != null) {
                files.put(resource.identifier(), text(manifest.base()) + text(resource.base()) + href);
            }
        }
        List<Organization> organizations = new ArrayList<>(manifest.organizations());
        Organization first = manifest.firstOrganization();
        if (first != null && organizations.remove(first)) {
            organizations.add(0, first);
        }
        List<String> lines = new ArrayList<>();
        for (Organization organization : organizations) {
            lines.add(line("", text(organization.title()), null));
            organization.items().forEach(item -> add(lines, ">", item, files));
        }
        return lines;
    }

    private static void add(List<String> lines, String indent, Item item, Map<String, String> files) {
        String href = item.identifierRef() == null ? null : files.get(item.identifierRef());
        lines.add(line(indent, text(item.title()), href == null ? null : decoded(href)));
        item.items().forEach(child -> add(lines, indent + '>', child, files));
    }

    private static String decoded(String href) {
        try {
            return URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return href; // not percent-encoded; another test says so
        }
    }

    private static String line(String indent, String title, @Nullable String path) {
        return indent + title + (path == null ? "" : " → " + path);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
