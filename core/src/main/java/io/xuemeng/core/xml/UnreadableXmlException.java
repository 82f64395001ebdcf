package io.xuemeng.core.xml;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * An XML document cannot be read on. The reason has already been reported to the reader's sink, so whoever catches this
 * only stops; nothing of the document that was read before is invalidated. It is the only exception {@link XmlReader}
 * throws for what a document contains.
 */
public final class UnreadableXmlException extends XMLStreamException {

    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    UnreadableXmlException(Finding finding) {
        super(finding.problem(Locale.ENGLISH));
        this.finding = finding;
        this.location = new Place(finding.location());
    }

    /** The finding that was reported. */
    public Finding finding() {
        return finding;
    }

    /** A stack says nothing about a document, and hostile documents come in floods. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private record Place(int line, int column) implements javax.xml.stream.Location {

        Place(Location location) {
            this(location.line() == 0 ? -1 : location.line(), location.column() == 0 ? -1 : location.column());
        }

        @Override
        public int getLineNumber() {
            return line;
        }

        @Override
        public int getColumnNumber() {
            return column;
        }

        @Override
        public int getCharacterOffset() {
            return -1;
        }

        @Override
        public String getPublicId() {
            return "";
        }

        @Override
        public String getSystemId() {
            return "";
        }
    }
}
