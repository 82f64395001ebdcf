package io.xuemeng.resource.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.document.MetadataForm;
import io.xuemeng.resource.element.ElementPath;
import io.xuemeng.resource.json.MetadataJsonReader;
import io.xuemeng.resource.json.MetadataJsonWriter;
import io.xuemeng.resource.metadata.Contribute;
import io.xuemeng.resource.metadata.DateTimeText;
import io.xuemeng.resource.metadata.Identifier;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.SchoolStage;
import io.xuemeng.resource.metadata.Technical;
import io.xuemeng.resource.metadata.VCard;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files have the shape of the platform's answers; what they say is made up. */
class NationalPlatformJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FindingCollector findings = new FindingCollector();

    private static byte[] file(String name) throws IOException {
        try (InputStream in = NationalPlatformJsonTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private List<MetadataDocument> read(byte[] document) {
        return NationalPlatformJson.read(document, "data.json", Limits.defaults(), findings);
    }

    private List<ResourceMetadata> records(byte[] document) {
        return read(document).stream().map(MetadataDocument::metadata).toList();
    }

    private JsonNode exported(ResourceMetadata record) throws IOException {
        return MAPPER.readTree(NationalPlatformJson.write(record));
    }

    @ParameterizedTest
    @ValueSource(strings = {"teachingmaterials.json", "assets_document.json", "thematic_course.json"})
    void exportsWhatWasImported(String name) throws IOException {
        byte[] document = file(name);
        byte[] exported = NationalPlatformJson.writeAll(records(document));
        assertThat(MAPPER.readTree(exported)).isEqualTo(MAPPER.readTree(document));
        assertThat(findings.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"teachingmaterials.json", "assets_document.json", "thematic_course.json"})
    void exportsWhatWasImportedAfterOurOwnJson(String name) throws IOException {
        byte[] document = file(name);
        List<ResourceMetadata> records = records(document).stream()
                .map(MetadataJsonWriter::compact)
                .map(json -> MetadataJsonReader.read(json, null, Limits.defaults(), findings)
                        .metadata())
                .toList();
        assertThat(MAPPER.readTree(NationalPlatformJson.writeAll(records))).isEqualTo(MAPPER.readTree(document));
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void readsWhatARecordHasAPlaceFor() throws IOException {
        ResourceMetadata record = records(file("assets_document.json")).get(0);
        assertThat(record.general().identifiers())
                .containsExactly(new Identifier(NationalPlatformJson.CATALOG, "6f1c2a30-8d5e-4b1a-9c77-0d2f4e5a6b70"));
        assertThat(record.general().title()).isEqualTo(MultilingualText.zh("义务教育教科书·数学 三年级 上册（示例）"));
        assertThat(record.general().languages()).containsExactly("zh-CN");
        assertThat(record.curriculum().stages()).containsExactly(SchoolStage.PRIMARY.term());
        assertThat(record.curriculum().grades()).containsExactly(VocabularyTerm.of("zxxnj", "三年级"));
        assertThat(record.curriculum().subject()).isEqualTo(VocabularyTerm.of("zxxxk", "数学"));
        assertThat(record.curriculum().edition()).isEqualTo(VocabularyTerm.of("zxxbb", "人教版"));
        assertThat(record.curriculum().volume()).isEqualTo(VocabularyTerm.of("zxxcc", "上册"));
        assertThat(record.technical())
                .isEqualTo(Technical.builder()
                        .format("application/pdf")
                        .size("258540767")
                        .build());
        assertThat(record.educationals().get(0).learningResourceTypes())
                .containsExactly(VocabularyTerm.of(NationalPlatformJson.RESOURCE_TYPE, "assets_document"));
        assertThat(record.lifeCycle().status()).isEqualTo(VocabularyTerm.of(NationalPlatformJson.CATALOG, "ONLINE"));
    }

    @Test
    void readsTimesAsTheStandardWritesThem() throws IOException {
        ResourceMetadata record = records(file("teachingmaterials.json")).get(0);
        assertThat(record.metaMetadata().contributes())
                .extracting(Contribute::date)
                .containsExactly(
                        DateTimeText.of("2022-10-28T19:46:10.441+08:00"),
                        DateTimeText.of("2024-03-15T14:22:07.930+08:00"));
        assertThat(record.lifeCycle().contributes())
                .extracting(Contribute::date)
                .containsExactly(DateTimeText.of("2023-06-15T18:49:24.381+08:00"));
    }

    @Test
    void readsProvidersAsOrganisations() throws IOException {
        ResourceMetadata record = records(file("thematic_course.json")).get(0);
        assertThat(record.lifeCycle().contributes())
                .filteredOn(contribute -> NationalPlatformJson.PROVIDER.equals(contribute.role()))
                .flatExtracting(Contribute::entities)
                .containsExactly(VCard.ofOrganization("示例教育出版社"));
    }

    @Test
    void exportsARecordAsItIsAfterAChange() throws IOException {
        ResourceMetadata record = records(file("assets_document.json")).get(0);
        ObjectNode expected =
                (ObjectNode) MAPPER.readTree(file("assets_document.json")).get(0);
        ResourceMetadata changed = record.toBuilder()
                .title(MultilingualText.zh("数学三年级上册"))
                .curriculum(record.curriculum().toBuilder()
                        .edition(VocabularyTerm.of("zxxbb", "北师大版"))
                        .build())
                .technical(record.technical().toBuilder().size("7").build())
                .build();
        expected.put("title", "数学三年级上册");
        expected.putObject("global_title").put("zh-CN", "数学三年级上册");
        ((ObjectNode) expected.get("custom_properties")).put("size", 7);
        ArrayNode tags = (ArrayNode) expected.get("tag_list");
        tags.remove(1);
        tags.addObject()
                .put("tag_dimension_id", "zxxbb")
                .put("tag_name", "北师大版")
                .put("tag_id", "e7bbd21e-0590-11ed-9c79-92fc3b3249d5");
        assertThat(exported(changed)).isEqualTo(expected);
    }

    @Test
    void exportsARecordThatWasNeverImported() throws IOException {
        ResourceMetadata record = ResourceMetadata.builder()
                .identifier(NationalPlatformJson.CATALOG, "1a2b3c4d-0000-4000-8000-000000000009")
                .title(MultilingualText.zh("分数的初步认识").and("en", "Fractions"))
                .language("zh-CN")
                .keyword(MultilingualText.zh("分数"))
                .stage(SchoolStage.PRIMARY)
                .format("video/mp4")
                .build();
        assertThat(exported(record)).isEqualTo(MAPPER.readTree("""
                        {"id": "1a2b3c4d-0000-4000-8000-000000000009", "language": "zh-CN",
                         "title": "分数的初步认识", "global_title": {"zh-CN": "分数的初步认识", "en": "Fractions"},
                         "global_keywords": {"zh-CN": ["分数"]}, "custom_properties": {"format": "mp4"},
                         "tag_list": [{"tag_dimension_id": "zxxxd", "tag_name": "小学",
                                       "tag_id": "e7bbb2de-0590-11ed-9c79-92fc3b3249d5"}]}
                        """));
        assertThat(records(NationalPlatformJson.write(record))).containsExactly(record);
    }

    @Test
    void writesADayAsItsFirstMomentInChina() {
        assertThat(PlatformTime.denormalize("2026-09-01")).isEqualTo("2026-09-01T00:00:00.000+0800");
        assertThat(PlatformTime.denormalize("2026-09-01T08:00:00Z")).isEqualTo("2026-09-01T08:00:00.000+0000");
        assertThat(PlatformTime.denormalize("2026")).isEqualTo("2026");
    }

    @Test
    void knowsWhereTheValuesStood() throws IOException {
        MetadataDocument document = read(file("teachingmaterials.json")).get(0);
        assertThat(document.form()).isEqualTo(MetadataForm.NATIONAL_PLATFORM_JSON);
        ElementPath path = new ElementPath();
        path.push("general");
        path.push("language");
        path.push(0);
        Location location = document.positions().locate(path);
        String line = new String(file("teachingmaterials.json"), StandardCharsets.UTF_8)
                .lines()
                .skip(location.line() - 1L)
                .findFirst()
                .orElseThrow();
        assertThat(line.substring(location.column() - 1)).startsWith("\"zh-CN\"");
    }

    @Test
    void keepsTheDocumentsBeforeAFault() {
        assertThat(records("[{\"title\":\"甲\"},{\"title\":".getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
        assertThat(findings.findings()).extracting(Finding::id).containsExactly("JSON-002");
    }

    @Test
    void tellsItsDocumentsFromOurOwnJson() throws IOException {
        assertThat(NationalPlatformJson.isLikely(file("thematic_course.json"))).isTrue();
        assertThat(NationalPlatformJson.isLikely(MetadataJsonWriter.compact(
                        ResourceMetadata.builder().language("zh-CN").build())))
                .isFalse();
        assertThat(NationalPlatformJson.isLikely("no JSON".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
