package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.STATEMENTS;
import static io.xuemeng.conformance.lrs.LrsMutant.answering;
import static io.xuemeng.conformance.lrs.LrsMutant.has;
import static io.xuemeng.conformance.lrs.LrsMutant.pairs;
import static io.xuemeng.conformance.lrs.LrsMutant.queried;
import static io.xuemeng.conformance.lrs.LrsMutant.taking;
import static io.xuemeng.conformance.lrs.LrsMutant.text;
import static io.xuemeng.conformance.lrs.LrsMutant.value;
import static io.xuemeng.conformance.lrs.LrsMutant.with;
import static io.xuemeng.conformance.lrs.LrsMutant.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Stores that take requests that are wrong. */
final class RequestMutants {

    private static final Set<String> RESOURCES = Set.of(
            "/statements",
            "/activities",
            "/activities/state",
            "/activities/profile",
            "/agents",
            "/agents/profile",
            "/about");
    private static final List<String> PARAMETERS = List.of(
            "limit",
            "statementId",
            "voidedStatementId",
            "agent",
            "verb",
            "activity",
            "registration",
            "since",
            "until",
            "format",
            "attachments",
            "ascending",
            "related_agents",
            "related_activities",
            "more",
            "method");
    private static final String TYPE = "Content-Type";
    private static final String FORM = "application/x-www-form-urlencoded";

    private RequestMutants() {}

    static List<LrsMutant> all() {
        List<LrsMutant> all = new ArrayList<>();
        all.addAll(requests());
        all.addAll(parameters());
        all.addAll(statements());
        all.addAll(parts());
        all.addAll(alternates());
        return all;
    }

    private static List<LrsMutant> requests() {
        return List.of(
                taking(
                        "answers every address",
                        asked -> RESOURCES.contains(asked.path()) || asked.isFromRoot()
                                ? asked
                                : LrsMutant.as(asked, asked.method(), "/about")),
                answering(
                        "answers methods that it has not with 404",
                        (asked, answer) -> answer.status() == 405 ? answer.status(404) : answer),
                taking(
                        "guesses the version",
                        asked -> asked.header(Dialogue.VERSION).isEmpty()
                                        && asked.header(TYPE)
                                                .filter(FORM::equals)
                                                .isEmpty()
                                ? asked.header(Dialogue.VERSION, "2.0.0")
                                : asked),
                taking(
                        "takes every version for the newest",
                        asked -> asked.header(Dialogue.VERSION)
                                        .filter(version -> !version.matches("[12]\\.0(?:\\.\\d+)?"))
                                        .isPresent()
                                ? asked.header(Dialogue.VERSION, "2.0.0")
                                : asked),
                taking(
                        "answers whoever asks",
                        asked -> asked.withoutHeader("Authorization").withCredentials()),
                taking("looks at no password", asked -> asked.withoutHeader("Authorization")),
                answering(
                        "answers 403 to whoever it does not know",
                        (asked, answer) -> answer.status() == 401 ? answer.status(403) : answer),
                taking(
                        "ignores content codings that it does not know",
                        asked -> asked.withoutHeader("Content-Encoding")));
    }

