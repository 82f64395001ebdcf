package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.STATEMENTS;
import static io.xuemeng.conformance.lrs.LrsMutant.answering;
import static io.xuemeng.conformance.lrs.LrsMutant.dropping;
import static io.xuemeng.conformance.lrs.LrsMutant.has;
import static io.xuemeng.conformance.lrs.LrsMutant.mending;
import static io.xuemeng.conformance.lrs.LrsMutant.taking;
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
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.XapiRoles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Stores that store, list, filter or show statements otherwise than they should. */
final class AnswerMutants {

    private AnswerMutants() {}

    static List<LrsMutant> all() {
        List<LrsMutant> all = new ArrayList<>();
        all.addAll(resources());
        all.addAll(storing());
        all.addAll(shown());
        all.addAll(voiding());
        all.addAll(lists());
        all.addAll(filters());
        all.addAll(formats());
        return all;
    }

    private static List<LrsMutant> resources() {
        return List.of(
                answering(
                        "tells only those whom it knows what it is",
                        (asked, answer) ->
                                asked.path().equals("/about") && asked.isAnonymous() ? answer.status(401) : answer),
                answering(
                        "does not tell its versions",
                        (asked, answer) -> asked.path().equals("/about") ? json(answer, "{\"version\":[]}") : answer),
                answering("never says its version", (asked, answer) -> answer.withoutHeader(Dialogue.VERSION)),
                answering(
                        "says no version in errors",
                        (asked, answer) -> answer.status() >= 400 ? answer.withoutHeader(Dialogue.VERSION) : answer),
                answering(
                        "speaks 1.0.3 and no other 1.0",
                        (asked, answer) ->
                                asked.header(Dialogue.VERSION).orElse("").matches("1\\.0(?:\\.[0-29])?")
                                        ? answer.status(400)
                                        : answer),
                answering(
                        "has no HEAD", (asked, answer) -> asked.method().equals("HEAD") ? answer.status(405) : answer),
                LrsMutant.taking(
                        "answers HEAD with the body",
                        asked -> asked.method().equals("HEAD") ? LrsMutant.as(asked, "GET", asked.path()) : asked),
                answering(
                        "answers HEAD without entity tags",
                        (asked, answer) -> asked.method().equals("HEAD") ? answer.withoutHeader("ETag") : answer),
                changing("gives an agent for a person", "/agents", person -> {
                    person.put("objectType", "Agent");
                }),
                changing("gives a person one account", "/agents", person -> {
                    if (person.path("account").isArray()) {
                        person.set("account", person.path("account").path(0));
                    }
                }),
                answering(
                        "does not find activities that nobody described",
                        (asked, answer) -> asked.path().equals("/activities")
                                        && asked.method().equals("GET")
                                        && !answer.text().contains("definition")
                                ? answer.status(404)
                                : answer),
                changing("keeps no definitions", "/activities", activity -> activity.remove("definition")));
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
                            && LrsMutant.isSending(asked)
                            && Dialogue.json(text(asked)).isArray()) {
                        for (JsonNode statement : Dialogue.json(text(asked))) {
                            right.ask(asked.body(statement.toString()));
                        }
                    }
                    return answer;
                }),
                LrsMutant.remembering("shows the last of two statements of one id", AnswerMutants::overwriting));
    }

    /** A store that overwrites: it shows of each id the verb that came last. */
    private static UnaryOperator<HttpPlatform> overwriting() {
        Map<String, JsonNode> verbs = new ConcurrentHashMap<>();
        return right -> asked -> {
            HttpAnswer answer = right.ask(asked);
            if (LrsMutant.isSending(asked) && answer.status() != 400) {
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
                LrsMutant.remembering("lets the sender say who asserts", AnswerMutants::trusting),
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
            if (LrsMutant.isSending(asked)) {
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
                LrsMutant.remembering("voids what voids", () -> {
                    Map<String, Boolean> voided = new ConcurrentHashMap<>();
                    return right -> asked -> {
                        JsonNode statement = Dialogue.json(text(asked));
                        if (LrsMutant.isSending(asked)
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

    private static List<LrsMutant> lists() {
        return List.of(
                taking(
                        "lists the oldest first",
                        asked -> isList(asked) && !has(asked, "ascending")
                                ? asked.parameter("ascending", "true")
                                : asked),
                dropping("never lists the oldest first", STATEMENTS, "ascending"),
                dropping("gives all at once", STATEMENTS, "limit"),
                listing("points to no further page", list -> list.put("more", "")),
                listing("always points to a further page", list -> {
                    if (list.path("more").asText().isEmpty()) {
                        list.put("more", "/xapi/statements?limit=1");
                    }
                }),
                listing("loses a statement between two pages", list -> {
                    if (!list.path("more").asText().isEmpty()
                            && list.path("statements").size() > 1) {
                        ((ArrayNode) list.path("statements"))
                                .remove(list.path("statements").size() - 1);
                    }
                }),
                dropping("lists whatever was stored before since", STATEMENTS, "since"),
                moving("gives what was stored at since", "since", -1000),
                dropping("lists whatever was stored after until", STATEMENTS, "until"),
                moving("leaves out what was stored at until", "until", -1000),
                answering(
                        "does not say up to when lists are complete",
                        (asked, answer) -> answer.withoutHeader(Dialogue.CONSISTENT)),
                answering(
                        "does not say when statements were stored",
                        (asked, answer) ->
                                asked.path().equals(STATEMENTS) ? answer.withoutHeader("Last-Modified") : answer));
    }

    private static LrsMutant moving(String name, String parameter, long nanos) {
        return taking(
                name,
                asked -> asked.path().equals(STATEMENTS)
                                && XapiRoles.moment(value(asked, parameter)).isPresent()
                        ? with(
                                asked,
                                parameter,
                                XapiRoles.moment(value(asked, parameter))
                                        .orElseThrow()
                                        .plusNanos(nanos)
                                        .toString())
                        : asked);
    }

    private static List<LrsMutant> filters() {
        return List.of(
                dropping("filters by no verb", STATEMENTS, "verb"),
                dropping("filters by no activity", STATEMENTS, "activity"),
                dropping("filters by no agent", STATEMENTS, "agent"),
                dropping("filters by no registration", STATEMENTS, "registration"),
                dropping("finds activities only as objects", STATEMENTS, "related_activities"),
                dropping("finds agents only as actors and objects", STATEMENTS, "related_agents"),
                taking(
                        "finds activities anywhere",
                        asked -> isList(asked) && has(asked, "activity")
                                ? with(asked, "related_activities", "true")
                                : asked),
                taking(
                        "finds agents anywhere",
                        asked -> isList(asked) && has(asked, "agent") ? with(asked, "related_agents", "true") : asked),
                listing("does not look where statements refer to", list -> {
                    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
                    list.path("statements").forEach(statement -> {
                        if (!statement
                                .path("object")
                                .path("objectType")
                                .asText()
                                .equals("StatementRef")) {
                            kept.add(statement);
                        }
                    });
                    list.set("statements", kept);
                }),
                taking(
                        "goes by one filter at a time",
                        asked -> isList(asked) && has(asked, "agent") && has(asked, "activity")
                                ? without(asked, "verb")
                                : asked));
    }

    private static List<LrsMutant> formats() {
        return List.of(
                format("gives all when asked for ids", "ids", "exact"),
                format("gives all languages when asked for one", "canonical", "exact"),
                format("gives one language when asked for all", "exact", "canonical"),
                taking(
                        "gives whatever language it likes",
                        asked -> has(asked, "format") ? asked.header("Accept-Language", "en-US") : asked),
                dropping("gives no attachments", STATEMENTS, "attachments"),
                answering(
                        "ends lines of attachments as it likes",
                        (asked, answer) -> answer.mediaType().startsWith("multipart/")
                                ? answer.body(new String(answer.body(), StandardCharsets.ISO_8859_1)
                                        .replace("\r\n-", "\n-")
                                        .getBytes(StandardCharsets.ISO_8859_1))
                                : answer),
                taking(
                        "gives attachments to whoever asks for one statement",
                        asked -> asked.method().equals("GET") && has(asked, "statementId") && !has(asked, "limit")
                                ? with(asked, "attachments", "true")
                                : asked),
                mending("takes every statement for one of today", statement -> {
                    if (statement.has("timestamp") && statement.path("result").has("score")) {
                        statement.put("timestamp", "2026-11-01T00:00:00Z");
                    }
                }));
    }

    private static LrsMutant format(String name, String from, String to) {
        return taking(name, asked -> value(asked, "format").equals(from) ? with(asked, "format", to) : asked);
    }

    private static boolean isList(HttpQuestion asked) {
        return asked.method().equals("GET")
                && asked.path().equals(STATEMENTS)
                && !asked.isFromRoot()
                && !has(asked, "statementId")
                && !has(asked, "voidedStatementId")
                && !has(asked, "more");
    }

    private static HttpAnswer json(HttpAnswer answer, String text) {
        return answer.body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LrsMutant changing(String name, String path, Consumer<ObjectNode> edit) {
        return answering(name, (asked, answer) -> {
            if (asked.path().equals(path)
                    && asked.method().equals("GET")
                    && Dialogue.json(answer) instanceof ObjectNode object) {
                edit.accept(object);
                return json(answer, object.toString());
            }
            return answer;
        });
    }

    /** One that shows statements otherwise, alone and in lists. */
    private static LrsMutant showing(String name, Consumer<ObjectNode> edit) {
        return answering(name, (asked, answer) -> edited(asked, answer, edit));
    }

    private static HttpAnswer edited(HttpQuestion asked, HttpAnswer answer, Consumer<ObjectNode> edit) {
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

    private static LrsMutant listing(String name, Consumer<ObjectNode> edit) {
        return answering(name, (asked, answer) -> {
            if (asked.path().endsWith(STATEMENTS)
                    && Dialogue.json(answer) instanceof ObjectNode object
                    && object.has("statements")) {
                edit.accept(object);
                return json(answer, object.toString());
            }
            return answer;
        });
    }
}
