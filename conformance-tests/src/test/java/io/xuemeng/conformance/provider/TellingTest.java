package io.xuemeng.conformance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A statement tells what happened whatever form a sender chooses, and nothing else. */
class TellingTest {

    private static final LearnerRecord RECORD = new LearnerRecord(
            "https://hub.example",
            "a",
            "https://kit.example/verb",
            "https://kit.example/lesson",
            Map.of("zh-CN", "分数", "en", "Fractions"),
            Instant.parse("2026-09-01T00:00:00Z"),
            new BigDecimal("0.5"),
            Duration.ofMinutes(90));

    private static ObjectNode told(Consumer<ObjectNode> edit) {
        ObjectNode statement = SimpleProvider.statement(RECORD);
        edit.accept(statement);
        return statement;
    }

    @Test
    void theSameInAnotherFormIsNoDifference() {
        assertThat(Telling.differences(told(statement -> {}), RECORD)).isEmpty();
        assertThat(Telling.differences(
                        told(statement -> {
                            statement.put("timestamp", "2026-09-01T08:00:00.000+08:00");
                            statement.withObject("/result").put("duration", "PT5400S");
                            statement.withObject("/result/score").put("scaled", new BigDecimal("0.500"));
                        }),
                        RECORD))
                .isEmpty();
    }

    @Test
    void eachDifferenceIsNamed() {
        Map<String, Consumer<ObjectNode>> edits = Map.of(
                "timestamp", statement -> statement.put("timestamp", "2026-09-01T08:00:00Z"),
                "object.definition.name.en",
                        statement ->
                                statement.withObject("/object/definition/name").remove("en"),
                "result.score.scaled",
                        statement -> statement.withObject("/result/score").put("scaled", "0.5"),
                "result.duration", statement -> statement.withObject("/result").put("duration", "PT1H"));
        edits.forEach((place, edit) ->
                assertThat(Telling.differences(told(edit), RECORD)).isEqualTo(List.of(place)));
        assertThat(Telling.differences(
                        told(statement -> {
                            statement.put("timestamp", "yesterday");
                            statement.put("result", 1);
                        }),
                        RECORD))
                .containsExactly("timestamp", "result.score.scaled", "result.duration");
    }

    @Test
    void whatWasNotToldToTheSenderIsNotAskedFor() {
        LearnerRecord bare = new LearnerRecord(
                RECORD.homePage(),
                RECORD.account(),
                RECORD.verb(),
                RECORD.activity(),
                Map.of(),
                RECORD.time(),
                null,
                null);

        assertThat(Telling.differences(SimpleProvider.statement(bare), bare)).isEmpty();
        assertThat(Telling.differences(told(statement -> {}), bare)).isEmpty();
    }

    @Test
    void aStatementIsAboutARecordWhenLearnerVerbAndActivityAreThose() {
        assertThat(Telling.isAbout(told(statement -> {}), RECORD)).isTrue();
        for (String place : List.of("/actor/account:homePage", "/actor/account:name", "/verb:id", "/object:id")) {
            String[] parts = place.split(":");
            assertThat(Telling.isAbout(
                            told(statement -> statement.withObject(parts[0]).put(parts[1], "x")), RECORD))
                    .as(place)
                    .isFalse();
        }
        assertThat(Telling.isAbout(JsonNodeFactory.instance.objectNode(), RECORD))
                .isFalse();
        assertThat(Telling.of(RECORD)).contains("a ", RECORD.verb(), RECORD.activity());
    }
}
