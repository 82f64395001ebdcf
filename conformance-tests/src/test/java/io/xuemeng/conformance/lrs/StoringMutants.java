package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.STATEMENTS;
import static io.xuemeng.conformance.lrs.LrsMutant.answering;
import static io.xuemeng.conformance.lrs.LrsMutant.edited;
import static io.xuemeng.conformance.lrs.LrsMutant.has;
import static io.xuemeng.conformance.lrs.LrsMutant.isSending;
import static io.xuemeng.conformance.lrs.LrsMutant.json;
import static io.xuemeng.conformance.lrs.LrsMutant.mending;
import static io.xuemeng.conformance.lrs.LrsMutant.remembering;
import static io.xuemeng.conformance.lrs.LrsMutant.text;
import static io.xuemeng.conformance.lrs.LrsMutant.value;
import static io.xuemeng.conformance.lrs.LrsMutant.with;
import static io.xuemeng.conformance.lrs.LrsMutant.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Stores that store, show or void statements otherwise than they should. */
final class StoringMutants {

    private StoringMutants() {}

    static List<LrsMutant> all() {
        List<LrsMutant> all = new ArrayList<>();
        all.addAll(storing());
        all.addAll(shown());
        all.addAll(voiding());
        return all;
    }

    private static List<LrsMutant> storing() {
        return List.of(
                answering(
                        "answers PUT of a statement with 200",
                        (asked, answer) -> asked.method().equals("PUT")
                                        && asked.path().equals(STATEMENTS)
                                        && answer.status() == 204
                                ? answer.status(200)
                                : answer),
                answering("gives the ids in the opposite order", (asked, answer) -> {
                    if (!asked.method().equals("POST") || !Dialogue.json(answer).isArray()) {
                        return answer;
                    }
                    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
                    Dialogue.json(answer).forEach(id -> ids.insert(0, id));
                    return json(answer, ids.toString());
                }),
                new LrsMutant("stores what is good of a batch", right -> asked -> {
                    HttpAnswer answer = right.ask(asked);
                    if (answer.status() == 400
                            && isSending(asked)
                            && Dialogue.json(text(asked)).isArray()) {
                        for (JsonNode statement : Dialogue.json(text(asked))) {
                            right.ask(asked.body(statement.toString()));
                        }
                    }
                    return answer;
                }),
                remembering("shows the last of two statements of one id", StoringMutants::overwriting));
    }

    /** A store that overwrites: it shows of each id the verb that came last. */
    private static UnaryOperator<HttpPlatform> overwriting() {
        Map<String, JsonNode> verbs = new ConcurrentHashMap<>();
        return right -> asked -> {
            HttpAnswer answer = right.ask(asked);
            if (isSending(asked) && answer.status() != 400) {
                JsonNode statement = Dialogue.json(text(asked));
                if (statement.has("id") && statement.has("verb")) {
                    verbs.put(statement.path("id").asText(), statement.path("verb"));
                }
            }
            return asked.method().equals("GET") && has(asked, "statementId")
                    ? edited(asked, answer, statement -> {
                        JsonNode verb = verbs.get(statement.path("id").asText());
                        if (verb != null) {
                            statement.set("verb", verb);
                        }
                    })
                    : answer;
        };
    }

