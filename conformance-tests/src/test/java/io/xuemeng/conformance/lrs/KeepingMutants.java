package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.answering;
import static io.xuemeng.conformance.lrs.LrsMutant.has;
import static io.xuemeng.conformance.lrs.LrsMutant.taking;
import static io.xuemeng.conformance.lrs.LrsMutant.value;
import static io.xuemeng.conformance.lrs.LrsMutant.with;
import static io.xuemeng.conformance.lrs.LrsMutant.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Stores that keep documents otherwise than they should. */
final class KeepingMutants {

    private static final Set<String> PLACES = Set.of("/activities/state", "/agents/profile", "/activities/profile");
    private static final String NOBODY = "{\"mbox\":\"mailto:nobody@example.cn\"}";

    private KeepingMutants() {}

    static List<LrsMutant> all() {
        return List.of(
                answering(
                        "answers every document as text",
                        (asked, answer) -> isOne(asked, "GET") && answer.status() == 200
                                ? answer.header("Content-Type", "text/plain")
                                : answer),
                answering(
                        "reads documents as UTF-8",
                        (asked, answer) -> isOne(asked, "GET")
                                ? answer.body(answer.text().getBytes(StandardCharsets.UTF_8))
                                : answer),
                answering(
                        "answers PUT of a document with 200",
                        (asked, answer) -> isOne(asked, "PUT") && answer.status() == 204 ? answer.status(200) : answer),
                new LrsMutant("replaces where it should merge", right -> asked -> {
                    boolean merges = isOne(asked, "POST")
                            && asked.header("Content-Type")
                                    .filter(Dialogue.JSON::equals)
                                    .isPresent()
                            && Dialogue.json(LrsMutant.text(asked)).isObject()
                            && asked.header("If-Match").isEmpty();
                    return merges ? right.ask(known(put(asked), right)) : right.ask(asked);
                }),
                new LrsMutant("merges below the first level too", right -> asked -> {
                    JsonNode sent = Dialogue.json(LrsMutant.text(asked));
                    HttpAnswer there = isOne(asked, "POST")
                            ? right.ask(get(asked))
                            : new HttpAnswer(404, java.util.Map.of(), new byte[0]);
                    if (there.status() == 200
                            && sent.path("b") instanceof ObjectNode inner
                            && Dialogue.json(there).path("b") instanceof ObjectNode kept) {
                        kept.setAll(inner);
                        return right.ask(
                                asked.body(((ObjectNode) sent).set("b", kept).toString()));
                    }
                    return right.ask(asked);
                }),
                answering("lists all ids but the last", (asked, answer) -> {
                    if (isAll(asked, "GET") && Dialogue.json(answer) instanceof ArrayNode ids && ids.size() > 1) {
                        ids.remove(ids.size() - 1);
                        return answer.body(ids.toString().getBytes(StandardCharsets.UTF_8));
                    }
                    return answer;
                }),
                taking(
                        "lists whatever changed before since",
                        asked -> isAll(asked, "GET") ? without(asked, "since") : asked),
                new LrsMutant(
                        "deletes nothing",
                        right -> asked -> isOne(asked, "DELETE")
                                        && asked.header("If-Match").isEmpty()
                                ? new HttpAnswer(
                                        204, java.util.Map.of(Dialogue.VERSION, List.of(version(asked))), new byte[0])
                                : right.ask(asked)),
                taking(
                        "deletes all states when one is to be deleted",
                        asked -> isOne(asked, "DELETE")
                                        && asked.header("If-Match").isEmpty()
                                ? without(asked, "stateId")
                                : asked),
                new LrsMutant(
                        "deletes no states that are not named",
                        right -> asked -> isAll(asked, "DELETE")
                                ? new HttpAnswer(
                                        204, java.util.Map.of(Dialogue.VERSION, List.of(version(asked))), new byte[0])
                                : right.ask(asked)),
                taking(
                        "keeps states without their registration",
                        asked -> PLACES.contains(asked.path()) ? without(asked, "registration") : asked),
                taking(
                        "keeps states and profiles without their agent",
                        asked -> PLACES.contains(asked.path()) && has(asked, "agent")
                                ? with(asked, "agent", NOBODY)
                                : asked),
                taking(
                        "keeps states and profiles without their activity",
                        asked -> PLACES.contains(asked.path()) && has(asked, "activityId")
                                ? with(asked, "activityId", "https://example.cn/one")
                                : asked),
                answering(
                        "does not say when documents changed",
                        (asked, answer) -> isOne(asked, "GET") ? answer.withoutHeader("Last-Modified") : answer),
                answering(
                        "gives no entity tags",
                        (asked, answer) -> isOne(asked, "GET") ? answer.withoutHeader("ETag") : answer),
                answering(
                        "gives entity tags without quotes",
                        (asked, answer) -> isOne(asked, "GET")
                                        && answer.header("ETag").isPresent()
                                ? answer.header(
                                        "ETag",
                                        answer.header("ETag").orElseThrow().replace("\"", ""))
                                : answer),
                answering(
                        "gives every document one entity tag",
                        (asked, answer) ->
                                isOne(asked, "GET") && answer.header("ETag").isPresent()
                                        ? answer.header("ETag", "\"1\"")
                                        : answer),
                taking(
                        "takes no entity tag for the current one",
                        asked -> asked.header("If-Match").isPresent() ? asked.header("If-Match", "\"other\"") : asked),
                heedless(
                        "replaces what changed meanwhile",
                        "If-Match",
                        (asked, tag) -> asked.method().equals("PUT")),
                heedless(
                        "merges into what changed meanwhile",
                        "If-Match",
                        (asked, tag) -> asked.method().equals("POST")),
                heedless(
                        "deletes what changed meanwhile",
                        "If-Match",
                        (asked, tag) -> asked.method().equals("DELETE")),
                heedless("creates what is there", "If-None-Match", (asked, tag) -> true),
                new LrsMutant(
                        "replaces documents blindly",
                        right -> asked -> isOne(asked, "PUT") && isUnconditional(asked)
                                ? right.ask(known(asked, right))
                                : right.ask(asked)),
                answering(
                        "answers 400 where 412 is asked for",
                        (asked, answer) -> answer.status() == 412 ? answer.status(400) : answer),
                new LrsMutant("replaces what it cannot merge", right -> asked -> {
                    HttpAnswer answer = right.ask(asked);
                    boolean refused = isOne(asked, "POST") && answer.status() == 400;
                    return refused ? right.ask(known(put(asked), right)) : answer;
                }),
                answering(
                        "answers 204 to what it cannot merge",
                        (asked, answer) -> isOne(asked, "POST") && answer.status() == 400
                                ? RequestMutants.empty(answer, 204)
                                : answer),
                answering(
                        "refuses posted text and keeps it",
                        (asked, answer) -> isPostedText(asked) ? answer.status(400) : answer),
                taking(
                        "takes posted text for JSON",
                        asked -> isPostedText(asked)
                                ? asked.header("Content-Type", Dialogue.JSON)
                                        .body(TextNode.valueOf(LrsMutant.text(asked))
                                                .toString())
                                : asked),
                answering(
                        "answers 415 to posted text",
                        (asked, answer) -> isPostedText(asked) && answer.status() == 204
                                ? RequestMutants.empty(answer, 415)
                                : answer),
                LrsMutant.remembering("never takes what came while it was busy", () -> {
                    Set<String> busy = ConcurrentHashMap.newKeySet();
                    Set<String> refused = ConcurrentHashMap.newKeySet();
                    return right -> asked -> {
                        String document = asked.path() + '?' + asked.query();
                        String merge = document + LrsMutant.text(asked);
                        if (!isOne(asked, "POST") || isPostedText(asked)) {
                            return right.ask(asked);
                        }
                        if (refused.contains(merge) || !busy.add(document)) {
                            refused.add(merge);
                            return RequestMutants.empty(right.ask(get(asked)), 409);
                        }
                        try {
                            PeerMutants.pause();
                            return right.ask(asked);
                        } finally {
                            busy.remove(document);
                        }
                    };
                }));
    }

