package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An LRS that is wrong in one way in which a vendor's could be: it takes a request for another, or answers otherwise. What it does is done
 * to the request before this project's engine answers it, or to the answer.
 *
 * @param name what it does
 * @param over makes it from the right LRS, anew for each run
 */
record LrsMutant(String name, UnaryOperator<HttpPlatform> over) {

    static final String STATEMENTS = "/statements";

    /** One that takes a request for another. */
    static LrsMutant taking(String name, UnaryOperator<HttpQuestion> question) {
        return new LrsMutant(name, right -> asked -> right.ask(question.apply(asked)));
    }

    /** One that answers otherwise. */
    static LrsMutant answering(String name, BiFunction<HttpQuestion, HttpAnswer, HttpAnswer> answer) {
        return new LrsMutant(name, right -> asked -> answer.apply(asked, right.ask(asked)));
    }

    /** One that remembers something from one request to the next. */
    static LrsMutant remembering(String name, Supplier<UnaryOperator<HttpPlatform>> fresh) {
        return new LrsMutant(name, right -> fresh.get().apply(right));
    }

    /** One that takes the JSON of statements for something else. */
    static LrsMutant reading(String name, UnaryOperator<JsonNode> view) {
        return taking(name, asked -> {
            if (!isSending(asked)) {
                return asked;
            }
            JsonNode there = Dialogue.json(text(asked));
            if (there.isMissingNode()) {
                return asked;
            }
            JsonNode seen = view.apply(there.deepCopy());
            return seen.equals(there) ? asked : asked.body(seen.toString());
        });
    }

    /** One that mends each statement it is sent. */
    static LrsMutant mending(String name, Consumer<ObjectNode> mend) {
        return reading(name, seen -> {
            (seen instanceof ArrayNode array ? array : List.of(seen)).forEach(statement -> {
                if (statement instanceof ObjectNode object) {
                    mend.accept(object);
                }
            });
            return seen;
        });
    }

    /** One that drops a parameter where a request has it. */
    static LrsMutant dropping(String name, String path, String parameter) {
        return taking(name, asked -> asked.path().equals(path) ? without(asked, parameter) : asked);
    }

    /** Whether statements are sent as JSON. */
    static boolean isSending(HttpQuestion asked) {
        boolean sends = asked.method().equals("POST") || asked.method().equals("PUT");
        return sends
                && asked.path().equals(STATEMENTS)
                && asked.header("Content-Type").filter(Dialogue.JSON::equals).isPresent();
    }

    static String text(HttpQuestion asked) {
        return new String(asked.body(), StandardCharsets.UTF_8);
    }

    static boolean has(HttpQuestion asked, String parameter) {
        return pairs(asked).stream().anyMatch(pair -> pair.startsWith(parameter + '='));
    }

    static String value(HttpQuestion asked, String parameter) {
        return pairs(asked).stream()
                .filter(pair -> pair.startsWith(parameter + '='))
                .map(pair -> java.net.URLDecoder.decode(pair.substring(parameter.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    static HttpQuestion without(HttpQuestion asked, String parameter) {
        return queried(
                asked,
                pairs(asked).stream()
                        .filter(pair -> !pair.startsWith(parameter + '='))
                        .toList());
    }

    static HttpQuestion with(HttpQuestion asked, String parameter, String value) {
        return without(asked, parameter).parameter(parameter, value);
    }

    static List<String> pairs(HttpQuestion asked) {
        return asked.query() == null ? List.of() : Arrays.asList(asked.query().split("&"));
    }

    static HttpQuestion queried(HttpQuestion asked, List<String> pairs) {
        return asked.query(pairs.isEmpty() ? null : pairs.stream().collect(Collectors.joining("&")));
    }

    /** The request with another method and path. */
    static HttpQuestion as(HttpQuestion asked, String method, String path) {
        HttpQuestion other = HttpQuestion.of(method, path).query(asked.query()).body(asked.body());
        for (HttpQuestion.Field field : asked.headers()) {
            other = other.header(field.name(), field.value());
        }
        return asked.isAnonymous() ? other.anonymous() : other;
    }

    /** The answer with other JSON. */
    static HttpAnswer json(HttpAnswer answer, String text) {
        return answer.body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer in which each statement is changed, alone and in lists; another answer as it is. */
    static HttpAnswer edited(HttpQuestion asked, HttpAnswer answer, Consumer<ObjectNode> edit) {
        if (!asked.path().endsWith(STATEMENTS)
                || answer.status() != 200
                || !(Dialogue.json(answer) instanceof ObjectNode object)) {
            return answer;
        }
        (object.has("statements") ? object.path("statements") : List.of(object)).forEach(statement -> {
            if (statement instanceof ObjectNode one) {
                edit.accept(one);
            }
        });
        return json(answer, object.toString());
    }

    @Override
    public String toString() {
        return name;
    }
}
