package io.xuemeng.resource.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.xml.XmlReader;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.MetadataArbitraries;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LomXmlReaderTest {

    private final FindingCollector findings = new FindingCollector();

    @Provide
    Arbitrary<ResourceMetadata> records() {
        return MetadataArbitraries.metadata();
    }

    @Test
    void readsTheCanonicalFormWithoutFindings() {
        MetadataDocument read = read(resource("canonical.xml"));
        assertThat(findings.findings()).isEmpty();
        assertThat(read.form()).isEqualTo(MetadataForm.LOM_XML);
        assertThat(read.metadata().general().title())
                .isEqualTo(MultilingualText.zh("分数的初步认识").and("en", "First fractions"));
    }

    @Test
    void readsTheSpellingOfImsAsTheSameRecord() {
        ResourceMetadata canonical = read(resource("canonical.xml")).metadata();
        MetadataDocument read = read(resource("ims-md-1.2.xml"));
        assertThat(read.metadata()).isEqualTo(canonical);
        assertThat(read.form()).isEqualTo(MetadataForm.LOM_XML_OTHER);
        assertThat(ids()).containsExactly("META-011");
    }

    @Test
    void readsTheSpellingOfLomEsAsTheSameRecordWithoutFindings() {
        ResourceMetadata canonical = read(resource("canonical.xml")).metadata();
        assertThat(read(resource("lom-es.xml")).metadata()).isEqualTo(canonical);
        assertThat(findings.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ltsc.ieee.org/xsd/LOMv1p0",
                "http://ltsc.ieee.org/xsd/imscc/LOM",
                "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource",
                "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
            })
    void readsTheOtherNamespacesOfTheIeeeSpelling(String namespace) {
        byte[] canonical = resource("canonical.xml");
        MetadataDocument read = read(replace(canonical, LomNamespaces.LOM, namespace));
        assertThat(read.metadata()).isEqualTo(read(canonical).metadata());
        assertThat(read.form()).isEqualTo(MetadataForm.LOM_XML_OTHER);
        assertThat(findings.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.imsglobal.org/xsd/imsmd_v1p2",
                "http://www.imsglobal.org/xsd/imsmd_rootv1p1",
                "http://www.imsproject.org/xsd/imsmd_rootv1p2",
                "http://www.imsproject.org/metadata"
            })
    void readsTheOtherNamespacesOfTheImsSpelling(String namespace) {
        byte[] ims = resource("ims-md-1.2.xml");
        MetadataDocument read =
                read(replace(ims, "\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\"", '"' + namespace + '"'));
        assertThat(read.metadata()).isEqualTo(read(ims).metadata());
        assertThat(ids()).containsOnly("META-011");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://www.imsglobal.org/xsd/imscp_v1p1", "urn:example:unknown"})
    void readsBothSpellingsInNamespacesThatSayNothing(String namespace) {
        ResourceMetadata canonical = read(resource("canonical.xml")).metadata();
        assertThat(read(replace(resource("canonical.xml"), LomNamespaces.LOM, namespace))
                        .metadata())
                .isEqualTo(canonical);
        assertThat(read(replace(
                                resource("ims-md-1.2.xml"),
                                "\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\"",
                                '"' + namespace + '"'))
                        .metadata())
                .isEqualTo(canonical);
        assertThat(ids()).containsOnly("META-010");
    }

    @Test
    void readsARecordWithinAnotherDocumentUpToItsEnd() throws XMLStreamException {
        byte[] manifest = ("<manifest><metadata><schema>x</schema>"
                        + "<lom xmlns='http://ltsc.ieee.org/xsd/LOM'><general><language>zh-CN</language></general></lom>"
                        + "<after/></metadata></manifest>")
                .getBytes(StandardCharsets.UTF_8);
        try (XmlReader xml = XmlReader.open(manifest, "imsmanifest.xml", Limits.defaults(), findings)) {
            while (xml.next() != XmlReader.START_ELEMENT || !xml.getLocalName().equals("lom")) {
                // Up to the record.
            }
            MetadataDocument read = LomXmlReader.read(xml);
            assertThat(read.metadata().general().languages()).containsExactly("zh-CN");
            assertThat(xml.getEventType()).isEqualTo(XmlReader.END_ELEMENT);
            assertThat(xml.getLocalName()).isEqualTo("lom");
            assertThat(xml.nextTag()).isEqualTo(XmlReader.START_ELEMENT);
            assertThat(xml.getLocalName()).isEqualTo("after");
        }
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void keepsEverythingThatTheModelHasNoPlaceFor() {
        MetadataDocument read = read("""
                <lom xmlns="http://ltsc.ieee.org/xsd/LOM" xmlns:a="urn:a">
                  stray
                  <general a:id="g1">
                    <titel><string>x</string></titel>
                    <language>zh<a:b/></language>
                    <title/>
                    <title><string>second</string></title>
                  </general>
                  <a:more>1<!-- kept --></a:more>
                </lom>
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(read.metadata().extensions())
                .extracting(Extension::parent, Extension::name, Extension::content)
                .containsExactly(
                        tuple("/general", "@{urn:a}id", "g1"),
                        tuple(
                                "/general",
                                "{http://ltsc.ieee.org/xsd/LOM}titel",
                                "<titel xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><string>x</string></titel>"),
                        tuple("/general/language/0", "{urn:a}b", "<a:b xmlns:a=\"urn:a\"/>"),
                        tuple(
                                "/general",
                                "{http://ltsc.ieee.org/xsd/LOM}title",
                                "<title xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><string>second</string></title>"),
                        tuple("", "{urn:a}more", "<a:more xmlns:a=\"urn:a\">1<!-- kept --></a:more>"),
                        tuple("", "#text", "\n  stray\n  "));
        assertThat(ids()).containsExactly("META-003", "META-002", "META-006", "META-004", "META-001", "META-005");
        assertThat(LomXmlReader.read(LomXmlWriter.write(read.metadata()), null, Limits.defaults(), finding -> {})
                        .metadata()
                        .extensions())
                .containsExactlyInAnyOrderElementsOf(read.metadata().extensions());
    }

    @Test
    void suggestsTheNameThatIsNearest() {
        read("<lom xmlns='http://ltsc.ieee.org/xsd/LOM'><general><keywrod/></general></lom>"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(findings.findings().get(0).message(Locale.ENGLISH)).contains("It has: keyword.");
    }

    @Test
    void knowsWhereEachValueStands() {
        MetadataDocument read = read(resource("canonical.xml"));
        ElementPath path = new ElementPath();
        path.push("lifeCycle");
        path.push("contribute");
        path.push(0);
        path.push("date");
        path.push("value");
        assertThat(read.positions().locate(path)).hasToString("39:9 /lifeCycle/contribute/0/date/value");
    }

    @Test
    void keepsWhatWasCompleteWhenTheDocumentBreaksOff() {
        byte[] whole = resource("canonical.xml");
        String text = new String(whole, StandardCharsets.UTF_8);
        int cut = text.indexOf("<duration>PT32M") + 12;
        MetadataDocument read = read(text.substring(0, cut).getBytes(StandardCharsets.UTF_8));
        assertThat(ids()).containsExactly("XML-002");
        assertThat(read.metadata().metaMetadata())
                .isEqualTo(read(whole).metadata().metaMetadata());
        assertThat(read.metadata().technical().requirements()).hasSize(1);
        assertThat(read.metadata().technical().duration()).isNull();
    }

    @Property(tries = 200)
    void neverThrowsWhateverHappenedToADocument(@ForAll("records") ResourceMetadata record, @ForAll long seed) {
        byte[] written = LomXmlWriter.write(record);
        Random random = new Random(seed);
        for (byte[] base : List.of(written, resource("ims-md-1.2.xml"))) {
            byte[] mutated = mutate(base, random);
            FindingCollector all = new FindingCollector();
            MetadataDocument read = LomXmlReader.read(mutated, null, Limits.defaults(), all);
            assertThat(read != null || all.hasFatal()).isTrue();
            if (read != null) {
                MetadataDocument again =
                        LomXmlReader.read(LomXmlWriter.write(read.metadata()), null, Limits.defaults(), finding -> {});
                Records.assertSame(again.metadata(), read.metadata());
            }
        }
    }

    /** One to four faults: bytes lost, doubled, replaced or moved, and tags renamed. */
    private static byte[] mutate(byte[] base, Random random) {
        String text = new String(base, StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(40));
            String part = text.substring(from, to);
            text = switch (random.nextInt(6)) {
                case 0 -> text.substring(0, from) + text.substring(to);
                case 1 -> text.substring(0, to) + part + text.substring(to);
                case 2 -> text.substring(0, from) + (char) random.nextInt(128) + text.substring(from);
                case 3 -> text.replace("title", "Title");
                case 4 -> text.replaceFirst("</(\\w+)>\\s*<", "</$1> text <");
                default -> text.replaceFirst("<(\\w+)>", "<$1><x/>");
            };
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private MetadataDocument read(byte[] document) {
        return LomXmlReader.read(document, null, Limits.defaults(), findings);
    }

    private List<String> ids() {
        return findings.findings().stream().map(Finding::id).toList();
    }

    private static Tuple tuple(String... values) {
        return Tuple.tuple((Object[]) values);
    }

    private static byte[] replace(byte[] document, String found, String replacement) {
        return new String(document, StandardCharsets.UTF_8)
                .replace(found, replacement)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = LomXmlReaderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
