package io.xuemeng.resource.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.metadata.Extension;
import io.xuemeng.resource.metadata.General;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetadataJsonTest {

    private final FindingCollector findings = new FindingCollector();

    private MetadataDocument read(String json) {
        MetadataDocument document = MetadataJsonReader.read(
                json.getBytes(StandardCharsets.UTF_8), "metadata.json", Limits.defaults(), findings);
        assertThat(document).isNotNull();
        return document;
    }

    private static String write(ResourceMetadata metadata) {
        return new String(MetadataJsonWriter.compact(metadata), StandardCharsets.UTF_8);
    }

    @Test
    void writesARecordByItsElementNames() {
        ResourceMetadata record = ResourceMetadata.builder()
                .identifier("ISBN", "978-7-107-00000-2")
                .title(MultilingualText.zh("分数").and("en", "Fractions"))
                .language("zh-CN")
                .build();
        assertThat(write(record))
                .isEqualTo("{\"$schema\":\"urn:x-xuemeng:metadata:1.0:schema\",\"general\":{"
                        + "\"identifier\":[{\"catalog\":\"ISBN\",\"entry\":\"978-7-107-00000-2\"}],"
                        + "\"title\":[{\"language\":\"zh-CN\",\"text\":\"分数\"},"
                        + "{\"language\":\"en\",\"text\":\"Fractions\"}],\"language\":[\"zh-CN\"]}}");
    }

    @Test
    void saysWhichFormItRead() {
        assertThat(read("{}").form()).isEqualTo(MetadataForm.JSON);
    }

    @Test
    void knowsWhereEachValueStands() {
        MetadataDocument document = read("{\n  \"general\": {\n    \"title\": [{\"text\": \"分数\"}]\n  }\n}");
        ElementPath path = new ElementPath();
        path.push("general");
        path.push("title");
        path.push(0);
        path.push("text");
        assertThat(document.positions().locate(path))
                .isEqualTo(Location.at("metadata.json", "/general/title/0/text", 3, 24));
    }

    @Test
    void keepsAnUnknownPropertyWhereItWas() {
        String json = "{\"$schema\":\"urn:x-xuemeng:metadata:1.0:schema\",\"general\":{\"structure\":"
                + "{\"value\":\"linear\",\"label\":[1.50,null]},\"rating\":{\"stars\":5}},\"a/b~c\":true}";
        MetadataDocument document = read(json);
        assertThat(document.metadata().extensions())
                .containsExactly(
                        new Extension("/general/structure", "label", Extension.JSON, "[1.50,null]"),
                        new Extension("/general", "rating", Extension.JSON, "{\"stars\":5}"),
                        new Extension("", "a/b~c", Extension.JSON, "true"));
        assertThat(findings.findings()).extracting(Finding::id).containsOnly("META-040");
        assertThat(write(document.metadata())).isEqualTo(json);
    }

    @Test
    void keepsTheAddressOfAnotherSchema() {
        String json = "{\"$schema\":\"metadata.schema.json\",\"profile\":\"alliance\"}";
        MetadataDocument document = read(json);
        assertThat(findings.findings()).isEmpty();
        assertThat(write(document.metadata())).isEqualTo(json);
    }

    @Test
    void keepsWhatHasNoPlaceInJson() {
        Extension fromXml = new Extension("/general", "{urn:example:a}b", Extension.XML, "<b xmlns='urn:example:a'/>");
        Extension nowhere = new Extension("/rights", "a", Extension.JSON, "1");
        Extension known = new Extension("", "general", Extension.JSON, "1");
        Extension broken = new Extension("", "b", Extension.JSON, "{\"a\":");
        Extension deep = new Extension("", "c", Extension.JSON, "[".repeat(40) + "]".repeat(40));
        ResourceMetadata record = ResourceMetadata.builder()
                .title(MultilingualText.zh("分数"))
                .extension(fromXml)
                .extension(nowhere)
                .extension(known)
                .extension(broken)
                .extension(deep)
                .build();
        assertThat(read(write(record)).metadata()).isEqualTo(record);
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void keepsTheSecondValueOfANameThatComesTwice() {
        MetadataDocument document =
                read("{\"general\":{\"structure\":{\"value\":\"linear\"},\"structure\":{\"value\":\"atomic\"}}}");
        assertThat(document.metadata().general())
                .isEqualTo(General.builder()
                        .structure(VocabularyTerm.of(null, "linear"))
                        .build());
        assertThat(document.metadata().extensions())
                .containsExactly(new Extension("/general", "structure", Extension.JSON, "{\"value\":\"atomic\"}"));
        assertThat(findings.findings()).extracting(Finding::id).containsExactly("JSON-005");
    }

    @Test
    void keepsWhatStoodBeforeAFault() {
        MetadataDocument document = read("{\"general\":{\"language\":[\"zh-CN\"],\"title\":[{\"text\":\"分");
        assertThat(document.metadata().general())
                .isEqualTo(General.builder().language("zh-CN").build());
        assertThat(findings.findings()).extracting(Finding::id).containsExactly("JSON-002");
    }

    @Test
    void readsTheRestOfAnArrayPastAnItemThatIsNone() {
        MetadataDocument document = read("{\"general\":{\"language\":[\"zh-CN\",[\"en\"],null,\"bo\"]}}");
        assertThat(document.metadata().general())
                .isEqualTo(General.builder().language("zh-CN").language("bo").build());
        assertThat(document.metadata().extensions())
                .containsExactly(new Extension("/general/language", "1", Extension.JSON, "[\"en\"]"));
        assertThat(findings.findings()).extracting(Finding::id).containsExactly("META-043", "META-041");
    }

    @Test
    void readsTheFirstOfSeveralValuesAndKeepsTheOthers() {
        MetadataDocument document = read("{\"technical\":{\"size\":[\"1\",\"2\",\"3\"]}}");
        assertThat(document.metadata().technical().size()).isEqualTo("1");
        assertThat(document.metadata().extensions())
                .containsExactly(
                        new Extension("/technical/size", "1", Extension.JSON, "\"2\""),
                        new Extension("/technical/size", "2", Extension.JSON, "\"3\""));
    }

    @Test
    void tellsAnAbsentTextFromAnEmptyOne() {
        ResourceMetadata empty =
                ResourceMetadata.builder().title(MultilingualText.zh("")).build();
        assertThat(read(write(empty)).metadata()).isEqualTo(empty);
    }
}
