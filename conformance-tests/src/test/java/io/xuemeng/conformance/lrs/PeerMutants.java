package io.xuemeng.conformance.lrs;

import static io.xuemeng.conformance.lrs.LrsMutant.STATEMENTS;
import static io.xuemeng.conformance.lrs.LrsMutant.answering;
import static io.xuemeng.conformance.lrs.LrsMutant.has;
import static io.xuemeng.conformance.lrs.LrsMutant.mending;
import static io.xuemeng.conformance.lrs.LrsMutant.taking;
import static io.xuemeng.conformance.lrs.LrsMutant.text;
import static io.xuemeng.conformance.lrs.LrsMutant.value;
import static io.xuemeng.conformance.lrs.Mending.under;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpPlatform;
import io.xuemeng.conformance.http.HttpQuestion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stores that are wrong as stores in use were seen to be: in what they take for JSON, when they are sent something again, in parts. */
final class PeerMutants {

    private static final String TYPE = "Content-Type";
    private static final String FIXED = "=====STORE=====";
    private static final Pattern ID = Pattern.compile("\"id\":\"(" + Mending.UUID.pattern() + ")\"");
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper ONCE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PeerMutants() {}

    static List<LrsMutant> all() {
        List<LrsMutant> all = new ArrayList<>();
        all.addAll(readers());
        all.addAll(again());
        all.addAll(requests());
        all.addAll(parts());
        all.addAll(shown());
        return all;
    }

    private static List<LrsMutant> readers() {
        return List.of(
                reading("reads JSON as other languages have it", body -> read(LENIENT, body.replace(":NaN", ":0"))),
                reading("ignores what follows a statement", body -> {
                    int end = body.lastIndexOf('}');
                    return end > 0 && end < body.length() - 1 && body.startsWith("{")
                            ? read(STRICT, body.substring(0, end + 1))
                            : null;
                }),
                reading("lets the last of two properties win", body -> read(ONCE, body)),
                taking(
                        "replaces bytes that are no UTF-8",
                        asked -> LrsMutant.isSending(asked)
                                ? asked.body(text(asked).getBytes(StandardCharsets.UTF_8))
                                : asked),
                mending("takes true for a number", under(List.of("score"), score -> {
                    if (score.path("raw").isBoolean()) {
                        score.put("raw", 1);
                    }
                })),
                refusing("knows hashes of 64 digits only", asked -> text(asked).matches("(?s).*[0-9a-f]{128}.*")),
                refusing(
                        "knows content types without parameters only",
                        asked -> asked.header(TYPE)
                                .filter(type -> type.startsWith("application/json;"))
                                .isPresent()));
    }

    /** One that reads, where what is sent is no JSON, something else than nothing. */
    private static LrsMutant reading(String name, Function<String, JsonNode> other) {
        return taking(name, asked -> {
            if (!LrsMutant.isSending(asked) || read(STRICT, text(asked)) != null) {
                return asked;
            }
            JsonNode read = other.apply(text(asked));
            return read == null ? asked : asked.body(read.toString());
        });
    }

    private static @Nullable JsonNode read(ObjectMapper mapper, String text) {
        try {
            JsonNode node = mapper.readTree(text);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static LrsMutant refusing(String name, Predicate<HttpQuestion> refused) {
        return answering(
                name,
                (asked, answer) -> asked.path().equals(STATEMENTS) && refused.test(asked) && answer.status() < 300
                        ? answer.status(400)
                        : answer);
    }

    private static List<LrsMutant> again() {
        return List.of(
                LrsMutant.remembering(
                        "answers 409 to whatever it has",
                        () -> remembering(409, asked -> LrsMutant.isSending(asked) || isMultipart(asked))),
                LrsMutant.remembering(
                        "refuses attachments that it has",
                        () -> remembering(400, asked -> text(asked).contains("X-Experience-API-Hash"))),
                new LrsMutant("reads, merges and writes as others do so", right -> asked -> {
                    boolean merges = asked.method().equals("POST")
                            && (has(asked, "stateId") || has(asked, "profileId"))
                            && asked.header("If-Match").isEmpty()
                            && Dialogue.json(text(asked)) instanceof ObjectNode;
                    HttpAnswer there = right.ask(LrsMutant.as(asked, "GET", asked.path())
                            .withoutHeader(TYPE)
                            .body(new byte[0]));
                    if (!merges || !(Dialogue.json(there) instanceof ObjectNode document) || there.status() != 200) {
                        return right.ask(asked);
                    }
                    pause();
                    document.setAll((ObjectNode) Dialogue.json(text(asked)));
                    HttpAnswer written = right.ask(LrsMutant.as(asked, "PUT", asked.path())
                            .header("If-Match", there.header("ETag").orElseThrow())
                            .body(document.toString()));
                    return written.status() == 412 ? written.status(204) : written;
                }),
                LrsMutant.remembering("answers 500 to one of two batches at once", () -> {
                    Semaphore free = new Semaphore(1);
                    return right -> asked -> {
                        if (!LrsMutant.isSending(asked) || !text(asked).startsWith("[")) {
                            return right.ask(asked);
                        }
                        if (!free.tryAcquire()) {
                            return new HttpAnswer(500, Map.of(), new byte[0]);
                        }
                        try {
                            pause();
                            return right.ask(asked);
                        } finally {
                            free.release();
                        }
                    };
                }));
    }

    /** Long enough for what comes at once to be there. */
    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a test is broken off", e);
        }
    }

