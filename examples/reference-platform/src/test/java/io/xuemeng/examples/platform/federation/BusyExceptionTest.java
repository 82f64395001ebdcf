package io.xuemeng.examples.platform.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BusyExceptionTest {

    @Test
    void costsNoStackTraceHoweverManyAreTurnedAway() {
        assertThat(new BusyException().getStackTrace()).isEmpty();
    }
}
