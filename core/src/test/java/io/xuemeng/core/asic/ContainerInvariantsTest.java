package io.xuemeng.core.asic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing begins with and what it found. */
class ContainerInvariantsTest {

    private static final Path SEEDS = Path.of("src/test/resources/io/xuemeng/core/asic");

    static Stream<Path> signatures() throws IOException {
        return seeds("ContainerFuzzInputs/verifiesAnySignature");
    }

    static Stream<Path> manifests() throws IOException {
        return seeds("ManifestFuzzInputs/readsAnyManifest");
    }

    private static Stream<Path> seeds(String folder) throws IOException {
        try (Stream<Path> files = Files.list(SEEDS.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void holdForSignatures(Path seed) throws IOException {
        ContainerInvariants.holdForSignatures(Files.readAllBytes(seed));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void holdForManifests(Path seed) throws IOException {
        ContainerInvariants.holdForManifests(Files.readAllBytes(seed));
    }

    @Test
    void holdForTheRightOnes() {
        ContainerInvariants.holdForSignatures(ContainerInvariants.right(Forge.SIGNATURE));
        ContainerInvariants.holdForManifests(ContainerInvariants.right(Forge.MANIFEST));
    }
}
