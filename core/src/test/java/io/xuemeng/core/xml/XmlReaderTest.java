package io.xuemeng.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlReaderTest {

    private final FindingCollector findings = new FindingCollector();

    private XmlReader open(String document) throws UnreadableXmlException {
        return XmlReader.open(
                document.getBytes(StandardCharsets.UTF_8), "imsmanifest.xml", Limits.defaults(), findings);
    }

    @Test
    void walksTheChildrenOfAnElement() throws Exception {
        List<String> read = new ArrayList<>();
        try (XmlReader xml = open("<a><b>一</b><!-- c --><c><d/></c><b>two<e/> and</b></a>")) {
            assertThat(xml.nextChild()).isTrue();
            while (xml.nextChild()) {
                switch (xml.getLocalName()) {
                    case "b" -> read.add(xml.path() + "=" + xml.readText());
                    default -> {
                        read.add(xml.path());
                        xml.skipElement();
                    }
                }
            }
            assertThat(xml.depth()).isEqualTo(1);
        }
        assertThat(read).containsExactly("/a/b=一", "/a/c", "/a/b[2]=two and");
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void stopsAtADocumentTypeAndKeepsSayingSo() throws Exception {
        try (XmlReader xml = open("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>")) {
            assertThatThrownBy(xml::next).isInstanceOf(UnreadableXmlException.class);
            assertThatThrownBy(xml::next).isInstanceOf(UnreadableXmlException.class);
            assertThat(xml.hasNext()).isFalse();
        }
        assertThat(findings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.requirement()).isEqualTo(XmlRequirement.NO_DOCTYPE);
            assertThat(finding.location().toString()).isEqualTo("imsmanifest.xml:1:1");
        });
    }
}
