package io.xuemeng.core.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of C2SP/wycheproof, see the README beside them, against a verifier that allows every algorithm there is here. */
class WycheproofTest {

    /** What is valid there and refused here, with what is found. */
    private static final Map<String, String> DECISIONS = Map.ofEntries(
            // HMAC, which verifies nobody's identity: no symmetric keys.
            Map.entry("357", "JWS-008"),
            Map.entry("358", "JWS-008"),
            Map.entry("359", "JWS-008"),
            Map.entry("376", "JWS-008"),
            Map.entry("377", "JWS-008"),
            // HMAC again, and a question mark in the encoding that the vectors call valid.
            Map.entry("372", "JWS-003"),
            Map.entry("373", "JWS-008"),
            // PS384 with a key that says it is for PS256, and ES512: neither is one of the algorithms here.
            Map.entry("350", "JWS-008"),
            Map.entry("351", "JWS-008"));

    record Vector(String id, String comment, JsonNode keys, String jws, boolean valid) {
        @Override
        public String toString() {
            return id + ' ' + comment;
        }
    }

    static List<Vector> signatures() throws IOException {
        return vectors("json_web_signature.json");
    }

    static List<Vector> keys() throws IOException {
        return vectors("json_web_key.json");
    }

    private static List<Vector> vectors(String file) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        try (InputStream in = WycheproofTest.class.getResourceAsStream("wycheproof/" + file)) {
            for (JsonNode group : new ObjectMapper().readTree(in).path("testGroups")) {
                JsonNode keys = group.has("public") ? group.path("public") : group.path("private");
                for (JsonNode test : group.path("tests")) {
                    vectors.add(new Vector(
                            test.path("tcId").asText(),
                            test.path("comment").asText(),
                            keys,
                            test.path("jws").asText(),
                            test.path("result").asText().equals("valid")));
                }
            }
        }
        return vectors;
    }

    private static JwsResult verify(Vector vector) {
        String set = vector.keys.has("keys") ? vector.keys.toString() : "{\"keys\":[" + vector.keys + "]}";
        JwkSet keys = JwkReader.standard().readSet(set.getBytes(StandardCharsets.UTF_8), finding -> {});
        return JwsVerifier.allowing(EnumSet.allOf(SignatureAlgorithm.class))
                .keys(keys)
                .build()
                .verify(vector.jws);
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void aTokenIsJudgedAsTheVectorSays(Vector vector) {
        JwsResult result = verify(vector);
        String decision = DECISIONS.get(vector.id);

        assertThat(result.isVerified()).isEqualTo(vector.valid && decision == null);
        assertThat(result.findings().isEmpty()).isEqualTo(result.isVerified());
        if (decision != null) {
            assertThat(Tokens.ids(result)).contains(decision);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsJudgedAsTheVectorSays(Vector vector) {
        assertThat(verify(vector).isVerified()).isEqualTo(vector.valid);
    }

    @Test
    void allVectorsAreRunAndEveryDecisionIsAboutOne() throws IOException {
        assertThat(signatures()).hasSize(105);
        assertThat(keys()).hasSize(14);
        assertThat(Stream.of(signatures())
                        .flatMap(List::stream)
                        .filter(Vector::valid)
                        .map(Vector::id))
                .containsAll(DECISIONS.keySet());
    }
}
