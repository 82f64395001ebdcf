package io.xuemeng.conformance.hub;

import static io.xuemeng.conformance.hub.HubMutant.answering;
import static io.xuemeng.conformance.hub.HubMutant.at;
import static io.xuemeng.conformance.hub.HubMutant.claiming;
import static io.xuemeng.conformance.hub.HubMutant.signing;
import static io.xuemeng.conformance.hub.HubMutant.taking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.core.crypto.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Hubs that are wrong in how they answer: about members, lists, over HTTP and in further services. */
final class HubAnswerMutants {

    private static final SigningKey STRANGERS = HubMutants.STRANGERS;

    private HubAnswerMutants() {}

    static List<HubMutant> all() {
        return Stream.of(members(), lists(), transport(), services())
                .flatMap(List::stream)
                .toList();
    }

    private static HttpAnswer text(HttpAnswer answer, UnaryOperator<String> change) {
        return answer.body(change.apply(answer.text()).getBytes(StandardCharsets.UTF_8));
    }

    private static List<HubMutant> members() {
        String member = HandMadeHub.MEMBER;
        return List.of(
                at("/fetch", "gives statements as plain text", answer -> answer.header("Content-Type", "text/plain")),
                at(
                        "/fetch",
                        "asks for a token before it vouches",
                        answer -> answer.status() == 200
                                ? HandMadeHub.refused(401, "invalid_client").body(answer.body())
                                : answer),
                claiming(
                        "vouches for the first member always",
                        Token.MEMBER,
                        claims -> claims.put("sub", HandMadeHub.OTHER)),
                claiming(
                        "vouches as somebody below it",
                        Token.MEMBER,
                        claims -> claims.put("iss", "https://registry.hub.example.cn")),
                claiming(
                        "vouches for keys of the day before",
                        Token.MEMBER,
                        claims -> claims.set("jwks", Token.set(STRANGERS))),
                at("/fetch", "answers everything with 200", answer -> answer.status(200)),
                at(
                        "/fetch",
                        "has pages for errors",
                        answer -> answer.status() >= 400
                                ? text(answer, text -> "<html>error</html>").header("Content-Type", "text/html")
                                : answer),
                at(
                        "/fetch",
                        "does not describe errors",
                        answer -> text(answer, text -> text.replaceAll(",\"error_description\":\"no\"", ""))),
                at(
                        "/fetch",
                        "calls strangers invalid",
                        answer -> answer.status() == 404 ? HandMadeHub.refused(400, "invalid_subject") : answer),
                taking(
                        "/fetch",
                        "vouches for itself when nobody is named",
                        question ->
                                question.query() == null || !question.query().contains("sub=")
                                        ? question.parameter("sub", member)
                                        : question),
                taking(
                        "/fetch",
                        "vouches for itself as for a member",
                        question -> sub(question).equals(HandMadeHub.HUB)
                                ? Asking.get().parameter("sub", member)
                                : question),
                taking(
                        "/fetch",
                        "says that it does not know itself",
                        question -> sub(question).equals(HandMadeHub.HUB)
                                ? Asking.get().parameter("sub", "https://unknown.example.cn")
                                : question),
                taking(
                        "/fetch",
                        "vouches for whoever begins like a member",
                        question -> sub(question).startsWith(member)
                                ? question.query(null).parameter("sub", member)
                                : question),
                taking(
                        "/fetch",
                        "vouches for members in any letters",
                        question -> sub(question).equalsIgnoreCase(member)
                                ? question.query(null).parameter("sub", member)
                                : question),
                taking(
                        "/fetch",
                        "trims names",
                        question -> sub(question).strip().equals(member)
                                ? question.query(null).parameter("sub", member)
                                : question),
                taking(
                        "/fetch",
                        "takes the first of two subjects",
                        question -> question.query() != null && question.query().contains("&")
                                ? question.query(question.query().split("&")[0])
                                : question));
    }

