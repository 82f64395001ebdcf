package io.xuemeng.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class XmlWriterTest {

    @FunctionalInterface
    private interface Content {
        void write(XmlWriter out) throws XMLStreamException;
    }

    private static String written(XmlWriter.Layout layout, Content content) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XmlWriter writer = XmlWriter.open(out, layout)) {
            content.write(writer);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void laysElementsOutForPeople() throws Exception {
        String xml = written(XmlWriter.Layout.PRETTY, out -> {
            out.writeStartDocument();
            out.writeStartElement("", "lom", "urn:lom");
            out.writeDefaultNamespace("urn:lom");
            out.writeStartElement("urn:lom", "title");
            out.writeCharacters("分数 𠮷");
            out.writeEndElement();
            out.writeStartElement("urn:lom", "general");
            out.writeEmptyElement("urn:lom", "language");
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndDocument();
        });
        assertThat(xml).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <lom xmlns="urn:lom">
                          <title>分数 𠮷</title>
                          <general>
                            <language/>
                          </general>
                        </lom>
                        """);
    }

    @Test
    void addsNoWhiteSpaceInAnElementThatWasKept() throws Exception {
        RawXml kept = RawXml.of("<q:r xmlns:q='urn:q'><q:s/><q:s a='1'>x</q:s></q:r>");
        String xml = written(XmlWriter.Layout.PRETTY, out -> {
            out.writeStartElement("a");
            out.write(kept);
            out.writeStartElement("b");
            out.writeStartElement("c");
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndElement();
        });
        assertThat(xml).contains("\n  " + kept.text() + "\n  <b>\n    <c/>\n  </b>\n");
    }

    @Test
    void refusesACharacterThatXmlCannotHold() {
        for (String text : new String[] {"a\u0001", "\uD83D", "\uDE00\uD83D", "\uFFFE", "\uFFFF", "\u0000"}) {
            assertThatThrownBy(() -> written(XmlWriter.Layout.COMPACT, out -> {
                        out.writeStartElement("a");
                        out.writeCharacters(text);
                    }))
                    .isInstanceOf(UnwritableXmlException.class)
                    .hasMessageContaining("cannot stand in XML 1.0");
            assertThatThrownBy(() -> written(XmlWriter.Layout.COMPACT, out -> {
                        out.writeStartElement("a");
                        out.writeAttribute("b", text);
                    }))
                    .isInstanceOf(UnwritableXmlException.class)
                    .hasMessageContaining("the value of b");
        }
    }

    @Test
    void refusesDocumentTypesEntitiesAndOtherEncodings() {
        assertThatThrownBy(() -> written(XmlWriter.Layout.COMPACT, out -> out.writeDTD("<!DOCTYPE a>")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> written(XmlWriter.Layout.COMPACT, out -> {
                    out.writeStartElement("a");
                    out.writeEntityRef("nbsp");
                }))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> written(XmlWriter.Layout.COMPACT, out -> out.writeStartDocument("GBK", "1.0")))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("GBK");
    }
}
