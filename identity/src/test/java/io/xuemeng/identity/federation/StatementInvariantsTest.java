package io.xuemeng.identity.federation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementInvariantsTest {

    static Stream<Path> seeds() throws IOException {
        Path folder = Path.of("src", "test", "resources", "io", "xuemeng", "identity", "federation");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdForWhatFuzzingBeganWithAndFound(Path seed) throws IOException {
        StatementInvariants.holdForText(Files.readString(seed, StandardCharsets.ISO_8859_1));
        StatementInvariants.holdForPayload(Files.readAllBytes(seed));
    }

    @Property(tries = 300)
    void holdForClaimsWithOneByteChanged(@ForAll("edited") String payload) {
        StatementInvariants.holdForPayload(payload.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> edited() {
        String payload = FederationSamples.provinceByHub().toString();
        return Arbitraries.integers()
                .between(0, payload.length() - 1)
                .flatMap(at -> Arbitraries.of("\"", "{", "}", "[", "]", "0", "-", "null", ",", "\\", "\u0000", "é", "")
                        .map(text -> payload.substring(0, at) + text + payload.substring(at + 1)));
    }
}