    private static UnaryOperator<HttpPlatform> remembering(int status, Predicate<HttpQuestion> concerns) {
        Set<String> there = ConcurrentHashMap.newKeySet();
        return right -> asked -> {
            if (!concerns.test(asked)) {
                return right.ask(asked);
            }
            Set<String> ids = new HashSet<>();
            ids.add(value(asked, "statementId"));
            if (isMultipart(asked)) {
                Matcher matcher = ID.matcher(text(asked)); // the first is that of the statement
                ids.add(matcher.find() ? matcher.group(1) : "");
            } else {
                JsonNode sent = Dialogue.json(text(asked));
                (sent.isArray() ? sent : List.of(sent))
                        .forEach(statement -> ids.add(statement.path("id").asText()));
            }
            ids.remove("");
            HttpAnswer answer = right.ask(asked);
            if (answer.status() >= 300) {
                return answer;
            }
            boolean known = ids.stream().anyMatch(there::contains);
            there.addAll(ids);
            return known ? answer.status(status) : answer;
        };
    }

    private static List<LrsMutant> requests() {
        return List.of(
                taking(
                        "asks for no version with multipart",
                        asked -> isMultipart(asked)
                                        && asked.header(Dialogue.VERSION).isEmpty()
                                ? asked.header(Dialogue.VERSION, "2.0.0")
                                : asked),
                refusing(
                        "knows boundaries of letters and digits only",
                        asked -> isMultipart(asked)
                                && !asked.header(TYPE).orElse("").matches(".*boundary=\"?[A-Za-z0-9-]+\"?")),
                refusing(
                        "takes nothing before the first part",
                        asked -> isMultipart(asked)
                                && !text(asked).stripLeading().startsWith("--")),
                refusing(
                        "knows base64 of e-mail only",
                        asked -> Pattern.compile("\neyJ[A-Za-z0-9]*\\.[A-Za-z0-9]*[-_]")
                                .matcher(text(asked))
                                .find()),
                taking(
                        "takes every moment for one of UTC",
                        asked -> asked.path().equals(STATEMENTS) ? local(local(asked, "since"), "until") : asked),
                refusing(
                        "takes multipart only with data",
                        asked -> isMultipart(asked) && !text(asked).contains("X-Experience-API-Hash")),
                answering("writes agents into more as it likes", (asked, answer) -> {
                    if (has(asked, "agent")
                            && Dialogue.json(answer) instanceof ObjectNode list
                            && !list.path("more").asText().isEmpty()) {
                        list.put("more", "/xapi/statements?agent=[object Object]&limit=1");
                        return answer.body(list.toString().getBytes(StandardCharsets.UTF_8));
                    }
                    return answer;
                }),
                answering("writes documents in JSON anew", (asked, answer) -> {
                    boolean document = has(asked, "stateId") || has(asked, "profileId");
                    return document
                                    && asked.method().equals("GET")
                                    && answer.mediaType().equals(Dialogue.JSON)
                                    && answer.status() == 200
                            ? LrsMutant.json(
                                    answer, Dialogue.json(answer).toString().replace(".0,", ","))
                            : answer;
                }),
                answering("points to a further page whenever one is full", (asked, answer) -> {
                    if (has(asked, "limit")
                            && Dialogue.json(answer) instanceof ObjectNode list
                            && list.path("more").asText().isEmpty()
                            && list.path("statements").size() == Integer.parseInt(value(asked, "limit"))) {
                        list.put("more", "/xapi/statements?limit=1");
                        return answer.body(list.toString().getBytes(StandardCharsets.UTF_8));
                    }
                    return answer;
                }),
                taking("goes by the first language", asked -> {
                    String first = asked.header("Accept-Language").orElse("").replaceFirst("[,;].*", "");
                    return first.isEmpty() ? asked : asked.header("Accept-Language", first);
                }));
    }

