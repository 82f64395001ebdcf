package io.xuemeng.conformance.hub;

import static io.xuemeng.conformance.hub.HubMutant.answering;
import static io.xuemeng.conformance.hub.HubMutant.at;
import static io.xuemeng.conformance.hub.HubMutant.claiming;
import static io.xuemeng.conformance.hub.HubMutant.signing;
import static io.xuemeng.conformance.hub.HubMutant.stating;
import static io.xuemeng.conformance.hub.HubMutant.taking;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Wrong hubs. */
final class HubMutants {

    private static final String WELL_KNOWN = "/.well-known/openid-federation";
    private static final SigningKey STRANGERS = SigningKey.generate(KeyType.SM2);

    private HubMutants() {}

    static List<HubMutant> all() {
        List<HubMutant> all = new ArrayList<>();
        all.addAll(ofItself());
        all.addAll(headers());
        all.addAll(forms());
        all.addAll(policies());
        all.addAll(members());
        all.addAll(lists());
        all.addAll(transport());
        all.addAll(services());
        return all;
    }

    private static HttpAnswer text(HttpAnswer answer, UnaryOperator<String> change) {
        return answer.body(change.apply(answer.text()).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode entity(ObjectNode claims) {
        return claims.withObject("/metadata/federation_entity");
    }

    private static List<HubMutant> ofItself() {
        return List.of(
                at(
                        WELL_KNOWN,
                        "redirects to what it says of itself",
                        answer -> answer.status(302).header("Location", "/federation")),
                at(
                        WELL_KNOWN,
                        "calls what it says of itself a JWT",
                        answer -> answer.header("Content-Type", "application/jwt")),
                at(
                        WELL_KNOWN,
                        "calls what it says of itself JSON",
                        answer -> answer.header("Content-Type", "application/json")),
                claiming(
                        "speaks as another address of its own",
                        Token.CONFIGURATION,
                        claims -> claims.put("iss", "https://www.hub.example.cn")
                                .put("sub", "https://www.hub.example.cn")),
                claiming(
                        "ends its name with a slash",
                        Token.CONFIGURATION,
                        claims -> claims.put("iss", HandMadeHub.HUB + "/").put("sub", HandMadeHub.HUB + "/")),
                signing("publishes other keys than it signs with", Token.CONFIGURATION, token -> {
                    token.claims.set("jwks", Token.set(STRANGERS));
                }),
                stating("changed its key and told nobody", token -> {
                    token.key = STRANGERS;
                    token.header.put(
                            "kid",
                            Token.set(STRANGERS)
                                    .path("keys")
                                    .path(0)
                                    .path("kid")
                                    .asText());
                    if (token.kind.equals(Token.CONFIGURATION)) {
                        token.claims.set("jwks", Token.set(STRANGERS));
                    }
                }),
                claiming(
                        "names itself as its superior",
                        Token.CONFIGURATION,
                        claims -> claims.putArray("authority_hints").add(HandMadeHub.HUB)),
                claiming(
                        "has an empty list of superiors",
                        Token.CONFIGURATION,
                        claims -> claims.putArray("authority_hints")),
                claiming(
                        "does not say where its statements are",
                        Token.CONFIGURATION,
                        claims -> entity(claims).remove("federation_fetch_endpoint")),
                claiming(
                        "does not say where its list is",
                        Token.CONFIGURATION,
                        claims -> entity(claims).remove("federation_list_endpoint")),
                claiming(
                        "says where its list is by a path",
                        Token.CONFIGURATION,
                        claims -> entity(claims).put("federation_list_endpoint", "/list")),
                claiming(
                        "publishes its private key",
                        Token.CONFIGURATION,
                        claims -> ((ArrayNode) claims.path("jwks").path("keys"))
                                .add(((ObjectNode) Token.set(STRANGERS)
                                                .path("keys")
                                                .get(0))
                                        .put("d", "AAAA"))),
                claiming(
                        "publishes a key for encryption",
                        Token.CONFIGURATION,
                        claims -> ((ArrayNode) claims.path("jwks").path("keys"))
                                .add(Token.json("{'kty':'RSA','n':'AQAB','e':'AQAB','kid':'enc'}"))));
    }

    private static List<HubMutant> headers() {
        return List.of(
                stating("names no type of statements", token -> token.header.remove("typ")),
                stating("calls statements JWT", token -> token.header.put("typ", "JWT")),
                stating("names no key", token -> token.header.remove("kid")),
                signing(
                        "puts the chain into the header",
                        Token.MEMBER,
                        token -> token.header.putArray("trust_chain").add("e30.e30.e30")),
                signing(
                        "names the algorithm as it likes",
                        Token.MEMBER,
                        token -> token.header.put("alg", "SM3withSM2")),
                signing("signs SM2 under its own name", Token.MEMBER, token -> token.id = HandMadeHub.HUB),
                signing("signs SM2 under no name", Token.MEMBER, token -> token.id = ""),
                signing("writes signatures as DER", Token.MEMBER, token -> token.signature = HubMutants::der),
                signing("has another sign for members", Token.MEMBER, token -> token.key = STRANGERS),
                signing(
                        "signs before it completes",
                        Token.MEMBER,
                        token -> token.signature = bytes -> {
                            byte[] other = bytes.clone();
                            other[40] ^= 1;
                            return other;
                        }));
    }

    /** r and s as a SEQUENCE of two INTEGERs. */
    private static byte[] der(byte[] raw) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int from : new int[] {0, 32}) {
            byte[] number = new BigInteger(1, Arrays.copyOfRange(raw, from, from + 32)).toByteArray();
            parts.write(2);
            parts.write(number.length);
            parts.writeBytes(number);
        }
        ByteArrayOutputStream sequence = new ByteArrayOutputStream();
        sequence.write(0x30);
        sequence.write(parts.size());
        sequence.writeBytes(parts.toByteArray());
        return sequence.toByteArray();
    }

