package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.xml.XmlReader;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a manifest, small enough to be kept for every reference until all of the manifest was read.
 *
 * @param parent the path of the element around it, or its own path when {@code child} is null
 * @param child the element's name within {@code parent}
 * @param position its position, from 1, among the children of that name
 */
record Place(String parent, @Nullable String child, int position, int line, int column) {

    /** The element a reader stands on. */
    static Place of(XmlReader xml) {
        return new Place(xml.path(), null, 0, xml.line(), xml.column());
    }

    /** A child a reader stands on, of an element whose path is known. */
    static Place child(String parent, String child, int position, XmlReader xml) {
        return new Place(parent, child, position, xml.line(), xml.column());
    }

    /** The place for a finding. */
    Location at(@Nullable String entry) {
        return Location.at(entry, path(), line, column);
    }

    /** The place of an attribute for a finding. */
    Location attribute(@Nullable String entry, String name) {
        return Location.at(entry, path() + "/@" + name, line, column);
    }

    /** The path of the element. */
    String path() {
        if (child == null) {
            return parent;
        }
        String path = parent + '/' + child;
        return position > 1 ? path + '[' + position + ']' : path;
    }
}
