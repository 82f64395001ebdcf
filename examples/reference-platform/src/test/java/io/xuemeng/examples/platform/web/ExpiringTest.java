package io.xuemeng.examples.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpiringTest {

    private final HandClock clock = new HandClock();
    private final Expiring<String> things = new Expiring<>(3, Duration.ofMinutes(1), clock);

    @Test
    void findsAThingByItsSecretUntilItsTimeIsOver() {
        String secret = things.add("thing");

        assertThat(things.find(secret)).contains("thing");
        assertThat(things.find(secret + "x")).isEmpty();
        clock.advance(Duration.ofSeconds(59));
        assertThat(things.find(secret)).contains("thing");
        clock.advance(Duration.ofSeconds(1));
        assertThat(things.find(secret)).isEmpty();
        assertThat(things.take(secret)).isEmpty();
    }

    @Test
    void handsAThingOutOnceWhenItIsTaken() {
        String secret = things.add("thing");

        long taken = IntStream.range(0, 1000)
                .parallel()
                .mapToObj(i -> things.take(secret))
                .filter(Optional::isPresent)
                .count();

        assertThat(taken).isEqualTo(1);
        assertThat(things.find(secret)).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenThereIsNoRoom() {
        String first = things.add("1");
        things.add("2");
        things.add("3");
        String last = things.add("4");

        assertThat(things.find(first)).isEmpty();
        assertThat(things.find(last)).contains("4");
        assertThat(things.takeIf(thing -> true)).isEqualTo(List.of("2", "3", "4"));
        assertThat(things.any(thing -> true)).isFalse();
    }
}
