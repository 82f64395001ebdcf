package io.xuemeng.resource.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record needs of a vCard, the form in which the LOM names contributors: who it is. Immutable.
 *
 * @param version {@code 3.0} or {@code 4.0}, or what was found instead; null when absent
 * @param formattedName the name as it is shown ({@code FN}); null when absent
 * @param name the parts of the name ({@code N}): family name, given name, additional names, prefixes, suffixes; empty when
 *     absent
 * @param organization the organisation and its units ({@code ORG}), from the whole to the part; empty when absent
 * @see "RFC 2426 (3.0), RFC 6350 (4.0)"
 */
public record VCard(
        @Nullable String version, @Nullable String formattedName, List<String> name, List<String> organization) {

    /** Copies the lists. */
    public VCard {
        name = List.copyOf(name);
        organization = List.copyOf(organization);
    }

    /**
     * Something that is not as a vCard must be. None of them keeps the rest from being read.
     */
    public enum Problem {
        /** It does not begin with {@code BEGIN:VCARD}: it is no vCard, most often a bare name. */
        NOT_A_VCARD,
        /** Line ends are line feeds alone, where a vCard has CR LF. XML turns CR LF into these, so they are the rule there. */
        BARE_LINE_FEEDS,
        /** Lines are parted by a backslash and the letter n, two characters, where line ends belong. */
        ESCAPED_LINE_ENDS,
        /** All line ends were lost: the whole vCard is one line. */
        LOST_LINE_ENDS,
        /** Its lines are indented, which by the rules would make them continue the line before. */
        INDENTED,
        /** A line is no property: it has no colon, or no name before it. */
        MALFORMED_LINE,
        /** No {@code VERSION}. */
        NO_VERSION,
        /** A version other than 3.0 and 4.0. */
        OTHER_VERSION,
        /** No {@code FN}, or an empty one. */
        NO_FORMATTED_NAME,
        /** No {@code N}, which version 3.0 demands. */
        NO_NAME,
        /** No {@code END:VCARD}. */
        NO_END,
        /** Something follows after {@code END:VCARD}. */
        MORE_AFTER_END
    }

    /**
     * A vCard as far as it could be read, and what was wrong with it. Immutable.
     *
     * @param card what it says
     * @param problems each kind once, in the order of {@link Problem}; empty when it is as it must be
     */
    public record Reading(VCard card, List<Problem> problems) {

        /** Copies the list. */
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a vCard, whatever state it is in; it never throws for what the text says. */
    public static Reading read(String text) {
        return new VCardParser().parse(text);
    }

    /** The text of a vCard 3.0 of an organisation, with its name as formatted name and as organisation. */
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

    /** Without the person it names. */
    @Override
    public String toString() {
        return "VCard[version=" + version + "]";
    }
}
