package io.xuemeng.resource.manifest;

/**
 * An element that the packaging standard leaves to others, kept exactly: sequencing rules, navigation, what a tool added.
 *
 * @param name the element's name as <code>{namespace}local</code>, or {@code local} when it has no namespace
 * @param content the whole element as XML, with the namespace declarations it needs
 */
public record ManifestExtension(String name, String content) {

    /** Without the content, which may be anything. */
    @Override
    public String toString() {
        return "ManifestExtension[" + name + ", " + content.length() + " characters]";
    }
}
