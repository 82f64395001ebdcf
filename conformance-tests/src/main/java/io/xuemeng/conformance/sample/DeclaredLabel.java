package io.xuemeng.conformance.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.resource.metadata.AigcLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the metadata of a sample's package says of AI-generated content. */
final class DeclaredLabel {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the samples about the form of labels have in their files, where they are right. */
    private static final String USUAL = """
            {"Label":"1","ContentProducer":"示例智能科技有限公司","ProduceID":"2026-11-0001","ReservedCode1":"",
            "ContentPropagator":"示例教育云平台","PropagateID":"res-2026-0001","ReservedCode2":""}""";

    private DeclaredLabel() {}

    /** Whether a sample is about the form of labels, and so needs metadata that agrees with what the label would say. */
    static boolean isAbout(Sample sample) {
        return sample.id().compareTo("FILE-010") >= 0 && sample.id().compareTo("FILE-020") < 0;
    }

    static AigcLabel usual() {
        return read(USUAL.getBytes(StandardCharsets.UTF_8));
    }

    static AigcLabel read(byte[] json) {
        try {
            JsonNode label = JSON.readTree(json);
            return AigcLabel.builder()
                    .label(text(label, "Label"))
                    .contentProducer(text(label, "ContentProducer"))
                    .produceId(text(label, "ProduceID"))
                    .reservedCode1(text(label, "ReservedCode1"))
                    .contentPropagator(text(label, "ContentPropagator"))
                    .propagateId(text(label, "PropagateID"))
                    .reservedCode2(text(label, "ReservedCode2"))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(JsonNode label, String name) {
        JsonNode value = label.get(name);
        return value == null ? null : value.textValue();
    }
}