    private static List<LrsMutant> parameters() {
        return List.of(
                taking("ignores parameters that it does not know", asked -> without(asked, "limits")),
                taking(
                        "knows parameters in whatever case",
                        asked -> queried(
                                asked,
                                pairs(asked).stream()
                                        .map(RequestMutants::lowerName)
                                        .toList())),
                taking(
                        "answers about nobody when no agent is named",
                        asked -> asked.path().equals("/agents") && !has(asked, "agent")
                                ? asked.parameter("agent", "{\"mbox\":\"mailto:nobody@example.cn\"}")
                                : asked),
                taking("takes the first of two parameters of one name", asked -> {
                    Set<String> names = new HashSet<>();
                    return queried(
                            asked,
                            pairs(asked).stream()
                                    .filter(pair -> names.add(pair.replaceFirst("=.*", "")))
                                    .toList());
                }),
                ignoring("registration", value -> value.matches(Mending.UUID.pattern())),
                ignoring("verb", value -> value.matches(Mending.IRI.pattern())),
                ignoring("since", value -> !value.contains("09-31")),
                taking(
                        "reads true and false in whatever case",
                        asked -> has(asked, "ascending")
                                ? with(
                                        asked,
                                        "ascending",
                                        value(asked, "ascending").toLowerCase(Locale.ROOT))
                                : asked),
                ignoring("limit", value -> !value.startsWith("-")),
                taking(
                        "reads formats in whatever case",
                        asked -> has(asked, "format")
                                ? with(asked, "format", value(asked, "format").toLowerCase(Locale.ROOT))
                                : asked),
                taking(
                        "takes a group for an agent",
                        asked -> asked.path().equals("/agents")
                                        && value(asked, "agent").contains("Group")
                                ? with(asked, "agent", value(asked, "agent").replace("Group", "Agent"))
                                : asked),
                ignoring("agent", value -> !value.contains("\"Group\",\"member\"")),
                taking(
                        "takes one of two ids",
                        asked -> has(asked, "statementId") ? without(asked, "voidedStatementId") : asked),
                taking(
                        "filters nothing when one statement is asked for",
                        asked -> has(asked, "statementId") ? without(asked, "limit") : asked),
                taking(
                        "gives one document whenever it was changed",
                        asked -> has(asked, "stateId")
                                        && asked.header(Dialogue.VERSION)
                                                .filter("2.0.0"::equals)
                                                .isPresent()
                                ? without(asked, "since")
                                : asked),
                ignoring("more", value -> !value.equals("AQBlAAAAAAH")),
                taking(
                        "reads addresses in whatever encoding",
                        asked -> asked.query() == null
                                ? asked
                                : asked.query(asked.query().replace("%FF", "%C3%BF"))));
    }

    private static LrsMutant ignoring(String parameter, java.util.function.Predicate<String> good) {
        return taking(
                "ignores " + parameter + " when it is wrong",
                asked -> has(asked, parameter) && !good.test(value(asked, parameter))
                        ? without(asked, parameter)
                        : asked);
    }

    private static String lowerName(String pair) {
        String name = pair.replaceFirst("=.*", "");
        String lower = name.toLowerCase(Locale.ROOT);
        return PARAMETERS.contains(lower) ? lower + pair.substring(name.length()) : pair;
    }

    private static List<LrsMutant> statements() {
        return List.of(
                taking(
                        "takes statements of whatever content type",
                        asked -> sends(asked)
                                        && asked.header(TYPE)
                                                .filter("text/plain"::equals)
                                                .isPresent()
                                        && !has(asked, "method")
                                ? asked.header(TYPE, Dialogue.JSON)
                                : asked),
                taking(
                        "takes an array of one for one",
                        asked -> asked.method().equals("PUT") && text(asked).startsWith("[{")
                                ? asked.body(Dialogue.json(text(asked)).path(0).toString())
                                : asked),
                taking("goes by the id of the request", asked -> {
                    boolean puts = asked.method().equals("PUT") && asked.path().equals(STATEMENTS);
                    if (puts && Dialogue.json(text(asked)) instanceof ObjectNode statement && statement.has("id")) {
                        return asked.body(
                                statement.put("id", value(asked, "statementId")).toString());
                    }
                    return asked;
                }),
                answering(
                        "answers 204 to another statement of the same id",
                        (asked, answer) -> asked.path().equals(STATEMENTS) && answer.status() == 409
                                ? answer.status(204).body(new byte[0])
                                : answer),
                answering(
                        "answers 204 when there is no such statement",
                        (asked, answer) ->
                                asked.path().equals(STATEMENTS) && has(asked, "statementId") && answer.status() == 404
                                        ? answer.status(204).body(new byte[0])
                                        : answer),
                answering(
                        "answers 204 when there is no such document",
                        (asked, answer) -> (has(asked, "profileId") || has(asked, "stateId")) && answer.status() == 404
                                ? answer.status(204).body(new byte[0])
                                : answer),
                taking(
                        "takes as text what is called JSON and is none",
                        asked -> asked.path().endsWith("/profile")
                                        && asked.header(TYPE)
                                                .filter(Dialogue.JSON::equals)
                                                .isPresent()
                                        && Dialogue.json(text(asked)).isMissingNode()
                                ? asked.header(TYPE, "text/plain")
                                : asked),
                taking(
                        "ignores conditions that it does not understand",
                        asked -> asked.header("If-Match")
                                        .filter(tag -> !tag.matches("\\*|(W/)?\"[^\"]*\""))
                                        .isPresent()
                                ? asked.withoutHeader("If-Match").header("If-Match", "*")
                                : asked));
    }

