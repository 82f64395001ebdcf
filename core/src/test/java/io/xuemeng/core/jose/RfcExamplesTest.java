package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of RFC 7515, 7517, 7520, 7638 and 8037, kept as files with what is to come of them. */
class RfcExamplesTest {

    private static final Set<SignatureAlgorithm> ALL = EnumSet.allOf(SignatureAlgorithm.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Path> examples() throws IOException {
        return files(path -> true);
    }

    static Stream<Path> signatures() throws IOException {
        return files(path -> read(path).has("jws"));
    }

    static Stream<Path> privateKeys() throws IOException {
        return files(path -> read(path).has("privateKey"));
    }

    private static Stream<Path> files(Predicate<Path> condition) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/io/xuemeng/core/jose/rfc"))) {
            return files.filter(condition).sorted().toList().stream();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("an example cannot be read", e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JwkSet keys(JsonNode example, FindingCollector findings) {
        String set = "{\"keys\":" + example.path("keys") + '}';
        return JwkReader.standard().readSet(set.getBytes(StandardCharsets.UTF_8), findings);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheKeys(Path file) {
        JsonNode example = read(file);
        FindingCollector findings = new FindingCollector();
        JwkSet keys = keys(example, findings);
        List<String> expected = texts(example.path("keyFindings"));
        assertThat(Tokens.ids(findings.findings())).isEqualTo(expected);
        assertThat(keys.keys()).hasSize(example.path("keys").size() - expected.size());
        if (example.has("thumbprint")) {
            assertThat(keys.keys().get(0).thumbprint())
                    .isEqualTo(example.path("thumbprint").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void verifiesTheTokens(Path file) {
        JsonNode example = read(file);
        JwkSet keys = keys(example, new FindingCollector());
        JwsResult result = JwsVerifier.allowing(ALL)
                .keys(keys)
                .build()
                .verify(example.path("jws").asText());
        if (example.has("findings")) {
            assertThat(Tokens.ids(result)).isEqualTo(texts(example.path("findings")));
            return;
        }
        assertThat(result)
                .isInstanceOfSatisfying(
                        JwsResult.Verified.class,
                        jws -> assertThat(jws.payload())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo(example.path("payload").asText()));
    }

    @ParameterizedTest
    @MethodSource("privateKeys")
    void readsThePrivateKeysAndSignsWithThem(Path file) throws IOException {
        JsonNode example = read(file);
        FindingCollector findings = new FindingCollector();
        PrivateJwk key = JwkReader.standard()
                .readPrivateKey(MAPPER.writeValueAsBytes(example.path("privateKey")), findings)
                .orElseThrow();
        assertThat(findings.findings()).isEmpty();
        SigningKey signing = key.signingKey();
        if (signing.algorithm() == SignatureAlgorithm.PS256) {
            // What an RSA key without a word about it signs with here; the examples are older.
            signing = signing.withAlgorithm(SignatureAlgorithm.RS256);
        }
        JwsSigner signer = JwsSigner.with(signing).build();
        String token = signer.sign(example.path("payload").asText("payload").getBytes(StandardCharsets.UTF_8));
        if (example.path("reproducible").asBoolean()) {
            assertThat(token).isEqualTo(example.path("jws").asText());
        }
        JwsVerifier verifier = JwsVerifier.allowing(ALL).key(key.publicKey()).build();
        assertThat(verifier.verify(token).isVerified()).isTrue();
    }
}