    private static List<LrsMutant> shown() {
        return List.of(
                showing("does not say when it stored", statement -> statement.remove("stored")),
                showing("leaves statements without a timestamp", statement -> statement.remove("timestamp")),
                showing("does not say who asserts", statement -> statement.remove("authority")),
                remembering("lets the sender say who asserts", StoringMutants::trusting),
                showing("gives statements no version", statement -> statement.remove("version")),
                showing("rounds scores", statement -> {
                    if (statement.path("result").path("score") instanceof ObjectNode score && score.has("scaled")) {
                        score.set(
                                "scaled",
                                DoubleNode.valueOf(
                                        Math.round(score.path("scaled").asDouble() * 100) / 100.0));
                    }
                }),
                showing("drops what is null", statement -> {
                    if (statement.path("context").path("extensions") instanceof ObjectNode extensions) {
                        extensions.forEach(extension -> {
                            if (extension.path("a") instanceof ArrayNode list && list.size() > 2) {
                                list.remove(2);
                            }
                        });
                    }
                }),
                mending("forgets the offset of timestamps", statement -> {
                    String there = statement.path("timestamp").asText();
                    if (there.endsWith("+08:00")) {
                        statement.put("timestamp", there.replace("+08:00", "Z"));
                    }
                }),
                showing("knows no characters beyond the first plane", statement -> {
                    String there = statement.toString();
                    if (there.contains("𠮷")
                            && statement.path("object").path("definition").path("name") instanceof ObjectNode name) {
                        name.put("zh-CN", name.path("zh-CN").asText().replace("𠮷", "??"));
                    }
                }),
                showing("forgets who is in a group", statement -> {
                    if (statement.path("actor") instanceof ObjectNode actor
                            && actor.path("member").size() > 1) {
                        ((ArrayNode) actor.path("member")).remove(1);
                    }
                }),
                showing("gives one context activity alone", statement -> {
                    if (statement.path("context").path("contextActivities") instanceof ObjectNode activities
                            && activities.path("parent").size() == 1) {
                        activities.set("parent", activities.path("parent").path(0));
                    }
                }));
    }

    private static UnaryOperator<HttpPlatform> trusting() {
        Map<String, JsonNode> claimed = new ConcurrentHashMap<>();
        return right -> asked -> {
            if (isSending(asked)) {
                JsonNode statement = Dialogue.json(text(asked));
                if (statement.has("authority") && statement.has("id")) {
                    claimed.put(statement.path("id").asText(), statement.path("authority"));
                }
            }
            return edited(asked, right.ask(asked), statement -> {
                JsonNode authority = claimed.get(statement.path("id").asText());
                if (authority != null) {
                    statement.set("authority", authority);
                }
            });
        };
    }

    private static List<LrsMutant> voiding() {
        return List.of(
                new LrsMutant("gives voided statements like others", right -> asked -> {
                    HttpAnswer answer = right.ask(asked);
                    return answer.status() == 404 && has(asked, "statementId")
                            ? right.ask(with(
                                    without(asked, "statementId"), "voidedStatementId", value(asked, "statementId")))
                            : answer;
                }),
                answering(
                        "forgets what was voided",
                        (asked, answer) -> has(asked, "voidedStatementId") && answer.status() == 200
                                ? answer.status(404)
                                : answer),
                new LrsMutant("gives every statement as voided", right -> asked -> {
                    HttpAnswer answer = right.ask(asked);
                    return answer.status() == 404 && has(asked, "voidedStatementId") && !has(asked, "statementId")
                            ? right.ask(with(
                                    without(asked, "voidedStatementId"),
                                    "statementId",
                                    value(asked, "voidedStatementId")))
                            : answer;
                }),
                remembering("voids what voids", () -> {
                    Map<String, Boolean> voided = new ConcurrentHashMap<>();
                    return right -> asked -> {
                        JsonNode statement = Dialogue.json(text(asked));
                        if (isSending(asked)
                                && statement.path("verb").path("id").asText().endsWith("/voided")) {
                            voided.put(statement.path("object").path("id").asText(), true);
                        }
                        HttpAnswer answer = right.ask(asked);
                        return has(asked, "statementId") && voided.containsKey(value(asked, "statementId"))
                                ? answer.status(404)
                                : answer;
                    };
                }));
    }

    /** One that shows statements otherwise, alone and in lists. */
    private static LrsMutant showing(String name, Consumer<ObjectNode> edit) {
        return answering(name, (asked, answer) -> edited(asked, answer, edit));
    }
}