    private static boolean sends(HttpQuestion asked) {
        return asked.path().equals(STATEMENTS)
                && (asked.method().equals("POST") || asked.method().equals("PUT"));
    }

    private static List<LrsMutant> parts() {
        return List.of(
                taking(
                        "finds the boundary by itself",
                        asked -> asked.header(TYPE)
                                        .filter("multipart/mixed"::equals)
                                        .isPresent()
                                ? asked.header(TYPE, "multipart/mixed; boundary=b")
                                : asked),
                multipart(
                        "takes a multipart that breaks off",
                        body -> body.contains("\r\n--b--") ? body : body + "\r\n--b--\r\n"),
                multipart(
                        "takes the first part whatever it is called",
                        body -> body.replaceFirst(
                                "^--b\r\nContent-Type: text/plain", "--b\r\nContent-Type: application/json")),
                multipart(
                        "computes the hash when it is not stated",
                        body -> body.contains("X-Experience-API-Hash") || !body.contains("Content-Transfer-Encoding")
                                ? body
                                : body.replaceFirst(
                                        "Content-Transfer-Encoding: binary",
                                        "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
                                                + body.replaceAll("(?s).*\"sha2\":\"([0-9a-f]+)\".*", "$1"))),
                multipart("computes no hash", body -> body.replace("simpler attachment", "simple attachment")),
                multipart(
                        "drops parts that nobody describes",
                        body -> body.replaceFirst("(?s)--b\r\n(?:(?!--b).)*\r\n\r\nanother\r\n", "")),
                multipart(
                        "takes parts of whatever encoding",
                        body -> body.replace("Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: binary")),
                LrsMutant.mending(
                        "takes statements without the data of attachments",
                        statement -> statement.path("attachments").forEach(attachment -> {
                            if (attachment instanceof ObjectNode object
                                    && !object.has("fileUrl")
                                    && object.path("usageType").asText().endsWith("/work")) {
                                object.put("fileUrl", "https://example.cn/file");
                            }
                        })),
                multipart(
                        "goes by what the statement says of a part",
                        body -> body.replace("Content-Type: image/png", "Content-Type: text/plain")),
                multipart(
                        "takes signatures whose data did not come along",
                        body -> body.contains("/signature") && !body.contains("X-Experience-API-Hash")
                                ? body.replaceFirst(",\"attachments\":\\[.*\\]}", "}")
                                : body),
                multipart(
                        "knows nothing of signatures",
                        body -> body.replace(
                                "http://adlnet.gov/expapi/attachments/signature", "http://example.cn/usage/work")));
    }

    private static LrsMutant multipart(String name, UnaryOperator<String> edit) {
        return taking(name, asked -> {
            if (asked.header(TYPE)
                    .filter(type -> type.equals("multipart/mixed; boundary=b"))
                    .isEmpty()) {
                return asked;
            }
            String body = new String(asked.body(), StandardCharsets.ISO_8859_1);
            return asked.body(edit.apply(body).getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    private static List<LrsMutant> alternates() {
        return List.of(
                taking(
                        "takes the alternate syntax in 2.0 too",
                        asked -> has(asked, "method")
                                        && asked.header(Dialogue.VERSION)
                                                .filter("2.0.0"::equals)
                                                .isPresent()
                                ? asked.header(Dialogue.VERSION, "1.0.3")
                                : asked),
                taking(
                        "takes a method that it has not for GET",
                        asked -> value(asked, "method").equals("DELETE") ? with(asked, "method", "GET") : asked),
                taking(
                        "takes parameters from wherever they stand",
                        asked -> has(asked, "method") ? without(asked, "limit") : asked),
                taking("takes every body for a form", asked -> has(asked, "method") ? asked.header(TYPE, FORM) : asked),
                taking(
                        "takes a statement that is not there",
                        asked -> value(asked, "method").equals("PUT")
                                        && !text(asked).contains("content=")
                                ? asked.body(text(asked) + "&content="
                                        + java.net.URLEncoder.encode(
                                                "{\"actor\":{\"mbox\":\"mailto:a@example.cn\"},\"verb\":{\"id\":\"http://a.cn/v\"},"
                                                        + "\"object\":{\"id\":\"http://a.cn/a\"}}",
                                                StandardCharsets.UTF_8))
                                : asked));
    }

    static HttpAnswer empty(HttpAnswer answer, int status) {
        return answer.status(status).body(new byte[0]);
    }
}
