package io.xuemeng.resource.metadata;

/** Writes the vCards (RFC 2426) in which the LOM names contributors. */
public final class VCard {

    private VCard() {}

    /** A vCard 3.0 of an organisation, with its name as formatted name and as organisation. */
    public static String ofOrganization(String name) {
        String value = escape(name);
        return "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + value + "\r\nN:;;;;\r\nORG:" + value + "\r\nEND:VCARD\r\n";
    }

    /** RFC 2426, 4: backslash, comma, semicolon and line ends are escaped in text values. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }
}