    private static String sub(HttpQuestion question) {
        String query = question.query() == null ? "" : question.query();
        return query.startsWith("sub=") && !query.contains("&")
                ? java.net.URLDecoder.decode(query.substring(4), StandardCharsets.UTF_8)
                : "";
    }

    private static List<HubMutant> lists() {
        String member = '"' + HandMadeHub.MEMBER + '"';
        return List.of(
                at(
                        "/list",
                        "lists members within an object",
                        answer -> text(answer, text -> text.startsWith("[") ? "{\"members\":" + text + '}' : text)),
                at("/list", "lists members as plain text", answer -> answer.header("Content-Type", "text/plain")),
                at(
                        "/list",
                        "lists names beside addresses",
                        answer -> text(answer, text -> text.replace(member, member + ",\"示例省\""))),
                at(
                        "/list",
                        "lists members twice",
                        answer -> text(answer, text -> text.replace(member, member + ',' + member))),
                at(
                        "/list",
                        "lists itself",
                        answer -> text(answer, text -> text.replace(member, member + ",\"" + HandMadeHub.HUB + '"'))),
                at(
                        "/list",
                        "lists one member less",
                        answer -> text(
                                answer, text -> text.replace(member + ',', "").replace(member, ""))),
                at(
                        "/list",
                        "lists who left",
                        answer -> text(answer, text -> text.replace(member, member + ",\"https://left.example.cn\""))),
                taking("/list", "passes over types", question -> question.query("all=1")),
                taking(
                        "/list",
                        "passes over what it does not know",
                        question -> question.query() != null && question.query().contains("trust_mark_type")
                                ? question.query("all=1")
                                : question),
                taking(
                        "/list",
                        "lists by the last letters of types",
                        question -> question.query() == null
                                ? question
                                : question.query(question.query().replace("openid_relying_party", "openid_provider"))),
                answering(
                        "knows no types",
                        (path, question, right) -> path.equals("/list")
                                        && question.query() != null
                                        && question.query().contains("entity_type")
                                ? HandMadeHub.refused(400, "unsupported_parameter")
                                : right.ask(URI.create(HandMadeHub.HUB + path), question)));
    }

    private static List<HubMutant> transport() {
        return List.of(
                answering(
                        "takes whatever is put",
                        (path, question, right) ->
                                List.of("PUT", "PATCH", "DELETE").contains(question.method())
                                        ? right.ask(URI.create(HandMadeHub.HUB + path), question)
                                                .status(204)
                                        : right.ask(URI.create(HandMadeHub.HUB + path), question)),
                answering(
                        "breaks on methods that it does not know",
                        (path, question, right) -> question.method().equals("PATCH")
                                ? HandMadeHub.refused(500, "server_error")
                                : right.ask(URI.create(HandMadeHub.HUB + path), question)),
                answering("says that nothing is there for other methods", (path, question, right) -> {
                    HttpAnswer answer = right.ask(URI.create(HandMadeHub.HUB + path), question);
                    return answer.status() == 405 ? HandMadeHub.refused(404, "not_found") : answer;
                }),
                answering(
                        "does not say which methods there are",
                        (path, question, right) -> right.ask(URI.create(HandMadeHub.HUB + path), question)
                                .withoutHeader("Allow")),
                answering(
                        "has no HEAD",
                        (path, question, right) -> question.method().equals("HEAD")
                                ? HandMadeHub.refused(405, "invalid_request").body(new byte[0])
                                : right.ask(URI.create(HandMadeHub.HUB + path), question)),
                answering(
                        "answers HEAD with the body",
                        (path, question, right) -> right.ask(
                                URI.create(HandMadeHub.HUB + path),
                                question.method().equals("HEAD")
                                        ? HttpQuestion.of("GET", "").query(question.query())
                                        : question)),
                answering(
                        "lets everything be kept for a year",
                        (path, question, right) -> right.ask(URI.create(HandMadeHub.HUB + path), question)
                                .header("Cache-Control", "public, max-age=31536000")),
                at(
                        "/fetch",
                        "lets shared caches keep statements for a month",
                        answer -> answer.header("Cache-Control", "max-age=60, s-maxage=2592000")),
                answering(
                        "opens a session for everybody",
                        (path, question, right) -> right.ask(URI.create(HandMadeHub.HUB + path), question)
                                .header("Set-Cookie", "JSESSIONID=1")));
    }

