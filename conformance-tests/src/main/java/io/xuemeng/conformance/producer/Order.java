package io.xuemeng.conformance.producer;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param signedWith the kind of key it is to be signed with; null when it is not to be signed
 */
record Order(
        String name,
        String profile,
        ResourceMetadata metadata,
        Map<String, byte[]> files,
        List<Heading> organizations,
        String link,
        boolean refusable,
        @Nullable KeyType signedWith) {

    /** What lies behind a link, and must not get into a package. */
    static final String OUTSIDE = "This file lies outside the content.";

    private static final List<String> LEFT_BEHIND = List.of(".ds_store", "thumbs.db", "desktop.ini");

    /** An order that every producer must fulfil. */
    static Order of(String name, ResourceMetadata metadata, Map<String, byte[]> files, List<Heading> organizations) {
        return new Order(name, "lom", metadata, files, organizations, "", false, null);
    }

    /** The same, held against a profile. */
    Order under(String other) {
        return new Order(name, other, metadata, files, organizations, link, refusable, signedWith);
    }

    /** The same, which may be refused. */
    Order mayBeRefused() {
        return new Order(name, profile, metadata, files, organizations, link, true, signedWith);
    }

    /** The same, with a link to a file outside. */
    Order withLink(String path) {
        return new Order(name, profile, metadata, files, organizations, path, true, signedWith);
    }

    /** The same, to be signed. */
    Order signed(KeyType type) {
        return new Order(name + '-' + type, profile, metadata, files, organizations, link, refusable, type);
    }

    /** Whether a file of the content need not be packed: an operating system left it behind. */
    static boolean isLeftBehind(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
        return LEFT_BEHIND.contains(name) || path.startsWith("__MACOSX/");
    }
}
