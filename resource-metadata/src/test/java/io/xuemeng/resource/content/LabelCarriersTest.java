package io.xuemeng.resource.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.resource.content.LabelCarriers.Carried;
import io.xuemeng.resource.metadata.AigcLabel;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LabelCarriersTest {

    private static final AigcLabel EXPECTED = AigcLabel.builder()
            .label("1")
            .contentProducer("示例智能科技有限公司")
            .produceId("2026-11-0001")
            .reservedCode1("")
            .contentPropagator("示例教育云平台")
            .propagateId("res-2026-0001")
            .reservedCode2("")
            .build();

    private static Stream<DynamicTest> each(Map<String, Carried> files, Consumer<Carried> check) {
        return files.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> check.accept(file.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> findsTheLabelWhereverItStandsAndReportsNothing() {
        return each(LabelCarriers.all(SampleLabel.json()), file -> {
            Inspecting done = Inspecting.of(file.path(), file.content());
            assertThat(done.findings()).isEmpty();
            assertThat(done.inspection().labels())
                    .containsExactly(new FoundLabel(file.path(), file.carrier(), EXPECTED));
        });
    }

    @TestFactory
    Stream<DynamicTest> findsTheSameWhenEveryByteArrivesByItself() {
        return each(LabelCarriers.all(SampleLabel.json()), file -> {
            for (int step : new int[] {1, 7, 1000}) {
                Inspecting done = Inspecting.of(file.path(), file.content(), Limits.defaults(), -1, step);
                assertThat(done.findings()).isEmpty();
                assertThat(done.inspection().labels())
                        .containsExactly(new FoundLabel(file.path(), file.carrier(), EXPECTED));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> reportsAnEmptyProducerAtTheFileAndWithTheCarrier() {
        String json = new SampleLabel().set("ContentProducer", "").text();
        return each(LabelCarriers.all(json), file -> {
            Inspecting done = Inspecting.of(file.path(), file.content());
            assertThat(done.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.requirement()).isEqualTo(FileRequirement.LABEL_PRODUCER_EMPTY);
                assertThat(finding.location().entry()).isEqualTo(file.path());
                assertThat(finding.message(Locale.ENGLISH))
                        .contains(file.carrier().label());
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> neverTakesMoreThanTheLimitOfTexts() {
        String json = new SampleLabel().set("ReservedCode1", "x".repeat(20_000)).text();
        Limits small = Limits.defaults().toBuilder().textLength(10_000).build();
        return each(LabelCarriers.all(json), file -> {
            Inspecting done = Inspecting.of(file.path(), file.content(), small, -1, 4096);
            assertThat(done.inspection().labels()).isEmpty();
            assertThat(done.findings()).extracting(Finding::id).isEmpty();
        });
    }
}
