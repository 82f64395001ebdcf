package io.xuemeng.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReaderTest {

    private final FindingCollector findings = new FindingCollector();

    private JsonReader open(String document) throws UnreadableJsonException {
        return JsonReader.open(document.getBytes(StandardCharsets.UTF_8), "metadata.json", Limits.defaults(), findings);
    }

    @Test
    void walksTheMembersOfAnObject() throws Exception {
        List<String> read = new ArrayList<>();
        try (JsonReader json =
                open("{\"标题\": \"分数\", \"n\": 1.50, \"skipped\": {\"n\": [1]}, \"x\" : [ 1e+2, \"a b\" ]}")) {
            assertThat(json.next()).isEqualTo(JsonEvent.START_OBJECT);
            while (json.nextMember()) {
                switch (json.name()) {
                    case "标题" -> {
                        json.next();
                        read.add(json.text() + " at " + json.location());
                    }
                    case "n" -> {
                        json.next();
                        read.add(json.decimal().toString());
                    }
                    case "x" -> read.add(json.captureValue().text());
                    default -> {
                        // Left to nextMember().
                    }
                }
            }
            assertThat(json.next()).isEqualTo(JsonEvent.END_DOCUMENT);
            assertThat(json.next()).isEqualTo(JsonEvent.END_DOCUMENT);
        }
        assertThat(read).containsExactly("分数 at metadata.json:1:8 /标题", "1.50", "[1e+2,\"a b\"]");
        assertThat(findings.findings()).isEmpty();
    }

    @Test
    void stopsAtAFaultAndKeepsSayingSo() throws Exception {
        try (JsonReader json = open("{\"a\":1,}")) {
            json.next();
            assertThat(json.nextMember()).isTrue();
            json.skipValue();
            assertThatThrownBy(json::nextMember).isInstanceOf(UnreadableJsonException.class);
            assertThatThrownBy(json::next).isInstanceOf(UnreadableJsonException.class);
        }
        assertThat(findings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.requirement()).isEqualTo(JsonRequirement.NO_TRAILING_COMMA);
            assertThat(finding.location().toString()).isEqualTo("metadata.json:1:7 /a");
        });
    }
}
