package io.xuemeng.conformance.validator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many questions go to one command at once, and its answers are told apart by their ids. */
class ValidatorContractTest {

    private static final Path FILE = Path.of("inputs", "a.zip");
    private static final Instant TIME = Instant.parse("2026-10-01T08:00:00Z");

    private static ValidationRequest trusting(Path folder, Instant time) {
        return new ValidationRequest(FILE, "lom", Map.of(), new SignatureTrust(folder, time));
    }

    @Test
    void noTwoQuestionsHaveOneId() {
        ValidationRequest plain = new ValidationRequest(FILE, "lom", Map.of());
        List<ValidationRequest> questions = List.of(
                plain,
                plain.withFile(Path.of("inputs", "b.zip")),
                new ValidationRequest(FILE, "alliance", Map.of()),
                plain.withLimits(Map.of("textLength", 10L)),
                plain.withLimits(Map.of("textLength", 11L)),
                trusting(Path.of("trust"), null),
                trusting(Path.of("other"), null),
                trusting(Path.of("one", "trust"), null),
                trusting(Path.of("trust"), TIME),
                trusting(Path.of("trust"), TIME.plusSeconds(1)));

        assertThat(questions.stream().map(ValidatorContract::id)).doesNotHaveDuplicates();
    }

    @Test
    void aQuestionHasTheSameIdEachTimeItIsAsked() {
        assertThat(Stream.of(trusting(Path.of("trust"), TIME), trusting(Path.of("trust"), TIME))
                        .map(ValidatorContract::id)
                        .distinct())
                .hasSize(1);
    }
}
