package io.xuemeng.resource;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing began with and what it found, on a plain Java machine. */
class DocumentInvariantsTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "io", "xuemeng", "resource");

    static Stream<Path> records() throws IOException {
        return inputs("MetadataFuzzInputs");
    }

    static Stream<Path> manifests() throws IOException {
        return inputs("ManifestFuzzInputs");
    }

    private static Stream<Path> inputs(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder).resolve("readsAnyBytes"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void holdForEveryRecordCutAnywhereAndWithAnyByteChanged(Path input) throws IOException {
        hold(input, DocumentInvariants::holdForMetadata);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void holdForEveryManifestCutAnywhereAndWithAnyByteChanged(Path input) throws IOException {
        hold(input, DocumentInvariants::holdForManifests);
    }

    private static void hold(Path input, Consumer<byte[]> invariants) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        for (int at = 0; at <= bytes.length; at++) {
            byte[] beginning = Arrays.copyOf(bytes, at);
            assertThatCode(() -> invariants.accept(beginning))
                    .as("%s cut at %d", input.getFileName(), at)
                    .doesNotThrowAnyException();
        }
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            for (int value : new int[] {'<', '"', bytes[at] ^ 1}) {
                changed[at] = (byte) value;
                assertThatCode(() -> invariants.accept(changed))
                        .as("%s with %d at %d", input.getFileName(), value, at)
                        .doesNotThrowAnyException();
            }
        }
    }
}
