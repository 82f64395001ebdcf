package io.xuemeng.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.UnmarshalException;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JAXB reads through the reader and writes through the writer. */
class JaxbTest {

    @XmlRootElement(name = "lom", namespace = "urn:lom")
    static class Lom {

        @XmlElement(namespace = "urn:lom")
        List<String> title;
    }

    @Test
    void readsAndWritesABoundClass() throws Exception {
        JAXBContext context = JAXBContext.newInstance(Lom.class);
        FindingCollector findings = new FindingCollector();
        Lom lom;
        String document = "\uFEFF<lom xmlns='urn:lom'><title>分<![CDATA[数]]></title>\n<title> 𠮷&#x9;</title></lom>";
        try (XmlReader xml =
                XmlReader.open(document.getBytes(StandardCharsets.UTF_8), null, Limits.defaults(), findings)) {
            lom = (Lom) context.createUnmarshaller().unmarshal(xml);
        }
        assertThat(lom.title).containsExactly("分数", " 𠮷\t");
        assertThat(findings.findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.requirement()).isEqualTo(XmlRequirement.NO_UTF8_BYTE_ORDER_MARK));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XmlWriter writer = XmlWriter.open(out, XmlWriter.Layout.PRETTY)) {
            context.createMarshaller().marshal(lom, writer);
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"")
                .contains("分数</")
                .contains(" 𠮷\t</");
    }

    @Test
    void stopsReadingWithTheFindingThatWasReported() throws Exception {
        JAXBContext context = JAXBContext.newInstance(Lom.class);
        FindingCollector findings = new FindingCollector();
        String document = "<lom xmlns='urn:lom'><title>a & b</title></lom>";
        try (XmlReader xml =
                XmlReader.open(document.getBytes(StandardCharsets.UTF_8), null, Limits.defaults(), findings)) {
            assertThatThrownBy(() -> context.createUnmarshaller().unmarshal(xml))
                    .isInstanceOf(UnmarshalException.class)
                    .satisfies(e -> assertThat(((UnmarshalException) e).getLinkedException())
                            .isInstanceOf(UnreadableXmlException.class));
        }
        assertThat(findings.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.requirement()).isEqualTo(XmlRequirement.DECLARED_ENTITIES));
    }
}
