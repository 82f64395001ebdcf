package io.xuemeng.resource.metadata;

/**
 * An element that this library does not know, kept exactly, so that nothing is lost on the way through.
 *
 * @param parent where it stood: the path of the element that held it, in the form of a JSON Pointer into the record's JSON,
 *     for example {@code /general}; empty for the record itself
 * @param name its name: the property of the JSON form, or <code>{namespace}local</code> of the XML form
 * @param mediaType {@code application/json} or {@code application/xml}: the form it was found in, and the content's syntax
 * @param content the JSON value, or the whole XML element with the namespaces it needs, character for character
 */
public record Extension(String parent, String name, String mediaType, String content) {

    /** The media type of content found in XML. */
    public static final String XML = "application/xml";
    /** The media type of content found in JSON. */
    public static final String JSON = "application/json";

    /** Without the content, which may be anything. */
    @Override
    public String toString() {
        return "Extension[" + parent + " " + name + ", " + content.length() + " characters of " + mediaType + "]";
    }
}
