package io.xuemeng.resource.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.xml.XmlWriter.Layout;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.General;
import io.xuemeng.resource.metadata.MetadataArbitraries;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LomXmlWriterTest {

    @Provide
    Arbitrary<ResourceMetadata> records() {
        return MetadataArbitraries.metadata();
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBackAsTheSameRecordWithoutFindings(
            @ForAll("records") ResourceMetadata record, @ForAll Layout layout) {
        byte[] written = LomXmlWriter.write(record, layout);
        FindingCollector findings = new FindingCollector();
        MetadataDocument read = LomXmlReader.read(written, null, Limits.defaults(), findings);
        assertThat(findings.findings()).isEmpty();
        assertThat(read.form()).isEqualTo(MetadataForm.LOM_XML);
        Records.assertSame(read.metadata(), record);
    }

    @Property(tries = 50)
    void writesTheSameBytesForWhatItReadBack(@ForAll("records") ResourceMetadata record) {
        byte[] written = LomXmlWriter.write(record);
        MetadataDocument read = LomXmlReader.read(written, null, Limits.defaults(), finding -> {});
        assertThat(LomXmlWriter.write(read.metadata())).isEqualTo(written);
    }

    @Test
    void writesTheStandardsOrderAndOnlyTheNamespacesItNeeds() {
        ResourceMetadata record = ResourceMetadata.builder()
                .general(General.builder()
                        .language("zh-CN")
                        .title(MultilingualText.zh("分数 & 小数"))
                        .build())
                .build();
        assertThat(new String(LomXmlWriter.write(record), StandardCharsets.UTF_8))
                .isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <lom xmlns="http://ltsc.ieee.org/xsd/LOM">
                  <general>
                    <title>
                      <string language="zh-CN">分数 &amp; 小数</string>
                    </title>
                    <language>zh-CN</language>
                  </general>
                </lom>
                """);
    }

    @Test
    void keepsAnExtensionThatIsNoXmlAndOneWhosePlaceIsGone() {
        ResourceMetadata record = ResourceMetadata.builder()
                .extension(new Extension("", "x", Extension.XML, "<not closed>"))
                .extension(new Extension("/general", "{urn:a}b", Extension.XML, "<b xmlns=\"urn:a\"/>"))
                .extension(new Extension("/rights", "@id", Extension.TEXT, " r1 "))
                .build();
        byte[] written = LomXmlWriter.write(record);
        MetadataDocument read = LomXmlReader.read(written, null, Limits.defaults(), finding -> {});
        assertThat(read.metadata()).isEqualTo(record);
    }

    @Test
    void keepsTheNamespacesOfAnExtension() {
        String content = "<a:x xmlns:a=\"urn:a\"><c>1</c><d xmlns=\"urn:d\"/></a:x>";
        ResourceMetadata record = ResourceMetadata.builder()
                .extension(new Extension("", "{urn:a}x", Extension.XML, content))
                .extension(new Extension("", "plain", Extension.XML, "<plain/>"))
                .build();
        MetadataDocument read = LomXmlReader.read(LomXmlWriter.write(record), null, Limits.defaults(), finding -> {});
        assertThat(read.metadata()).isEqualTo(record);
    }

    @Test
    void refusesACharacterThatXmlCannotHoldAndSaysWhere() {
        ResourceMetadata record = ResourceMetadata.builder()
                .general(General.builder().title(MultilingualText.zh("a\u0001")).build())
                .build();
        assertThatThrownBy(() -> LomXmlWriter.write(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/general/title/0")
                .hasMessageContaining("U+0001");
    }
}
