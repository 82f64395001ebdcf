package io.xuemeng.core.xml;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML document that nobody has checked yet. A StAX reader, so JAXB can read through it and hand-written readers
 * can walk it; what it meets that a document must not have, it reports to a sink ({@link XmlRequirement}).
 *
 * <p>Nothing outside the document is ever read: no DTD, no entity, no schema, no XInclude, no style sheet. A document type
 * declaration stops the reading, so no entity is ever expanded. Depth, attributes, text and size are bounded by {@link
 * Limits}. Wrong encodings are reported and read all the same.
 *
 * <p>Text is coalesced: neighbouring characters and CDATA come as one {@link #CHARACTERS} event. When the document cannot
 * be read on, the reason is reported and every further call of {@link #next()} throws {@link UnreadableXmlException};
 * {@link #hasNext()} is then false. What was read until then stays good.
 *
 * <p>Walking children by hand:
 *
 * <pre>{@code
 * while (xml.nextChild()) {
 *     switch (xml.getLocalName()) {
 *         case "title" -> title = xml.readText();
 *         default -> unknown.add(xml.captureElement());
 *     }
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class XmlReader extends StreamReaderDelegate implements AutoCloseable {

    private final XMLStreamReader parser;
    private final @Nullable String entry;
    private final Limits limits;
    private final FindingSink findings;
    private final ElementTrail trail = new ElementTrail();
    private final EventRules rules;
    private int event = START_DOCUMENT;
    private @Nullable UnreadableXmlException stopped;
    private @Nullable String strayText;

    private XmlReader(XMLStreamReader parser, @Nullable String entry, Limits limits, FindingSink findings) {
        super(parser);
        this.parser = parser;
        this.entry = entry;
        this.limits = limits;
        this.findings = findings;
        this.rules = new EventRules(this, parser, trail, limits, findings);
    }

    /**
     * Opens a document and stands before its first event.
     *
     * @param document the document's bytes; not copied, and not to be changed while it is read
     * @param entry the file's path within its package, for findings; null when the input is this document
     * @param limits what the document may have at most
     * @param findings takes what is found, while it is read
     * @throws UnreadableXmlException when not even the XML declaration can be read, or the document is too large; reported
     */
    public static XmlReader open(byte[] document, @Nullable String entry, Limits limits, FindingSink findings)
            throws UnreadableXmlException {
        if (document.length > limits.documentBytes()) {
            throw report(
                    Finding.of(XmlRequirement.DOCUMENT_SIZE)
                            .with("size", document.length)
                            .with("limit", limits.documentBytes())
                            .at(Location.at(entry, null, 0, 0)),
                    findings);
        }
        try {
            XMLStreamReader parser = new DocumentDecoder(document, entry, limits, findings).open();
            XmlReader reader = new XmlReader(parser, entry, limits, findings);
            reader.reportVersion();
            return reader;
        } catch (XMLStreamException e) {
            throw report(XmlFault.of(e, limits).at(place(entry, null, e.getLocation())), findings);
        }
    }

    private void reportVersion() {
        String version = parser.getVersion();
        if (version != null && !version.equals("1.0")) {
            findings.report(Finding.of(XmlRequirement.VERSION)
                    .with("version", version)
                    .at(Location.at(entry, null, 1, 1))
                    .build());
        }
    }

    /**
     * The next event.
     *
     * @throws UnreadableXmlException when the document cannot be read on; it has been reported
     * @throws NoSuchElementException after the end of the document
     */
    @Override
    public int next() throws UnreadableXmlException {
        if (stopped != null) {
            throw stopped;
        }
        if (event == END_ELEMENT) {
            trail.leave();
        }
        int next;
        try {
            next = parser.next();
        } catch (XMLStreamException e) {
            throw stop(fault(e));
        } catch (NoSuchElementException e) {
            throw e;
        } catch (RuntimeException e) {
            // A parser that fails in a way it does not document has still only met a document it cannot read.
            throw stop(Finding.of(XmlRequirement.WELL_FORMED)
                    .with("detail", String.valueOf(e.getMessage()))
                    .at(location()));
        }
        event = next;
        require(rules.check(next));
        return next;
    }

    private void require(Finding.@Nullable Builder broken) throws UnreadableXmlException {
        if (broken != null) {
            throw stop(broken);
        }
    }

    private Finding.Builder fault(XMLStreamException e) {
        if (parser.getEventType() == DTD) {
            return Finding.of(XmlRequirement.NO_DOCTYPE).at(place(entry, null, e.getLocation()));
        }
        return XmlFault.of(e, limits).at(place(entry, trail.path(), e.getLocation()));
    }

    /**
     * Ends reading for a reason of the caller's, a limit say: the finding is reported, and every further event is refused.
     *
     * @return what to throw
     */
    public UnreadableXmlException stop(Finding.Builder finding) {
        UnreadableXmlException reported = report(finding, findings);
        stopped = reported;
        return reported;
    }

    private static UnreadableXmlException report(Finding.Builder finding, FindingSink findings) {
        Finding built = finding.build();
        findings.report(built);
        return new UnreadableXmlException(built);
    }

    /** Whether there is a further event; false after the end, and after {@link UnreadableXmlException}. */
    @Override
    public boolean hasNext() {
        return stopped == null && event != END_DOCUMENT;
    }

    /**
     * The next start or end tag, past white space, comments and processing instructions.
     *
     * @throws XMLStreamException when there is text in between: only for callers who know that there is none; others use
     *     {@link #nextChild()}
     */
    @Override
    public int nextTag() throws XMLStreamException {
        while (true) {
            int next = next();
            switch (next) {
                case START_ELEMENT, END_ELEMENT -> {
                    return next;
                }
                case SPACE, COMMENT, PROCESSING_INSTRUCTION -> {
                    // Passed over.
                }
                case CHARACTERS, CDATA -> {
                    if (!parser.isWhiteSpace()) {
                        throw new XMLStreamException("expected a start or end tag, found text", parser.getLocation());
                    }
                }
                default ->
                    throw new XMLStreamException(
                            "expected a start or end tag, found the end of the document", parser.getLocation());
            }
        }
    }

    /**
     * The text of the current element, up to its end tag.
     *
     * @throws XMLStreamException when the element has child elements: only for callers who know that it has none; others use
     *     {@link #readText()}
     */
    @Override
    public String getElementText() throws XMLStreamException {
        return readText(child -> {
            throw new XMLStreamException("expected only text, found an element", child.getLocation());
        });
    }

    /** What a caller does with an element that a reader meets on its way. */
    @FunctionalInterface
    public interface ElementHandler {

        /** Called on the element's start tag. Where it stops within the element does not matter; the rest is skipped. */
        void element(XmlReader reader) throws XMLStreamException;
    }

    /**
     * The text of the current element, untrimmed, up to its end tag, on which the reader then stands. Text of child elements
     * is not part of it; they are skipped.
     */
    public String readText() throws UnreadableXmlException {
        try {
            return readText(child -> {});
        } catch (UnreadableXmlException e) {
            throw e;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an empty handler does not throw", e);
        }
    }

    /**
     * The same, with every child element handed to a caller that reports or keeps it.
     *
     * @throws IllegalStateException when the reader does not stand on a start tag
     */
    public String readText(ElementHandler children) throws XMLStreamException {
        requireStart();
        String text = "";
        StringBuilder longer = null;
        while (true) {
            switch (next()) {
                case CHARACTERS, CDATA, SPACE -> {
                    if (text.isEmpty() && longer == null) {
                        text = parser.getText();
                    } else {
                        longer = longer == null ? new StringBuilder(text) : longer;
                        // Child elements split a text as well.
                        require(rules.ofLength(longer.length() + parser.getTextLength()));
                        longer.append(parser.getText());
                    }
                }
                case START_ELEMENT -> {
                    int depth = trail.depth();
                    children.element(this);
                    leave(depth);
                }
                case END_ELEMENT -> {
                    return longer == null ? text : longer.toString();
                }
                default -> {
                    // Comments and processing instructions are no part of the text.
                }
            }
        }
    }

    /**
     * Moves to the next child element's start tag. Call it on the parent's start tag first, then after each child has been read
     * up to its end tag ({@link #readText()}, {@link #skipElement()}, {@link #captureElement()} or a loop like this one).
     *
     * @return false when there is none; the reader then stands on the parent's end tag
     */
    public boolean nextChild() throws UnreadableXmlException {
        strayText = null;
        while (true) {
            switch (next()) {
                case START_ELEMENT -> {
                    return true;
                }
                case END_ELEMENT, END_DOCUMENT -> {
                    return false;
                }
                case CHARACTERS, CDATA -> {
                    if (strayText == null && !parser.isWhiteSpace()) {
                        strayText = parser.getText();
                    }
                }
                default -> {
                    // Comments and processing instructions stand anywhere.
                }
            }
        }
    }

    /** The first text other than white space that the last {@link #nextChild()} passed over; null when there was none. */
    public @Nullable String strayText() {
        return strayText;
    }

    /** Moves from the current element's start tag to its end tag. */
    public void skipElement() throws UnreadableXmlException {
        requireStart();
        leave(trail.depth());
    }

    /** Moves on to the end tag of the element that was entered at a depth, unless that is where the reader stands. */
    private void leave(int depth) throws UnreadableXmlException {
        while (trail.depth() > depth || event != END_ELEMENT) {
            next();
        }
    }

    /**
     * The current element with everything in it, as text that can stand alone. The reader then stands on its end tag.
     *
     * @throws IllegalStateException when the reader does not stand on a start tag
     */
    public RawXml captureElement() throws UnreadableXmlException {
        requireStart();
        return RawXmlCapture.of(this);
    }

    private void requireStart() {
        if (event != START_ELEMENT) {
            throw new IllegalStateException("the reader must stand on a start tag");
        }
    }

    /** The number of open elements; 0 outside the root, 1 on the root's tags. */
    public int depth() {
        return trail.depth();
    }

    /** The line on which the current event starts, from 1. */
    public int line() {
        return Math.max(0, parser.getLocation().getLineNumber());
    }

    /** The column, in characters, at which the current event starts, from 1. */
    public int column() {
        return Math.max(0, parser.getLocation().getColumnNumber());
    }

    /**
     * The path of the current element by local names, for example {@code /lom/general/title/string[2]}; the first of its
     * name has no number. Made when asked for. Empty outside the root.
     */
    public String path() {
        return trail.path();
    }

    /** Where the reader stands, for a finding: the element's {@link #path()} with line and column. */
    public Location location() {
        String path = trail.path();
        return place(entry, path.isEmpty() ? null : path, parser.getLocation());
    }

    /** Where the reader stands, with a path that the caller knows better, such as {@code /lom/general/@id}. */
    public Location location(@Nullable String path) {
        return place(entry, path, parser.getLocation());
    }

    /** An attribute of the current element, for a finding: its {@link #path()} with {@code /@name}. */
    public Location attributeLocation(String name) {
        return location(trail.path() + "/@" + name);
    }

    private static Location place(
            @Nullable String entry, @Nullable String path, javax.xml.stream.@Nullable Location location) {
        if (location == null) {
            return Location.at(entry, path, 0, 0);
        }
        return Location.at(entry, path, Math.max(0, location.getLineNumber()), Math.max(0, location.getColumnNumber()));
    }

    /** The file's path within its package, as given to {@link #open}; null when the input is this document. */
    public @Nullable String entry() {
        return entry;
    }

    /** The limits this reader keeps. */
    public Limits limits() {
        return limits;
    }

    /** Where this reader reports; readers built on it report there too. */
    public FindingSink findings() {
        return findings;
    }

    /** Refused: what this reader reads was decided when it was opened. */
    @Override
    public void setParent(XMLStreamReader reader) {
        throw new UnsupportedOperationException("an XmlReader keeps the document it was opened over");
    }

    /** Gives buffers back. Reading on is not possible. */
    @Override
    public void close() {
        try {
            parser.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("closing a parser over memory does no input or output", e);
        }
    }
}
