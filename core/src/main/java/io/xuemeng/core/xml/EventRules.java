package io.xuemeng.core.xml;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What an event that the parser has just reached must not be or have, and the limits of it. Not thread-safe. */
final class EventRules {

    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

    private final XmlReader reader;
    private final XMLStreamReader parser;
    private final ElementTrail trail;
    private final FindingSink findings;
    private final int maxDepth;
    private final int maxText;
    /** Characters of text since the last tag: comments and processing instructions split a text into several events. */
    private int textSinceTag;

    /** Rules for the events of a parser; a reader tells where it stands. */
    EventRules(XmlReader reader, XMLStreamReader parser, ElementTrail trail, Limits limits, FindingSink findings) {
        this.reader = reader;
        this.parser = parser;
        this.trail = trail;
        this.findings = findings;
        this.maxDepth = limits.metadataDepth();
        this.maxText = limits.textLength();
    }

    /**
     * Checks the current event, and enters an element that starts. What can be read past is reported.
     *
     * @return what ends the reading; null when nothing does
     */
    Finding.@Nullable Builder check(int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                textSinceTag = 0;
                return ofElement();
            }
            case XMLStreamConstants.END_ELEMENT -> {
                textSinceTag = 0;
                return null;
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                // Each piece is shorter than the document, so the sum of one within the limit and another does not
                // overflow.
                textSinceTag += parser.getTextLength();
                return ofLength(textSinceTag);
            }
            case XMLStreamConstants.COMMENT -> {
                return ofLength(parser.getTextLength());
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                return ofInstruction();
            }
            case XMLStreamConstants.DTD -> {
                return Finding.of(XmlRequirement.NO_DOCTYPE).at(reader.location());
            }
            default -> {
                // The end of the document, which needs no check.
                return null;
            }
        }
    }

    private Finding.@Nullable Builder ofElement() {
        String name = parser.getLocalName();
        Finding.Builder broken = ofName(name, parser.getPrefix());
        if (broken != null) {
            return broken;
        }
        trail.enter(name);
        if (trail.depth() > maxDepth) {
            return Finding.of(XmlRequirement.DEPTH).with("limit", maxDepth).at(reader.location());
        }
        String namespace = parser.getNamespaceURI();
        if (namespace != null && namespace.length() == XINCLUDE.length() && namespace.equals(XINCLUDE)) {
            findings.report(Finding.of(XmlRequirement.NO_XINCLUDE)
                    .with("name", name)
                    .at(reader.location())
                    .build());
        }
        for (int i = 0; i < parser.getAttributeCount() && broken == null; i++) {
            broken = ofName(parser.getAttributeLocalName(i), parser.getAttributePrefix(i));
        }
        return broken;
    }

    private Finding.@Nullable Builder ofName(String localName, @Nullable String prefix) {
        return ofLength(Math.max(localName.length(), length(prefix)));
    }

    private Finding.@Nullable Builder ofInstruction() {
        String target = parser.getPITarget();
        Finding.Builder broken = ofLength(Math.max(target.length(), length(parser.getPIData())));
        if (broken == null) {
            findings.report(Finding.of(XmlRequirement.NO_PROCESSING_INSTRUCTION)
                    .with("target", target)
                    .at(reader.location())
                    .build());
        }
        return broken;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** Whether a text or a name is too long. */
    Finding.@Nullable Builder ofLength(int length) {
        return length <= maxText
                ? null
                : Finding.of(XmlRequirement.TEXT_LENGTH).with("limit", maxText).at(reader.location());
    }
}
