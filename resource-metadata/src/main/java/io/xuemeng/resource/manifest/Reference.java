package io.xuemeng.resource.manifest;

import org.jspecify.annotations.Nullable;

/**
 * A place where a manifest names a file.
 *
 * @param kind what for
 * @param href the address as found
 * @param base the folder it is relative to, ending with a slash, or an address on the web; empty for the manifest's own folder
 * @param resource the number of the resource it belongs to; -1 when it belongs to none
 * @param place the element
 * @param attribute the attribute that holds the address; null when it is the element's text
 */
record Reference(
        Kind kind,
        String href,
        String base,
        int resource,
        Place place,
        @Nullable String attribute) {

    enum Kind {
        /** A file of a resource. */
        FILE,
        /** The address a resource is opened at. */
        RESOURCE,
        /** The metadata record of the whole package. */
        PACKAGE_METADATA,
        /** The metadata record of a part of it. */
        PART_METADATA,
        /** An XML schema. */
        SCHEMA
    }
}
