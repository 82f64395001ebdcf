package io.xuemeng.core.xml;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingSink;
import javax.xml.stream.XMLStreamConstants;

/** Reads a document to its end, looking at everything an event can give. */
final class Walk {

    private Walk() {}

    /** Whether the document could be read to its end. */
    static boolean through(byte[] document, Limits limits, FindingSink findings) {
        try (XmlReader xml = XmlReader.open(document, null, limits, findings)) {
            while (xml.hasNext()) {
                look(xml, xml.next());
            }
            return true;
        } catch (UnreadableXmlException e) {
            return false;
        }
    }

    private static void look(XmlReader xml, int event) {
        xml.location();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    xml.getAttributeValue(i);
                    xml.attributeLocation(xml.getAttributeLocalName(i));
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.COMMENT -> xml.getText();
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> xml.getPIData();
            default -> xml.isWhiteSpace();
        }
    }
}
