package io.xuemeng.resource.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.metadata.MetadataArbitraries;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NationalPlatformRoundTripTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> NAMES = List.of(
            "id",
            "title",
            "global_title",
            "description",
            "global_description",
            "global_keywords",
            "language",
            "status",
            "resource_type_code",
            "resource_type_code_name",
            "create_time",
            "update_time",
            "online_time",
            "provider_list",
            "tag_list",
            "custom_properties",
            "size",
            "format",
            "name",
            "type",
            "tag_dimension_id",
            "tag_name",
            "zh-CN",
            "en",
            "tenant_id");

    /** Documents with the platform's property names and whatever values. */
    @Provide
    Arbitrary<JsonNode> documents() {
        return object(value(3));
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<JsonNode> scalar = Arbitraries.oneOf(
                Arbitraries.of(
                                "",
                                "zh-CN",
                                "分数",
                                "zxxxk",
                                "zxxnj",
                                "数学",
                                "2022-10-28T19:46:10.441+0800",
                                "2022-10-28",
                                "pdf",
                                "jpeg",
                                "JPG",
                                "application/pdf")
                        .map(NODES::textNode),
                Arbitraries.of(0, 1, -7).map(NODES::numberNode),
                Arbitraries.of(NODES.nullNode(), NODES.booleanNode(true), NODES.numberNode(1.5)));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<JsonNode> inner = value(depth - 1);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, scalar),
                net.jqwik.api.Tuple.of(3, object(inner)),
                net.jqwik.api.Tuple.of(
                        2,
                        inner.list().ofMaxSize(3).map(items -> NODES.arrayNode().addAll(items))),
                net.jqwik.api.Tuple.of(2, tags()));
    }

    private static Arbitrary<JsonNode> object(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(Arbitraries.of(NAMES), values).ofMaxSize(12).map(members -> {
            ObjectNode object = NODES.objectNode();
            members.forEach(object::set);
            return object;
        });
    }

    private static Arbitrary<JsonNode> tags() {
        return Combinators.combine(
                        Arbitraries.of("zxxxd", "zxxnj", "zxxxk", "zxxbb", "zxxcc", "5036342742"),
                        Arbitraries.of("小学", "一年级", "数学", "人教版", "上册"),
                        Arbitraries.of(true, false))
                .as((dimension, name, id) -> {
                    ObjectNode tag = NODES.objectNode().put("tag_dimension_id", dimension);
                    tag.put("tag_name", name);
                    return id ? tag.put("tag_id", "1") : tag;
                })
                .list()
                .ofMaxSize(4)
                .map(items -> NODES.arrayNode().addAll(items));
    }

    @Property(tries = 500)
    void exportsWhateverWasImported(@ForAll("documents") JsonNode document) throws IOException {
        List<MetadataDocument> read =
                NationalPlatformJson.read(MAPPER.writeValueAsBytes(document), null, Limits.defaults(), finding -> {});
        assertThat(read).hasSize(1);
        assertThat(MAPPER.readTree(NationalPlatformJson.write(read.get(0).metadata())))
                .isEqualTo(document);
    }

    @Provide
    Arbitrary<ResourceMetadata> records() {
        return MetadataArbitraries.metadata();
    }

    @Property(tries = 100)
    void exportsWhateverARecordHolds(@ForAll("records") ResourceMetadata record) throws IOException {
        JsonNode exported = MAPPER.readTree(NationalPlatformJson.write(record));
        assertThat(exported.isObject()).isTrue();
        assertThat(exported.fieldNames()).toIterable().isSubsetOf(NAMES);
    }
}
