package io.xuemeng.conformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void theWorseOfTwoCountsWhicheverComesFirst() {
        Verdict[] fromWorst = {Verdict.FAILED, Verdict.CANNOT_TELL, Verdict.WARNED, Verdict.PASSED, Verdict.INAPPLICABLE
        };
        for (int i = 0; i < fromWorst.length; i++) {
            for (int j = i; j < fromWorst.length; j++) {
                assertThat(fromWorst[i].worse(fromWorst[j])).isEqualTo(fromWorst[i]);
                assertThat(fromWorst[j].worse(fromWorst[i])).isEqualTo(fromWorst[i]);
            }
        }
    }

    @Test
    void reportsHaveAWordForEach() {
        assertThat(Verdict.values())
                .extracting(Verdict::label)
                .containsExactly("failed", "cannot-tell", "warned", "passed", "inapplicable");
    }
}
