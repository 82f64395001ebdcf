package io.xuemeng.core.zip;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing began with and what it found, on a plain Java machine. */
class ZipInvariantsTest {

    private static final Path INPUTS = Path.of(
            "src", "test", "resources", "io", "xuemeng", "core", "zip", "ZipArchiveFuzzInputs", "readsAnyBytes");

    static Stream<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(INPUTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void holdForEveryInputAndEachOfItsBeginnings(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        for (int length = 0; length <= bytes.length; length++) {
            byte[] beginning = Arrays.copyOf(bytes, length);
            assertThatCode(() -> ZipInvariants.hold(beginning))
                    .as("%s cut at %d", input.getFileName(), length)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void holdWhenAnyByteIsChanged(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        for (int at = 0; at < bytes.length; at++) {
            byte original = bytes[at];
            for (int value : new int[] {0, original ^ 1, 0xFF}) {
                bytes[at] = (byte) value;
                ZipInvariants.hold(bytes);
            }
            bytes[at] = original;
        }
    }

    @Test
    void holdForEverySample() throws IOException {
        for (byte[] sample : ZipSamples.all().values()) {
            ZipInvariants.hold(sample);
        }
        for (byte[] sample : PathSamples.all().values()) {
            ZipInvariants.hold(sample);
        }
    }
}
