package io.xuemeng.examples.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpiringTest {

    private final HandClock clock = new HandClock();
    private final Expiring<String> things = new Expiring<>(3, Duration.ofMinutes(1), clock);
    private final Expiring<String> marked = new Expiring<>(
            3,
            Duration.ofMinutes(1),
            clock,
            thing -> thing.chars().mapToObj(letter -> (char) letter).collect(Collectors.toSet()));

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
    }

    @Test
    void takesAllThatHasAMark() {
        String first = marked.add("1a");
        marked.add("2b");
        marked.add("3a");

        assertThat(marked.isMarked('a')).isTrue();
        assertThat(marked.isMarked('c')).isFalse();
        assertThat(marked.takeMarked('a')).containsExactly("1a", "3a");
        assertThat(marked.isMarked('a')).isFalse();
        assertThat(marked.find(first)).isEmpty();
        assertThat(marked.takeMarked('a')).isEmpty();
        assertThat(marked.takeMarked('2')).containsExactly("2b");
        assertThat(marked.isMarked('b')).as("the other mark of what was taken").isFalse();
    }

    @Test
    void forgetsAMarkWithTheLastThingThatHasIt() {
        String taken = marked.add("1a");
        marked.take(taken);
        assertThat(marked.isMarked('a')).isFalse();

        marked.add("1a");
        clock.advance(Duration.ofMinutes(1));
        assertThat(marked.isMarked('a')).isFalse();

        marked.add("1a");
        marked.add("2b");
        marked.add("3b");
        marked.add("4b");
        assertThat(marked.isMarked('a')).as("there was no room").isFalse();
        assertThat(marked.takeMarked('b')).containsExactly("2b", "3b", "4b");
    }
}
