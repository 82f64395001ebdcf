package io.xuemeng.conformance.producer;

import io.xuemeng.resource.metadata.ResourceMetadata;
import java.util.List;
import java.util.Map;

/**
 * Something that a producer is asked to make. Immutable.
 *
 * @param name what reports call it
 * @param profile the profile that its metadata keeps
 * @param metadata the metadata
 * @param files the content by path
 * @param organizations the tables of contents
 * @param link a path that is made a link to a file outside the content; empty for none
 * @param refusable whether a producer may refuse it, because it asks for what no package may have
 */
record Order(
        String name,
        String profile,
        ResourceMetadata metadata,
        Map<String, byte[]> files,
        List<Heading> organizations,
        String link,
        boolean refusable) {

    /** What lies behind a link, and must not get into a package. */
    static final String OUTSIDE = "This file lies outside the content.";

    private static final List<String> LEFT_BEHIND = List.of(".ds_store", "thumbs.db", "desktop.ini");

    /** An order that every producer must fulfil. */
    static Order of(String name, ResourceMetadata metadata, Map<String, byte[]> files, List<Heading> organizations) {
        return new Order(name, "lom", metadata, files, organizations, "", false);
    }

    /** The same, held against a profile. */
    Order under(String other) {
        return new Order(name, other, metadata, files, organizations, link, refusable);
    }

    /** The same, which may be refused. */
    Order mayBeRefused() {
        return new Order(name, profile, metadata, files, organizations, link, true);
    }

    /** The same, with a link to a file outside. */
    Order withLink(String path) {
        return new Order(name, profile, metadata, files, organizations, path, true);
    }

    /** Whether a file of the content need not be packed: an operating system left it behind. */
    static boolean isLeftBehind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
        return LEFT_BEHIND.contains(name) || path.startsWith("__MACOSX/");
    }
}