    private static HttpQuestion local(HttpQuestion asked, String parameter) {
        return has(asked, parameter) && value(asked, parameter).endsWith("+08:00")
                ? LrsMutant.with(asked, parameter, value(asked, parameter).replace("+08:00", "Z"))
                : asked;
    }

    private static boolean isMultipart(HttpQuestion asked) {
        return asked.header(TYPE).filter(type -> type.startsWith("multipart/")).isPresent();
    }

    private static List<LrsMutant> parts() {
        return List.of(
                parted(
                        "ends the last part without a line",
                        body -> body.replaceFirst("\r\n(--[^\r\n]+--(?:\r\n)?)$", "$1")),
                answering("has one boundary for all", (asked, answer) -> {
                    String boundary = Parts.of(answer).map(Parts::boundary).orElse("");
                    return boundary.isEmpty()
                            ? answer
                            : answer.header(TYPE, "multipart/mixed; boundary=\"" + FIXED + '"')
                                    .body(latin(answer).replace(boundary, FIXED).getBytes(StandardCharsets.ISO_8859_1));
                }),
                answering(
                        "breaks when a list is asked for with attachments",
                        (asked, answer) -> value(asked, "attachments").equals("true") && !has(asked, "statementId")
                                ? answer.status(500)
                                : answer),
                answering(
                        "gives JSON when there are no attachments",
                        (asked, answer) -> Parts.of(answer)
                                .filter(parts -> parts.all().size() == 1)
                                .map(parts -> answer.header(TYPE, Dialogue.JSON)
                                        .body(parts.all().get(0).text().getBytes(StandardCharsets.UTF_8)))
                                .orElse(answer)),
                parted(
                        "drops empty lines at the beginning of attachments",
                        body -> body.replace("\r\n\r\n\r\n", "\r\n\r\n")),
                parted(
                        "does not say how parts are encoded",
                        body -> body.replaceAll("(?i)Content-Transfer-Encoding:[^\r\n]*\r\n", "")));
    }

    private static LrsMutant parted(String name, UnaryOperator<String> edit) {
        return answering(
                name,
                (asked, answer) -> answer.mediaType().startsWith("multipart/")
                        ? answer.body(edit.apply(latin(answer)).getBytes(StandardCharsets.ISO_8859_1))
                        : answer);
    }

    private static String latin(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }

    private static List<LrsMutant> shown() {
        return List.of(
                scores("keeps numbers as doubles", number -> DoubleNode.valueOf(number.doubleValue())),
                scores("keeps numbers as floats", number -> FloatNode.valueOf(number.floatValue())),
                showing("knows language tags by other names", statement -> {
                    if (statement.path("verb").path("display") instanceof ObjectNode display && display.has("zh-CN")) {
                        display.set("cmn-CN", display.remove("zh-CN"));
                    }
                }),
                extensions("writes dots for what stands for dots", extension -> {
                    if (extension.has("a&46;b")) {
                        extension.set("a.b", extension.remove("a&46;b"));
                    }
                }),
                extensions("ends texts at NUL", extension -> {
                    if (extension.path("nul").asText().indexOf('\0') >= 0) {
                        extension.set("nul", TextNode.valueOf("a"));
                    }
                }));
    }

    private static LrsMutant scores(String name, UnaryOperator<JsonNode> kept) {
        return showing(name, statement -> {
            if (statement.path("result").path("score") instanceof ObjectNode score && score.has("scaled")) {
                score.set("scaled", kept.apply(score.path("scaled")));
            }
        });
    }

    private static LrsMutant extensions(String name, Consumer<ObjectNode> edit) {
        return showing(name, statement -> {
            for (JsonNode extension : statement.path("context").path("extensions")) {
                if (extension instanceof ObjectNode object) {
                    edit.accept(object);
                }
            }
        });
    }

    private static LrsMutant showing(String name, Consumer<ObjectNode> edit) {
        return answering(name, (asked, answer) -> {
            if (!asked.path().endsWith(STATEMENTS)
                    || !asked.method().equals("GET")
                    || !(Dialogue.json(answer) instanceof ObjectNode object)) {
                return answer;
            }
            if (object.path("statements") instanceof ArrayNode statements) {
                statements.forEach(statement -> edit.accept((ObjectNode) statement));
            } else {
                edit.accept(object);
            }
            return answer.body(object.toString().getBytes(StandardCharsets.UTF_8));
        });
    }
}
