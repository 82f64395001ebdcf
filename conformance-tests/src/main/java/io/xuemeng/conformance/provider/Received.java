package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.conformance.http.HttpQuestion;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request that a sender made, and the status it was given. Immutable.
 *
 * @param question the request; that which is meant, when it came in the alternate syntax
 * @param body where its statements stand
 * @param status of the answer
 */
record Received(HttpQuestion question, StatementBody body, int status) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Received of(HttpQuestion question, int status) {
        return new Received(question, StatementBody.of(question), status);
    }

    /** Whether it sends statements. */
    boolean isSending() {
        return isSending(question);
    }

    static boolean isSending(HttpQuestion question) {
        boolean sends = question.method().equals("POST") || question.method().equals("PUT");
        return sends && question.path().equals("/statements");
    }

    /** The statements it sends; none when it holds no JSON. */
    List<JsonNode> statements() {
        List<JsonNode> statements = new ArrayList<>();
        try {
            JsonNode sent = JSON.readTree(body.json());
            if (sent != null && sent.isArray()) {
                sent.forEach(statements::add);
            } else if (sent != null && sent.isObject()) {
                statements.add(sent);
            }
        } catch (IOException e) {
            return List.of(); // what is no JSON is found by the tests, which read the bytes themselves
        }
        return statements;
    }

    /** The id of one of its statements: its own, or else that of a PUT; empty when the sender chose none. */
    Optional<String> id(JsonNode statement) {
        String own = statement.path("id").asText("");
        return own.isEmpty() ? statementId() : Optional.of(own);
    }

    private Optional<String> statementId() {
        String query = question.query();
        if (query == null || !question.method().equals("PUT")) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].equals("statementId") && !parts[1].isEmpty()) {
                return decoded(parts[1]);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not percent-encoded
        }
    }
}
