package io.xuemeng.resource.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.xml.XmlWriter.Layout;
import io.xuemeng.resource.metadata.MetadataArbitraries;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class LomXmlSchemaTest {

    /** Samples of requirements that are about the form, which a schema can see; META-013 and META-014 are about limits, which it cannot. */
    static Stream<Path> samples(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/samples"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix)
                                    && file.getFileName().toString().endsWith(".xml")
                                    && file.getParent().getFileName().toString().matches("META-0(?!13|14)[0-3][0-9]"))
                    .sorted()
                    .toList();
            return found.stream();
        }
    }

    static Stream<Path> goodSamples() throws IOException {
        return samples("pass");
    }

    static Stream<Path> badSamples() throws IOException {
        return samples("fail");
    }

    @Provide
    Arbitrary<ResourceMetadata> records() {
        return MetadataArbitraries.metadata();
    }

    @ParameterizedTest
    @MethodSource("goodSamples")
    void acceptsEveryGoodSample(Path sample) throws IOException {
        assertThat(isValid(Files.readAllBytes(sample))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("badSamples")
    void refusesEverySampleOfWrongForm(Path sample) throws IOException {
        assertThat(isValid(Files.readAllBytes(sample))).isFalse();
    }

    @Property(tries = 100)
    void acceptsWhateverTheWriterWrites(@ForAll("records") ResourceMetadata record, @ForAll Layout layout)
            throws IOException {
        assertThat(isValid(LomXmlWriter.write(record, layout))).isTrue();
    }

    @Test
    void isWhatTheModelSaysInTheJarAndInTheDocumentation() throws IOException {
        for (Path folder : SchemaGenerator.FOLDERS) {
            for (var file : SchemaGenerator.files().entrySet()) {
                assertThat(folder.resolve(file.getKey())).hasContent(file.getValue());
            }
        }
        assertThat(SchemaGenerator.files()).containsOnlyKeys(LomXmlSchema.LOM_FILE, LomXmlSchema.XUEMENG_FILE);
    }

    static boolean isValid(byte[] document) throws IOException {
        try {
            LomXmlSchema.schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }
}
