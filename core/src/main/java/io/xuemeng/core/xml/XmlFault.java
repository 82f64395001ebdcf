package io.xuemeng.core.xml;

import com.ctc.wstx.exc.WstxEOFException;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Says in the terms of the standard what stopped the parser. What is not recognised, with another version of Woodstox say,
 * is reported as not well-formed with the parser's own words quoted, so nothing depends on these patterns but the quality
 * of the sentence.
 */
final class XmlFault {

    private static final Pattern CLOSE_TAG = Pattern.compile("Unexpected close tag </([^>]*)>; expected </([^>]*)>");
    private static final Pattern TWICE = Pattern.compile("Duplicate attribute '([^']*)'");
    private static final Pattern PREFIX = Pattern.compile("Undeclared namespace prefix \"([^\"]*)\"");
    private static final Pattern ENTITY = Pattern.compile("Undeclared general entity \"([^\"]*)\"");
    private static final Pattern AMPERSAND = Pattern.compile("\\(missing name\\?\\)|semi-colon after the reference");
    private static final Pattern CHARACTER =
            Pattern.compile("(?:Illegal character.*?code|Invalid UTF-8 character) (0x)?([0-9a-fA-F]+)");

    private XmlFault() {}

    /** The finding, without its place, that an exception of the parser stands for. */
    static Finding.Builder of(XMLStreamException fault, Limits limits) {
        String message = withoutPlace(fault.getMessage());
        if (fault instanceof WstxEOFException) {
            return Finding.of(XmlRequirement.COMPLETE);
        }
        if (fault.getClass() == XMLStreamException.class && message.contains("limit (")) {
            return message.contains("size")
                    ? Finding.of(XmlRequirement.TEXT_LENGTH).with("limit", limits.textLength())
                    : Finding.of(XmlRequirement.ATTRIBUTE_COUNT).with("limit", limits.attributesPerElement());
        }
        Matcher match = CLOSE_TAG.matcher(message);
        if (match.find()) {
            return Finding.of(XmlRequirement.MATCHING_TAGS)
                    .with("found", match.group(1))
                    .with("expected", match.group(2));
        }
        match = TWICE.matcher(message);
        if (match.find()) {
            return Finding.of(XmlRequirement.UNIQUE_ATTRIBUTES).with("name", match.group(1));
        }
        match = PREFIX.matcher(message);
        if (match.find()) {
            return Finding.of(XmlRequirement.DECLARED_PREFIXES).with("prefix", match.group(1));
        }
        match = ENTITY.matcher(message);
        if (match.find()) {
            return Finding.of(XmlRequirement.DECLARED_ENTITIES).with("reference", "&" + match.group(1) + ";");
        }
        match = CHARACTER.matcher(message);
        if (match.find()) {
            return Finding.of(XmlRequirement.LEGAL_CHARACTERS)
                    .with("character", codePoint(match.group(1) != null, match.group(2)));
        }
        if (AMPERSAND.matcher(message).find()) {
            return Finding.of(XmlRequirement.DECLARED_ENTITIES).with("reference", "&");
        }
        return Finding.of(XmlRequirement.WELL_FORMED).with("detail", message);
    }

    private static String codePoint(boolean hexadecimal, String digits) {
        try {
            return String.format("U+%04X", Integer.parseInt(digits, hexadecimal ? 16 : 10));
        } catch (NumberFormatException e) {
            return digits;
        }
    }

    private static String withoutPlace(@Nullable String message) {
        if (message == null) {
            return "";
        }
        int end = message.indexOf("\n at [");
        return end < 0 ? message : message.substring(0, end);
    }
}
