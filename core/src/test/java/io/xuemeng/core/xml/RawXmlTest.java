package io.xuemeng.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RawXmlTest {

    /** An element to write: its names come from three namespaces, its text from everything XML can hold. */
    record Element(int namespace, String attribute, String text, List<Element> children) {

        private static final String[] URIS = {"", "urn:a", "urn:b"};
        private static final String[] PREFIXES = {"", "", "b"};

        void writeTo(XMLStreamWriter out) throws XMLStreamException {
            out.writeStartElement(PREFIXES[namespace], "e" + children.size(), URIS[namespace]);
            if (namespace < 2) {
                out.writeDefaultNamespace(URIS[namespace]);
            } else {
                out.writeNamespace("b", "urn:b");
            }
            out.writeAttribute("x", attribute);
            out.writeCharacters(text);
            for (Element child : children) {
                child.writeTo(out);
            }
            out.writeEndElement();
        }
    }

    @Provide
    Arbitrary<Element> elements() {
        return element(3);
    }

    private Arbitrary<Element> element(int depth) {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab <>&\"'\n\t\r]分数\u00A0\u202E\uFFFD\u0085\u2028")
                .ofMaxLength(8);
        Arbitrary<String> beyond = Arbitraries.of("\uD842\uDFB7", "]]>", "\r\n", "--");
        Arbitrary<String> any = Arbitraries.oneOf(text, beyond);
        Arbitrary<List<Element>> children = depth == 0
                ? Arbitraries.just(List.of())
                : element(depth - 1).list().ofMaxSize(2);
        return Combinators.combine(Arbitraries.integers().between(0, 2), any, any, children)
                .as(Element::new);
    }

    @Property(tries = 300)
    void isTheSameAfterItWasWrittenIntoADocumentAndReadAgain(@ForAll("elements") Element element) throws Exception {
        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        try (XmlWriter out = XmlWriter.open(alone, XmlWriter.Layout.COMPACT)) {
            element.writeTo(out);
        }
        RawXml raw = RawXml.of(alone.toString(StandardCharsets.UTF_8));
        assertThat(RawXml.of(raw.text())).isEqualTo(raw);
        ByteArrayOutputStream within = new ByteArrayOutputStream();
        try (XmlWriter out = XmlWriter.open(within, XmlWriter.Layout.PRETTY)) {
            out.writeStartDocument();
            out.writeStartElement("b", "root", "urn:other");
            out.writeNamespace("b", "urn:other");
            out.writeDefaultNamespace("urn:default");
            out.write(raw);
            out.writeEndElement();
            out.writeEndDocument();
        }
        assertThat(firstChild(within.toByteArray())).isEqualTo(raw);
        assertThat(textOf(raw)).isEqualTo(element.text());
    }

    private static RawXml firstChild(byte[] document) throws XMLStreamException {
        FindingCollector findings = new FindingCollector();
        try (XmlReader xml = XmlReader.open(document, null, Limits.defaults(), findings)) {
            assertThat(xml.nextChild()).isTrue();
            assertThat(xml.nextChild()).isTrue();
            RawXml child = xml.captureElement();
            assertThat(xml.nextChild()).isFalse();
            assertThat(findings.findings()).isEmpty();
            return child;
        }
    }

    private static String textOf(RawXml raw) throws XMLStreamException {
        try (XmlReader xml =
                XmlReader.open(raw.text().getBytes(StandardCharsets.UTF_8), null, Limits.defaults(), finding -> {})) {
            xml.nextChild();
            return xml.readText();
        }
    }

    @Test
    void declaresTheNamespacesItUsesAndNoOthers() throws Exception {
        String document = "<m xmlns='urn:m' xmlns:lom='urn:lom' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xmlns:t='urn:t' xmlns:unused='urn:unused'>"
                + "<lom:x xsi:type='t:y' a='1'><z/><lom:w xml:lang='zh'/></lom:x></m>";
        RawXml raw = firstChild(document.getBytes(StandardCharsets.UTF_8));
        assertThat(raw.text())
                .isEqualTo("<lom:x xmlns=\"urn:m\" xmlns:lom=\"urn:lom\" xmlns:t=\"urn:t\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"t:y\" a=\"1\">"
                        + "<z/><lom:w xml:lang=\"zh\"/></lom:x>");
        assertThat(raw.namespace()).isEqualTo("urn:lom");
        assertThat(raw.localName()).isEqualTo("x");
        assertThat(RawXml.of(raw.text())).isEqualTo(raw).hasSameHashCodeAs(raw);
    }

    @Test
    void keepsCommentsInstructionsAndWhiteSpace() {
        String text = "<a>\n  <!-- c -->\n  <?p d?> x</a>";
        assertThat(RawXml.of(text).text()).isEqualTo(text);
        assertThat(RawXml.of("<?xml version='1.0'?><a b='1'><![CDATA[<]]></a>").text())
                .isEqualTo("<a b=\"1\">&lt;</a>");
    }

    @Test
    void saysWhatIsWrongWithTextThatIsNoElement() {
        assertThatThrownBy(() -> RawXml.of("<a>")).hasMessageContaining("ends before its root element");
        assertThatThrownBy(() -> RawXml.of("<!DOCTYPE a><a/>")).hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> RawXml.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsNothingOfItsContent() {
        assertThat(RawXml.of("<a xmlns='urn:a'>张三</a>")).hasToString("RawXml{urn:a}a");
    }
}
