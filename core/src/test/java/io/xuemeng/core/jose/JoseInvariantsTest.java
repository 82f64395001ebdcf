package io.xuemeng.core.jose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised for any bytes, for the samples cut off and damaged at every place. */
class JoseInvariantsTest {

    static Stream<Path> tokens() throws IOException {
        return files("JWS-0(02|06|14|15)", "pass.jws");
    }

    static Stream<Path> keys() throws IOException {
        return files("KEY-0(02|09|19|20)", "pass.json");
    }

    private static Stream<Path> files(String folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/samples"))) {
            return files
                    .filter(file -> file.getFileName().toString().equals(name)
                            && file.getParent().getFileName().toString().matches(folder))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void holdForDamagedTokens(Path sample) throws IOException {
        byte[] token = Files.readAllBytes(sample);
        for (int i = 0; i < token.length; i++) {
            byte[] damaged = token.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            JoseInvariants.holdForTokens(damaged);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void holdForDamagedKeys(Path sample) throws IOException {
        byte[] json = Files.readAllBytes(sample);
        for (int i = 0; i < json.length; i++) {
            byte[] damaged = json.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            JoseInvariants.holdForKeys(damaged);
        }
    }
}