    private static List<HubMutant> forms() {
        long now = Instant.now().getEpochSecond();
        return List.of(
                claiming("speaks as a name", Token.MEMBER, claims -> claims.put("iss", "hub.example.cn")),
                claiming("does not say when it was issued", Token.MEMBER, claims -> claims.remove("iat")),
                claiming(
                        "lives in milliseconds",
                        Token.MEMBER,
                        claims -> claims.put("iat", now * 1000).put("exp", now * 1000 + 86_400_000)),
                claiming("is an hour ahead", Token.MEMBER, claims -> claims.put("iat", now + 3600)),
                claiming("issues statements without an end", Token.MEMBER, claims -> claims.remove("exp")),
                claiming(
                        "hands out statements that are over",
                        Token.MEMBER,
                        claims -> claims.put("iat", now - 90_000).put("exp", now - 3600)),
                claiming("vouches for no keys", Token.MEMBER, claims -> claims.remove("jwks")),
                claiming(
                        "vouches for keys without names",
                        Token.MEMBER,
                        claims -> ((ObjectNode) claims.path("jwks").path("keys").path(0)).remove("kid")),
                claiming(
                        "calls everything critical",
                        Token.MEMBER,
                        claims -> claims.putArray("crit").add("exp")),
                claiming(
                        "limits itself",
                        Token.CONFIGURATION,
                        claims -> claims.putObject("constraints").put("max_path_length", 1)),
                claiming(
                        "writes null for what it does not know",
                        Token.MEMBER,
                        claims -> claims.withObject("/metadata/openid_provider").putNull("logo_uri")),
                claiming(
                        "writes its policy without operators",
                        Token.MEMBER,
                        claims -> claims.withObject("/metadata_policy/openid_provider")
                                .put("subject_type", "pairwise")),
                claiming(
                        "writes numbers as text",
                        Token.MEMBER,
                        claims -> claims.withObject("/constraints").put("max_path_length", "1")),
                claiming(
                        "names issuers of marks without types",
                        Token.CONFIGURATION,
                        claims -> claims.putArray("trust_mark_issuers").add(HandMadeHub.HUB)),
                claiming(
                        "excludes its own members",
                        Token.MEMBER,
                        claims -> claims.withObject("/constraints/naming_constraints")
                                .putArray("permitted")
                                .add(".gov.example")),
                claiming(
                        "writes one value where there are several",
                        Token.MEMBER,
                        claims -> claims.withObject("/metadata_policy/openid_provider/scopes_supported")
                                .put("subset_of", "openid")),
                claiming(
                        "has policies that nothing fits",
                        Token.MEMBER,
                        claims -> claims.withObject("/metadata_policy/openid_provider/issuer")
                                .put("essential", true)
                                .putArray("one_of")
                                .add("https://other.example.cn")),
                claiming("combines what does not go together", Token.MEMBER, claims -> {
                    ObjectNode policy = claims.withObject("/metadata_policy/openid_provider/scopes_supported");
                    policy.putArray("one_of").add("openid");
                    policy.putArray("subset_of").add("openid");
                }),
                claiming("has operators of its own that are critical", Token.MEMBER, claims -> {
                    claims.withObject("/metadata_policy/openid_provider/scopes_supported")
                            .put("regexp", ".*");
                    claims.putArray("metadata_policy_crit").add("regexp");
                }),
                signing(
                        "writes members twice",
                        Token.MEMBER,
                        token -> token.written =
                                text -> text.replace("\"iss\":", "\"iss\":\"https://a.example.cn\",\"iss\":")),
                signing("writes comments", Token.CONFIGURATION, token -> token.written = text -> "/* hub */" + text),
                claiming(
                        "names its operator by phone number",
                        Token.CONFIGURATION,
                        claims -> entity(claims).put("operator", "李雷 13800138000")),
                claiming(
                        "tells who answers for a member",
                        Token.MEMBER,
                        claims -> claims.put("registered_by", "lilei@example.cn")));
    }

    private static ObjectNode subjectPolicy(ObjectNode claims) {
        return claims.withObject("/metadata_policy/openid_relying_party/subject_type");
    }

    private static List<HubMutant> policies() {
        long now = Instant.now().getEpochSecond();
        return List.of(
                claiming("vouches for a year", Token.MEMBER, claims -> claims.put("exp", now + 31_536_000)),
                claiming(
                        "speaks of itself for a month",
                        Token.CONFIGURATION,
                        claims -> claims.put("exp", now + 2_592_000)),
                claiming(
                        "leaves subjects to relying parties",
                        Token.MEMBER,
                        claims -> claims.withObject("/metadata_policy").remove("openid_relying_party")),
                claiming("makes subjects pairwise unless somebody wants something else", Token.MEMBER, claims -> {
                    subjectPolicy(claims).removeAll().put("default", "pairwise");
                }),
                claiming("offers public subjects beside pairwise ones", Token.MEMBER, claims -> {
                    ObjectNode policy = subjectPolicy(claims);
                    policy.removeAll().put("default", "pairwise");
                    policy.putArray("one_of").add("pairwise").add("public");
                }),
                claiming("forbids public subjects and asks for none", Token.MEMBER, claims -> {
                    ObjectNode policy = subjectPolicy(claims);
                    policy.removeAll();
                    policy.putArray("one_of").add("pairwise");
                }),
                claiming(
                        "makes every subject public",
                        Token.MEMBER,
                        claims -> subjectPolicy(claims).put("value", "public")));
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
