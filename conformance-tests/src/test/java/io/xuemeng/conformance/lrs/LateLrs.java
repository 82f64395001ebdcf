package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An LRS that answers before it shows what it stored, as xAPI allows, and says so: for the next requests about statements, those that are
 * new are not there, and X-Experience-API-Consistent-Through lies before them. Counted in requests, so that nothing depends on a clock.
 */
final class LateLrs implements HttpPlatform {

    private static final int REQUESTS = 3;

    /** Statements of one request, which are not shown yet. */
    private static final class Hidden {
        final Instant before = Instant.now().minusMillis(1);
        int requests = REQUESTS;
    }

    private final HttpPlatform right;
    private final Map<String, Hidden> hidden = new HashMap<>();

    LateLrs(HttpPlatform right) {
        this.right = right;
    }

    @Override
    public synchronized HttpAnswer ask(HttpQuestion asked) throws IOException {
        if (asked.method().equals("GET") && asked.path().contains("statements")) {
            return shown(asked, right.ask(asked));
        }
        Set<String> there = LrsMutant.isSending(asked) ? there(asked) : Set.of();
        Hidden fresh = new Hidden();
        HttpAnswer answer = right.ask(asked);
        if (asked.path().equals(LrsMutant.STATEMENTS) && answer.status() < 300) {
            for (String id : stored(asked, answer)) {
                if (!there.contains(id)) {
                    hidden.put(id, fresh);
                }
            }
        }
        return answer;
    }

    /** The ids of those that are sent and were there before. */
    private Set<String> there(HttpQuestion asked) throws IOException {
        Set<String> ids = new HashSet<>();
        ids.add(LrsMutant.value(asked, "statementId"));
        JsonNode sent = Dialogue.json(LrsMutant.text(asked));
        (sent instanceof ArrayNode array ? array : List.of(sent))
                .forEach(statement -> ids.add(statement.path("id").asText()));
        Set<String> there = new HashSet<>();
        for (String id : ids) {
            HttpQuestion one = HttpQuestion.of("GET", LrsMutant.STATEMENTS)
                    .header(Dialogue.VERSION, "2.0.0")
                    .parameter("statementId", id);
            if (right.ask(one).status() == 200) {
                there.add(id);
            }
        }
        return there;
    }

    private static List<String> stored(HttpQuestion asked, HttpAnswer answer) {
        if (asked.method().equals("PUT")) {
            return List.of(LrsMutant.value(asked, "statementId"));
        }
        List<String> ids = new ArrayList<>();
        if (Dialogue.json(answer) instanceof ArrayNode given) {
            given.forEach(id -> ids.add(id.asText()));
        }
        return ids;
    }

    private HttpAnswer shown(HttpQuestion asked, HttpAnswer answer) {
        if (hidden.isEmpty() || answer.status() >= 400) {
            return answer;
        }
        Instant through = hidden.values().stream()
                .map(statement -> statement.before)
                .min(Instant::compareTo)
                .orElseThrow();
        HttpAnswer told = answer.header(Dialogue.CONSISTENT, through.toString());
        HttpAnswer shown = hidden.containsKey(LrsMutant.value(asked, "statementId"))
                ? told.status(404).body(new byte[0])
                : told.body(without(told.body()));
        new HashSet<>(hidden.values()).forEach(statement -> statement.requests--);
        hidden.values().removeIf(statement -> statement.requests <= 0);
        return shown;
    }

    private byte[] without(byte[] body) {
        JsonNode list = Dialogue.json(new String(body, StandardCharsets.UTF_8));
        if (list instanceof ObjectNode object && object.path("statements") instanceof ArrayNode statements) {
            Iterator<JsonNode> each = statements.iterator();
            while (each.hasNext()) {
                if (hidden.containsKey(each.next().path("id").asText())) {
                    each.remove();
                }
            }
            return object.toString().getBytes(StandardCharsets.UTF_8);
        }
        return body;
    }
}
