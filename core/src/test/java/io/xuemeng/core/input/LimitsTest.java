package io.xuemeng.core.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    static Stream<Method> setters() {
        return Arrays.stream(Limits.Builder.class.getMethods())
                .filter(method -> method.getReturnType() == Limits.Builder.class);
    }

    private static Object number(Method setter, long value) {
        return setter.getParameterTypes()[0] == long.class ? (Object) value : (Object) (int) value;
    }

    @ParameterizedTest
    @MethodSource("setters")
    void changesOneLimitAndKeepsTheOthers(Method setter) throws ReflectiveOperationException {
        Limits.Builder builder = Limits.defaults().toBuilder();
        setter.invoke(builder, number(setter, 7));
        Limits changed = builder.build().toBuilder().build();
        for (Method other : setters().toList()) {
            Method getter = Limits.class.getMethod(other.getName());
            Object expected = other.equals(setter) ? number(setter, 7) : getter.invoke(Limits.defaults());
            assertThat(getter.invoke(changed)).as(other.getName()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("setters")
    void refusesALimitBelowOneAndNamesIt(Method setter) {
        assertThatThrownBy(() -> setter.invoke(Limits.defaults().toBuilder(), number(setter, 0)))
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("the limit " + setter.getName() + " is at least 1, not 0");
    }

    @Test
    void hasTheDocumentedDefaults() {
        Limits limits = Limits.defaults();
        assertThat(limits.archiveEntries()).isEqualTo(100_000);
        assertThat(limits.centralDirectoryBytes()).isEqualTo(32 * 1024 * 1024);
        assertThat(limits.inflationRatio()).isEqualTo(200);
        assertThat(limits.inflationRatioFromBytes()).isEqualTo(1024 * 1024);
        assertThat(limits.archiveInflatedBytes()).isEqualTo(16L * 1024 * 1024 * 1024);
        assertThat(limits.recordElements()).isEqualTo(50_000);
        assertThat(limits.documentBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(limits.metadataDepth()).isEqualTo(32);
        assertThat(limits.statementDepth()).isEqualTo(64);
    }
}
