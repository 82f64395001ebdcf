package io.xuemeng.conformance.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.text.Excerpt;
import java.util.List;
import java.util.Optional;

/** The JSON that commands are asked in and answer in. Stateless and thread-safe. */
public final class JsonContract {

    private static final int MAX_SHOWN = 200;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonContract() {}

    /** An empty question. */
    public static ObjectNode question(String contract) {
        return JSON.createObjectNode().put("contract", contract);
    }

    /**
     * The object that a command answered.
     *
     * @throws NoAnswerException when it is none
     */
    public static JsonNode answer(String output) {
        try {
            JsonNode answer = JSON.readTree(output);
            if (answer != null && answer.isObject()) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            throw NoAnswerException.of("contract.json", e.getOriginalMessage(), shown(output));
        }
        throw NoAnswerException.of("contract.object", shown(output));
    }

    /**
     * A member that is one of some words.
     *
     * @throws NoAnswerException when it is absent or another
     */
    public static String oneOf(JsonNode answer, String name, List<String> words) {
        JsonNode value = answer.path(name);
        if (!value.isTextual() || !words.contains(value.textValue())) {
            throw NoAnswerException.of("contract.word", name, String.join(", ", words), shown(value.toString()));
        }
        return value.textValue();
    }

    /**
     * A member that is a text.
     *
     * @return empty when it is absent or null
     * @throws NoAnswerException when it is something else
     */
    public static Optional<String> text(JsonNode answer, String name) {
        JsonNode value = answer.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw NoAnswerException.of("contract.text", name, shown(value.toString()));
        }
        return Optional.of(value.textValue());
    }

    /**
     * A member that is a list.
     *
     * @return the empty list when it is absent
     * @throws NoAnswerException when it is something else
     */
    public static Iterable<JsonNode> list(JsonNode answer, String name) {
        JsonNode value = answer.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw NoAnswerException.of("contract.list", name, shown(value.toString()));
        }
        return value;
    }

    private static String shown(String text) {
        return Excerpt.of(text.strip(), MAX_SHOWN);
    }
}
