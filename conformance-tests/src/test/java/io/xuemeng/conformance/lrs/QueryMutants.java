package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.STATEMENTS;
import static io.xuemeng.conformance.lrs.LrsMutant.answering;
import static io.xuemeng.conformance.lrs.LrsMutant.dropping;
import static io.xuemeng.conformance.lrs.LrsMutant.has;
import static io.xuemeng.conformance.lrs.LrsMutant.json;
import static io.xuemeng.conformance.lrs.LrsMutant.mending;
import static io.xuemeng.conformance.lrs.LrsMutant.taking;
import static io.xuemeng.conformance.lrs.LrsMutant.value;
import static io.xuemeng.conformance.lrs.LrsMutant.with;
import static io.xuemeng.conformance.lrs.LrsMutant.without;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.XapiRoles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Stores that list, filter or form statements otherwise than they should. */
final class QueryMutants {

    private QueryMutants() {}

    static List<LrsMutant> all() {
        List<LrsMutant> all = new ArrayList<>();
        all.addAll(lists());
        all.addAll(filters());
        all.addAll(formats());
        return all;
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