    private static List<HubMutant> services() {
        return List.of(
                at("/resolve", "resolves as a JWT", answer -> answer.header("Content-Type", "application/jwt")),
                signing(
                        "resolves as a statement",
                        Token.RESOLVED,
                        token -> token.header.put("typ", "entity-statement+jwt")),
                signing("does not sign what it resolves", Token.RESOLVED, token -> token.key = STRANGERS),
                claiming("resolves without an end", Token.RESOLVED, claims -> claims.remove("exp")),
                claiming(
                        "resolves to what members say of themselves",
                        Token.RESOLVED,
                        claims -> claims.withObject("/metadata/openid_provider")
                                .putArray("subject_types_supported")
                                .add("public")
                                .add("pairwise")),
                claiming(
                        "resolves for a month",
                        Token.RESOLVED,
                        claims -> claims.put("exp", Instant.now().getEpochSecond() + 2_592_000)),
                taking(
                        "/resolve",
                        "resolves strangers",
                        question -> question.query() == null
                                ? question
                                : question.query(question.query()
                                        .replace("stranger.kit.example", "province.example.cn")
                                        .replace(
                                                "trust_anchor=https%3A%2F%2Fprovince.example.cn",
                                                "trust_anchor=https%3A%2F%2Fstranger.kit.example"))),
                taking(
                        "/resolve",
                        "resolves to its own anchor whatever is asked",
                        question -> question.query() == null
                                ? question
                                : question.query(question.query().replaceAll("&?trust_anchor=[^&]*", ""))
                                        .parameter("trust_anchor", HandMadeHub.HUB)),
                at(
                        "/mark",
                        "gives marks in JSON",
                        answer -> answer.status() == 200
                                ? text(answer, text -> "{\"trust_mark\":\"" + text + "\"}")
                                        .header("Content-Type", "application/json")
                                : answer),
                claiming(
                        "gives marks of another type",
                        Token.MARK,
                        claims -> claims.put("trust_mark_type", "https://hub.example.cn/marks/any")),
                taking(
                        "/mark",
                        "gives marks to strangers",
                        question -> question.query() == null
                                ? question
                                : question.query(
                                        question.query().replace("stranger.kit.example", "province.example.cn"))),
                at(
                        "/mark",
                        "says nothing where there is no mark",
                        answer -> answer.status() == 404 ? answer.body(new byte[0]) : answer),
                at("/mark-list", "lists nobody who has a mark", answer -> text(answer, text -> "[]")),
                at(
                        "/mark-list",
                        "lists who has a mark as it likes",
                        answer -> answer.header("Content-Type", "text/plain")),
                at(
                        "/mark-status",
                        "tells the status unsigned",
                        answer -> text(answer, text -> "{\"active\":true}").header("Content-Type", "application/json")),
                claiming("tells every status as expired", Token.STATUS, claims -> claims.put("status", "expired")),
                claiming("tells every status as active", Token.STATUS, claims -> claims.put("status", "active")),
                at(
                        "/mark-status",
                        "breaks on forged marks",
                        answer -> Payload.claims(answer.text())
                                        .path("status")
                                        .asText()
                                        .equals("invalid")
                                ? HandMadeHub.refused(500, "server_error")
                                : answer),
                at(
                        "/keys",
                        "publishes keys of the past unsigned",
                        answer -> text(answer, text -> Payload.claims(text).toString())
                                .header("Content-Type", "application/jwk-set+json")),
                claiming(
                        "does not say when keys ended",
                        Token.KEYS,
                        claims -> ((ObjectNode) claims.path("keys").path(0)).remove("exp")),
                signing("calls the set of the past a JWT", Token.KEYS, token -> token.header.put("typ", "JWT")));
    }
}
