package io.xuemeng.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.identity.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryReplayGuardTest {

    private static final Instant SOON = TestKeys.NOW.plusSeconds(60);

    private final MutableClock clock = new MutableClock();

    @Test
    void aValuePassesOnceInItsScopeUntilItsTimeIsOver() {
        ReplayGuard guard = MemoryReplayGuard.withCapacity(10, clock);

        assertThat(guard.use("a", "1", SOON)).isEqualTo(ReplayGuard.Use.FIRST);
        assertThat(guard.use("a", "1", SOON)).isEqualTo(ReplayGuard.Use.AGAIN);
        assertThat(guard.use("b", "1", SOON)).isEqualTo(ReplayGuard.Use.FIRST);
        assertThat(guard.use("", "a1", SOON)).isEqualTo(ReplayGuard.Use.FIRST);
        clock.advance(Duration.ofSeconds(60));
        assertThat(guard.use("a", "1", SOON.plusSeconds(60))).isEqualTo(ReplayGuard.Use.FIRST);
        assertThat(guard.use("a", "1", SOON.plusSeconds(60))).isEqualTo(ReplayGuard.Use.AGAIN);
    }

    @Test
    void aFullGuardForgetsNothingThatIsStillGood() {
        MemoryReplayGuard guard = MemoryReplayGuard.withCapacity(3, clock);
        for (int i = 0; i < 3; i++) {
            assertThat(guard.use("a", "v" + i, SOON)).isEqualTo(ReplayGuard.Use.FIRST);
        }

        assertThat(guard.use("a", "v3", SOON)).isEqualTo(ReplayGuard.Use.UNKNOWN);
        assertThat(guard.use("a", "v0", SOON)).isEqualTo(ReplayGuard.Use.AGAIN);
        assertThat(guard.size()).isEqualTo(3);
        clock.advance(Duration.ofSeconds(61));
        assertThat(guard.use("a", "v4", SOON.plusSeconds(60))).isEqualTo(ReplayGuard.Use.FIRST);
        assertThat(guard.size()).isEqualTo(1);
    }

    @Test
    void ofManyThreadsOneIsFirst() {
        MemoryReplayGuard guard = MemoryReplayGuard.create();

        long first = IntStream.range(0, 10_000)
                .parallel()
                .filter(i -> guard.use("a", "v" + i % 10, Instant.now().plusSeconds(60)) == ReplayGuard.Use.FIRST)
                .count();

        assertThat(first).isEqualTo(10);
        assertThat(guard.size()).isEqualTo(10);
    }

    @Test
    void aValueThatIsOverByTheGuardsClockIsNotTakenForNew() {
        ReplayGuard guard = MemoryReplayGuard.withCapacity(10, clock);

        assertThat(guard.use("a", "1", TestKeys.NOW)).isEqualTo(ReplayGuard.Use.UNKNOWN);
    }

    @Test
    void aGuardRemembersSomething() {
        assertThatThrownBy(() -> MemoryReplayGuard.withCapacity(0, clock)).isInstanceOf(IllegalArgumentException.class);
    }
}
