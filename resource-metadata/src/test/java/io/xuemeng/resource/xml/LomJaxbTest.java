package io.xuemeng.resource.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.xml.XmlWriter.Layout;
import io.xuemeng.resource.metadata.General;
import io.xuemeng.resource.metadata.MetadataArbitraries;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LomJaxbTest {

    @Provide
    Arbitrary<ResourceMetadata> records() {
        return MetadataArbitraries.metadata();
    }

    @Property(tries = 100)
    void readsWhatTheWriterWritesAsTheReaderDoes(@ForAll("records") ResourceMetadata record, @ForAll Layout layout)
            throws XMLStreamException {
        byte[] written = LomXmlWriter.write(record, layout);
        ResourceMetadata bound = LomJaxb.unmarshal(written, Limits.defaults());
        assertThat(bound)
                .isEqualTo(LomXmlReader.read(written, null, Limits.defaults(), finding -> {})
                        .metadata());
        Records.assertSame(bound, record);
    }

    @Property(tries = 100)
    void writesWhatTheReaderReadsBackAndTheSchemaAccepts(
            @ForAll("records") ResourceMetadata record, @ForAll Layout layout) throws XMLStreamException, IOException {
        byte[] written = LomJaxb.marshal(record, layout);
        Records.assertSame(
                LomXmlReader.read(written, null, Limits.defaults(), finding -> {})
                        .metadata(),
                record);
        Records.assertSame(LomJaxb.unmarshal(written, Limits.defaults()), record);
        assertThat(LomXmlSchemaTest.isValid(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-001",
                "META-002",
                "META-003",
                "META-006",
                "META-007",
                "META-008",
                "META-009",
                "META-010",
                "META-012"
            })
    void refusesWhatIsNotOfTheCanonicalForm(String id) throws IOException {
        byte[] document = Files.readAllBytes(Path.of("src/samples", id, "fail.xml"));
        assertThatThrownBy(() -> LomJaxb.unmarshal(document, Limits.defaults())).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void refusesADocumentTypeAsEveryReaderDoes() {
        byte[] document = "<!DOCTYPE lom><lom xmlns='http://ltsc.ieee.org/xsd/LOM'/>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LomJaxb.unmarshal(document, Limits.defaults()))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("document type");
    }

    @Test
    void refusesACharacterThatXmlCannotHold() {
        ResourceMetadata record = ResourceMetadata.builder()
                .general(General.builder().title(MultilingualText.zh("a\u0001")).build())
                .build();
        assertThatThrownBy(() -> LomJaxb.marshal(record, Layout.COMPACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+0001");
    }
}
