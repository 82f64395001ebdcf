package io.xuemeng.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.ProfileReference;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.RequirementCatalogue;
import io.xuemeng.core.requirement.Subject;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.examples.intake.report.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final ProfileReference PROFILE = new ProfileReference("lom", "1.0", "0".repeat(64));
    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.of(List.of(RunRequirement.values()));

    private static final Duration GRACE = Duration.ofMillis(200);

    private static Report clean(Path input) {
        return Report.of(Subject.named(input.toString()), PROFILE, CATALOGUE, List.of(), false);
    }

    private static Map<String, Outcome> run(Judge judge, int threads, Duration timeLimit, String... inputs)
            throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Batch batch =
                new Batch(judge, PROFILE, CATALOGUE, threads, new Batch.Patience(timeLimit, GRACE), outcomes::add)) {
            for (String input : inputs) {
                batch.submit(Path.of(input));
            }
            batch.await();
        }
        return outcomes.stream()
                .collect(Collectors.toMap(outcome -> outcome.report().subject().name(), Function.identity()));
    }

    private static String onlyId(Outcome outcome) {
        assertThat(outcome.report().findings()).hasSize(1);
        return outcome.report().findings().get(0).id();
    }

    @Test
    void stopsAnInputThatHangsAndGoesOnWithTheNext() throws InterruptedException {
        Judge judge = input -> {
            if (input.endsWith("hangs")) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException("interrupted");
                }
            }
            return clean(input);
        };

        Map<String, Outcome> outcomes = run(judge, 1, Duration.ofMillis(200), "hangs", "next");

        assertThat(onlyId(outcomes.get("hangs"))).isEqualTo("RUN-002");
        assertThat(outcomes.get("hangs").finished()).isTrue();
        assertThat(outcomes.get("next").verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void leavesAnInputToItselfThatDoesNotEvenHeedAnInterrupt() throws InterruptedException {
        CountDownLatch diskAnswers = new CountDownLatch(1);
        Judge judge = input -> {
            while (input.endsWith("hangs") && diskAnswers.getCount() > 0) {
                Thread.onSpinWait(); // heeds no interrupt, as a read from a network disk that is gone
            }
            return clean(input);
        };

        Map<String, Outcome> outcomes = run(judge, 1, Duration.ofMillis(100), "hangs", "next", "one more");
        diskAnswers.countDown();

        assertThat(onlyId(outcomes.get("hangs"))).isEqualTo("RUN-002");
        assertThat(outcomes.get("next").verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(outcomes.get("one more").verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void makesTooLittleMemoryTheOutcomeOfThatInput() throws InterruptedException {
        Judge judge = input -> {
            if (input.endsWith("huge")) {
                throw new OutOfMemoryError("made by the test");
            }
            return clean(input);
        };

        Map<String, Outcome> outcomes = run(judge, 2, Duration.ofMinutes(1), "huge", "next");

        assertThat(onlyId(outcomes.get("huge"))).isEqualTo("RUN-003");
        assertThat(outcomes.get("huge").verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(outcomes.get("next").verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void saysThatAFileCouldNotBeReadAndThatTheRunIsNotFinished() throws InterruptedException {
        Judge judge = input -> {
            throw new AccessDeniedException(input.toString());
        };

        Outcome outcome = run(judge, 1, Duration.ofMinutes(1), "locked").get("locked");

        assertThat(onlyId(outcome)).isEqualTo("RUN-006");
        assertThat(outcome.finished()).isFalse();
    }

    @Test
    void makesAFailureOfTheValidatorTheOutcomeOfThatInput() throws InterruptedException {
        Judge judge = input -> {
            throw new IllegalStateException("made by the test");
        };

        Outcome outcome = run(judge, 1, Duration.ofMinutes(1), "input").get("input");

        assertThat(onlyId(outcome)).isEqualTo("RUN-004");
        assertThat(outcome.finished()).isFalse();
    }

    @Test
    void doesNotRunFarAheadOfTheWork() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger submitted = new AtomicInteger();
        Judge judge = input -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return clean(input);
        };
        List<Outcome> outcomes = new ArrayList<>();
        try (Batch batch = new Batch(
                judge, PROFILE, CATALOGUE, 2, new Batch.Patience(Duration.ofMinutes(1), GRACE), outcomes::add)) {
            Thread walker = new Thread(() -> {
                try {
                    for (int i = 0; i < 100; i++) {
                        batch.submit(Path.of("input" + i));
                        submitted.incrementAndGet();
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            walker.start();
            while (walker.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(submitted.get()).isEqualTo(8);
            go.countDown();
            walker.join();
            batch.await();
        }
        assertThat(outcomes).hasSize(100);
    }
}
