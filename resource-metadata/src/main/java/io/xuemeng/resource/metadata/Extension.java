package io.xuemeng.resource.metadata;

/**
 * Something that the model has no place for, kept exactly, so that nothing is lost on the way through.
 *
 * @param parent where it stood: the path of the element that held it, in the form of a JSON Pointer into the record's JSON,
 *     for example {@code /general}; empty for the record itself
 * @param name its name: the property of the JSON form; of the XML form, <code>{namespace}local</code> of an element ({@code
 *     local} alone without namespace), the same after an {@code @} for an attribute, or {@value #TEXT_NAME} for text between
 *     elements
 * @param mediaType the form it was found in, and the content's syntax: {@value #JSON}, {@value #XML}, or {@value #TEXT} for
 *     attributes and for text between elements
 * @param content the JSON value; the whole XML element with the namespaces it needs, character for character; or the text
 */
public record Extension(String parent, String name, String mediaType, String content) {

    /** The media type of elements found in XML. */
    public static final String XML = "application/xml";
    /** The media type of content found in JSON. */
    public static final String JSON = "application/json";
    /** The media type of attributes, and of text between elements, found in XML. */
    public static final String TEXT = "text/plain";
    /** The name of text between elements. */
    public static final String TEXT_NAME = "#text";

    /** Without the content, which may be anything. */
    @Override
    public String toString() {
        return "Extension[" + parent + " " + name + ", " + content.length() + " characters of " + mediaType + "]";
    }
}