    private static boolean isPostedText(HttpQuestion asked) {
        return isOne(asked, "POST")
                && asked.header("Content-Type")
                        .filter(type -> type.startsWith("text/"))
                        .isPresent();
    }

    private static LrsMutant heedless(String name, String condition, BiPredicate<HttpQuestion, String> where) {
        return new LrsMutant(name, right -> asked -> {
            Predicate<String> here = tag -> where.test(asked, tag);
            boolean heedless = PLACES.contains(asked.path())
                    && asked.header(condition).filter(here).isPresent();
            return right.ask(heedless ? known(asked.withoutHeader(condition), right) : asked);
        });
    }

    /** The change as if its sender knew the document that is there, or that there is none. */
    private static HttpQuestion known(HttpQuestion asked, HttpPlatform right) throws IOException {
        HttpAnswer there = right.ask(get(asked));
        String tag = there.header("ETag").orElse("");
        return there.status() == 200 ? asked.header("If-Match", tag) : asked.header("If-None-Match", "*");
    }

    private static HttpQuestion get(HttpQuestion asked) {
        return LrsMutant.as(asked, "GET", asked.path())
                .withoutHeader("If-Match")
                .withoutHeader("If-None-Match")
                .withoutHeader("Content-Type")
                .body(new byte[0]);
    }

    private static HttpQuestion put(HttpQuestion asked) {
        return LrsMutant.as(asked, "PUT", asked.path());
    }

    private static String version(HttpQuestion asked) {
        return asked.header(Dialogue.VERSION).orElse("2.0.0");
    }

    private static boolean isUnconditional(HttpQuestion asked) {
        return asked.header("If-Match").isEmpty()
                && asked.header("If-None-Match").isEmpty();
    }

    private static boolean isOne(HttpQuestion asked, String method) {
        boolean named =
                !value(asked, "stateId").isEmpty() || !value(asked, "profileId").isEmpty();
        return PLACES.contains(asked.path()) && asked.method().equals(method) && named;
    }

    private static boolean isAll(HttpQuestion asked, String method) {
        boolean named = has(asked, "stateId") || has(asked, "profileId");
        return PLACES.contains(asked.path()) && asked.method().equals(method) && !named;
    }
}
