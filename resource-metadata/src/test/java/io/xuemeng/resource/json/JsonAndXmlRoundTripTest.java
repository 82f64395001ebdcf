package io.xuemeng.resource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.metadata.MetadataArbitraries;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.national.NationalPlatformJson;
import io.xuemeng.resource.xml.LomXmlReader;
import io.xuemeng.resource.xml.LomXmlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What one form holds, the other holds. */
class JsonAndXmlRoundTripTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Provide
    Arbitrary<ResourceMetadata> records() {
        return MetadataArbitraries.metadata();
    }

    @Property(tries = 200)
    void jsonOverXmlLosesNothing(@ForAll("records") ResourceMetadata record) {
        ResourceMetadata read = fromJson(MetadataJsonWriter.compact(record));
        ResourceMetadata back = fromJson(MetadataJsonWriter.compact(overXml(read)));
        assertThat(MetadataJsonRoundTripTest.sorted(back)).isEqualTo(MetadataJsonRoundTripTest.sorted(record));
    }

    @Example
    void aDocumentOfTheNationalPlatformOverXmlLosesNothing() throws IOException {
        byte[] document;
        try (InputStream in = NationalPlatformJson.class.getResourceAsStream("thematic_course.json")) {
            document = in.readAllBytes();
        }
        List<ResourceMetadata> records =
                NationalPlatformJson.read(document, null, Limits.defaults(), finding -> {}).stream()
                        .map(read -> overXml(read.metadata()))
                        .toList();
        assertThat(MAPPER.readTree(NationalPlatformJson.writeAll(records))).isEqualTo(MAPPER.readTree(document));
    }

    private static ResourceMetadata overXml(ResourceMetadata record) {
        return LomXmlReader.read(LomXmlWriter.write(record), null, Limits.defaults(), finding -> {})
                .metadata();
    }

    private static ResourceMetadata fromJson(byte[] json) {
        return MetadataJsonReader.read(json, null, Limits.defaults(), finding -> {})
                .metadata();
    }
}
