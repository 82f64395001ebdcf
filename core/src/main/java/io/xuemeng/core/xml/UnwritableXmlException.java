package io.xuemeng.core.xml;

import javax.xml.stream.XMLStreamException;

/**
 * A text has a character that XML 1.0 cannot hold in any form (2.2): a control character, half a surrogate pair, U+FFFE or
 * U+FFFF. The message says which one and where; the text has to be corrected, what was written so far is of no use.
 */
public final class UnwritableXmlException extends XMLStreamException {

    private static final long serialVersionUID = 1;

    UnwritableXmlException(String message) {
        super(message);
    }
}
