package io.xuemeng.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.identity.keys.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final MutableClock clock = new MutableClock();
    private final LoginThrottle throttle =
            LoginThrottle.of(2, Duration.ofSeconds(1), Duration.ofSeconds(60), clock, new SecureRandom());

    @Test
    void waitsDoubleUpToTheLongest() {
        throttle.failed("a");
        throttle.failed("a");
        assertThat(throttle.waitFor("a")).isZero();

        for (long expected : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            throttle.failed("a");
            assertThat(throttle.waitFor("a")).isEqualTo(Duration.ofSeconds(expected));
        }
        clock.advance(Duration.ofSeconds(59));
        assertThat(throttle.waitFor("a")).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.waitFor("a")).isZero();
        throttle.failed("a");
        assertThat(throttle.waitFor("a")).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void failuresAreForgottenAfterAQuietTime() {
        for (int i = 0; i < 9; i++) {
            throttle.failed("a");
        }
        clock.advance(Duration.ofSeconds(121));
        throttle.failed("a");

        assertThat(throttle.waitFor("a")).isZero();
    }

    @Test
    void aSuccessTakesTheAccountsFailuresBackAndNotTheAddresss() {
        for (int i = 0; i < 5; i++) {
            throttle.failed("account", "192.0.2.1");
        }
        throttle.succeeded("account");

        assertThat(throttle.waitFor("account")).isZero();
        assertThat(throttle.waitFor("account", "192.0.2.1")).isPositive();
        assertThat(throttle.waitFor("other", "192.0.2.2")).isZero();
    }

    @Test
    void aFloodOfNamesForgetsNobodysFailures() {
        for (int i = 0; i < 5; i++) {
            throttle.failed("victim");
        }
        for (int i = 0; i < 100_000; i++) {
            throttle.failed("flood-" + i);
        }

        assertThat(throttle.waitFor("victim")).isPositive();
    }

    @Test
    void settingsMakeSense() {
        assertThatThrownBy(() ->
                        LoginThrottle.of(-1, Duration.ofSeconds(1), Duration.ofSeconds(2), clock, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        LoginThrottle.of(1, Duration.ofSeconds(3), Duration.ofSeconds(2), clock, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
