package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PngLabelsTest {

    private static final String LABEL =
            "{\"Label\":\"1\",\"ContentProducer\":\"示例\",\"ProduceID\":\"1\",\"ReservedCode1\":\"\","
                    + "\"ContentPropagator\":\"示例\",\"PropagateID\":\"1\",\"ReservedCode2\":\"\"}";

    @Test
    void readsTheLabelOfATextChunk() throws IOException {
        FindingCollector findings = new FindingCollector();
        Inspection inspection = ContentInspector.of(Limits.defaults())
                .inspect("a.png", new ByteArrayInputStream(SampleFiles.pngWithText("AIGC", LABEL)), findings);
        assertThat(inspection.type()).isEqualTo(FileType.PNG);
        assertThat(findings.findings()).isEmpty();
        assertThat(inspection.labels()).singleElement().satisfies(found -> {
            assertThat(found.carrier()).isEqualTo(LabelCarrier.PNG_TEXT);
            assertThat(found.label().contentProducer()).isEqualTo("示例");
        });
    }
}
