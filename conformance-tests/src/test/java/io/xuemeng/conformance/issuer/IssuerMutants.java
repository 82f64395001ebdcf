package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.http.HttpQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Issuers that are wrong in one way each. */
final class IssuerMutants {

    private IssuerMutants() {}

    static List<IssuerMutant> all() {
        List<IssuerMutant> all = new ArrayList<>();
        Arrays.stream(Habit.values()).map(IssuerMutant::with).forEach(all::add);
        addDocuments(all);
        addKeys(all);
        addClaims(all);
        addHeaders(all);
        addJson(all);
        addAccessTokens(all);
        addStatements(all);
        addLogoutTokens(all);
        return all;
    }

    private static void addDocuments(List<IssuerMutant> all) {
        all.add(IssuerMutant.metadata("calls itself by a slash more", d -> d.put("issuer", HandMadeIssuer.ID + '/')));
        all.add(IssuerMutant.metadata("says not where its keys are", d -> d.remove("jwks_uri")));
        all.add(IssuerMutant.metadata("says not what it answers with", d -> d.remove("response_types_supported")));
        all.add(IssuerMutant.metadata(
                "offers none",
                d -> d.withArray("id_token_signing_alg_values_supported").add("none")));
        all.add(IssuerMutant.metadata(
                "offers shared keys",
                d -> d.withArray("id_token_signing_alg_values_supported").add("HS256")));
        all.add(IssuerMutant.metadata("offers no proof keys", d -> d.remove("code_challenge_methods_supported")));
        all.add(IssuerMutant.metadata(
                "offers plain proof keys",
                d -> d.withArray("code_challenge_methods_supported").add("plain")));
        all.add(IssuerMutant.metadata(
                "signs out in the open", d -> d.put("end_session_endpoint", "http://issuer.kit.example/out")));
        all.add(IssuerMutant.metadata(
                "offers public subjects",
                d -> d.withArray("subject_types_supported").add("public")));
        all.add(IssuerMutant.metadata(
                "says not that answers name it", d -> d.remove("authorization_response_iss_parameter_supported")));
        IssuerMutant away = IssuerMutant.metadata("answers its document with 404", d -> {});
        away.documentStatus = 404;
        all.add(away);
    }

    private static IssuerMutant key(String name, Consumer<ObjectNode> edit) {
        return IssuerMutant.keys("publishes " + name, text -> edited(text, edit));
    }

    /** A second key beside the good one, edited. */
    private static String edited(String set, Consumer<ObjectNode> edit) {
        JsonNode keys = Json.of(set);
        ObjectNode second = keys.path("keys").path(0).deepCopy();
        second.put("kid", "second");
        edit.accept(second);
        ((ArrayNode) keys.path("keys")).add(second);
        return keys.toString();
    }

    private static void addKeys(List<IssuerMutant> all) {
        all.add(IssuerMutant.keys("publishes an array for a set", text -> "[" + text + "]"));
        all.add(IssuerMutant.keys("publishes text among keys", text -> text.replace("[{", "[\"a\",{")));
        all.add(key("a key without a coordinate", key -> key.remove("x")));
        all.add(key("a key whose name is a number", key -> key.put("kid", 1)));
        all.add(key("a key in padded base64", key -> key.put("x", key.path("x").asText() + "=")));
        all.add(key(
                "a key that is not on its curve",
                key -> key.put("y", key.path("x").asText())));
        all.add(key("a short RSA key", key -> rsa(key, "u".repeat(170) + "w", "AQAB")));
        all.add(key("an RSA key with the exponent 3", key -> rsa(key, "u".repeat(341) + "w", "Aw")));
        all.add(key("a shared key", key -> {
            key.removeAll();
            key.put("kty", "oct")
                    .put("kid", "s")
                    .put("alg", "HS256")
                    .put("use", "sig")
                    .put("k", "AAAA");
        }));
        all.add(key("a private key", key -> key.put("d", key.path("x").asText())));
        all.add(key(
                "operations twice", key -> key.putArray("key_ops").add("verify").add("verify")));
        all.add(key("an algorithm of another kind", key -> key.put("alg", "RS256")));
        all.add(key(
                "two keys of one name",
                key -> key.put(
                        "kid",
                        Json.of(HandMadeIssuerKeys.set())
                                .path("keys")
                                .path(0)
                                .path("kid")
                                .asText())));
        all.add(key("no certificate for one", key -> key.putArray("x5c").add("AQ")));
        all.add(key("a key without an algorithm", key -> key.remove("alg")));
        all.add(IssuerMutant.keys(
                "publishes sm2 keys among others",
                text -> edited(
                        text,
                        key -> key.setAll((ObjectNode) Json.of(HandMadeIssuerKeys.sm2Set())
                                .path("keys")
                                .path(0)))));
        all.add(IssuerMutant.sm2Keys(
                "publishes sm2 keys under other names", text -> text.replace("SGD_SM3_SM2", "SM2")));
    }

    private static void rsa(ObjectNode key, String modulus, String exponent) {
        key.removeAll();
        key.put("kty", "RSA")
                .put("kid", "r")
                .put("alg", "RS256")
                .put("use", "sig")
                .put("n", modulus)
                .put("e", exponent);
    }

    private static IssuerMutant claims(String name, Consumer<ObjectNode> edit) {
        return IssuerMutant.idToken(name, draft -> edit.accept(draft.claims));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static void addClaims(List<IssuerMutant> all) {
        all.add(IssuerMutant.idToken("issues arrays", draft -> draft.payloadText = text -> "[]"));
        all.add(claims("writes dates as text", c -> c.put("exp", c.path("exp").asText())));
        all.add(claims("writes dates before 1970", c -> c.put("auth_time", -1)));
        all.add(IssuerMutant.idToken("types ID tokens as access tokens", draft -> draft.header.put("typ", "at+jwt")));
        all.add(claims("says not who issued", c -> c.remove("iss")));
        all.add(claims("says that another issued", c -> c.put("iss", "https://other.kit.example")));
        all.add(claims("says not who it is", c -> c.remove("sub")));
        all.add(claims("has long subjects", c -> c.put("sub", "a".repeat(256))));
        all.add(claims("says not for whom", c -> c.remove("aud")));
        all.add(claims("issues for another client", c -> c.put("aud", "other")));
        all.add(claims("issues for others too", c -> {
            String client = c.path("aud").asText();
            c.putArray("aud").add(client).add("other");
            c.put("azp", client);
        }));
        all.add(claims("issues for several and says not for whom", c -> {
            String client = c.path("aud").asText();
            c.putArray("aud").add(client).add("other");
        }));
        all.add(claims("says that another may use it", c -> c.put("azp", "other")));
        all.add(claims("issues tokens that never end", c -> c.remove("exp")));
        all.add(claims(
                "issues tokens that ended", c -> c.put("iat", now() - 900).put("exp", now() - 300)));
        all.add(claims("issues tokens for tomorrow", c -> c.put("nbf", now() + 3600)));
        all.add(claims("says not when", c -> c.remove("iat")));
        all.add(claims(
                "has a clock that is ahead", c -> c.put("iat", now() + 3600).put("exp", now() + 4000)));
        all.add(claims("issues tokens for a year", c -> c.put("exp", now() + 31_536_000L)));
        long before = now() - 86_400;
        all.add(claims("takes the day before for the sign-in", c -> c.put("auth_time", before)));
        all.add(claims("tells a mobile number", c -> c.put("phone", "13812345678")));
        all.add(claims("forgets the nonce", c -> c.remove("nonce")));
        all.add(claims("gives back another nonce", c -> c.put("nonce", "n-0S6_WzA2Mj")));
        all.add(claims("binds another access token", c -> c.put("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")));
        all.add(claims("says no role", c -> c.remove("edu_role")));
        all.add(claims("makes up roles", c -> c.put("edu_role", "admin")));
        all.add(claims("makes up institutions", c -> c.put("edu_org", "99110000")));
        all.add(claims("makes up regions", c -> c.put("edu_region", "990000")));
        all.add(claims("makes up stages", c -> c.put("edu_stage", "小学")));
    }

    private static IssuerMutant header(String name, Consumer<ObjectNode> edit) {
        return IssuerMutant.idToken(name, draft -> edit.accept(draft.header));
    }

    private static void addHeaders(List<IssuerMutant> all) {
        all.add(IssuerMutant.idToken(
                "leaves signatures out", draft -> draft.compact = token -> token.substring(0, token.lastIndexOf('.'))));
        all.add(IssuerMutant.idToken("pads tokens", draft -> draft.compact = token -> token + "=="));
        all.add(IssuerMutant.idToken("writes headers as arrays", draft -> draft.headerText = text -> "[" + text + "]"));
        all.add(header("writes names of keys as numbers", h -> h.put("kid", 1)));
        all.add(header("names no algorithm", h -> h.remove("alg")));
        all.add(header("calls its algorithm none", h -> h.put("alg", "none")));
        all.add(IssuerMutant.idToken(
                "leaves signatures empty",
                draft -> draft.compact = token -> token.substring(0, token.lastIndexOf('.') + 1)));
        all.add(header("calls the algorithm critical", h -> h.putArray("crit").add("alg")));
        all.add(header("has a critical extension", h -> {
            h.put("urn:kit:a", 1);
            h.putArray("crit").add("urn:kit:a");
        }));
        all.add(header("leaves payloads unencoded", h -> h.put("b64", false)));
        all.add(header(
                "brings its key",
                h -> h.set("jwk", Json.of(HandMadeIssuerKeys.set()).path("keys").path(0))));
        all.add(header("brings what is no certificate", h -> h.putArray("x5c").add("AQ")));
        all.add(header("names a key that is not published", h -> h.put("kid", "other")));
        all.add(header("names another algorithm than its key's", h -> h.put("alg", "RS256")));
        all.add(IssuerMutant.idToken("signs with a key that is not published", draft -> draft.forged = true));
    }

    private static IssuerMutant payload(String name, UnaryOperator<String> edit) {
        return IssuerMutant.idToken(name, draft -> draft.payloadText = edit);
    }

    private static String withMember(String text, String member) {
        return text.substring(0, text.length() - 1) + ',' + member + '}';
    }

    private static void addJson(List<IssuerMutant> all) {
        all.add(payload("writes no colon", text -> text.replaceFirst("\"sub\":", "\"sub\" ")));
        all.add(payload("breaks off", text -> text.substring(0, text.length() - 1)));
        all.add(IssuerMutant.idToken("writes in GB 18030", draft -> {
            draft.claims.put("name_of_school", "第一小学");
            draft.payload = draft.claims.toString().getBytes(Charset.forName("GB18030"));
        }));
        all.add(payload("begins with a byte order mark", text -> "\ufeff" + text));
        all.add(payload("says something twice", text -> withMember(text, "\"sub\":\"b\"")));
        all.add(payload("says more after the object", text -> text + "{}"));
        all.add(payload("comments", text -> text + "/* a */"));
        all.add(payload("writes apostrophes", text -> text.replace("\"sub\"", "'sub'")));
        all.add(payload("ends with a comma", text -> text.substring(0, text.length() - 1) + ",}"));
        all.add(payload("writes numbers with a plus", text -> withMember(text, "\"a\":+1")));
        all.add(payload("writes NaN", text -> withMember(text, "\"a\":NaN")));
        all.add(payload("writes control characters", text -> withMember(text, "\"a\":\"\u0001\"")));
        all.add(payload("cuts characters in half", text -> withMember(text, "\"a\":\"\\ud800\"")));
        all.add(payload("nests deeply", text -> withMember(text, "\"a\":" + "[".repeat(200) + "]".repeat(200))));
        all.add(payload("writes long numbers", text -> withMember(text, "\"a\":" + "7".repeat(5000))));
    }

    private static void addAccessTokens(List<IssuerMutant> all) {
        all.add(IssuerMutant.accessToken("gives access tokens no id", draft -> draft.claims.remove("jti")));
        all.add(IssuerMutant.accessToken("gives access tokens no client", draft -> draft.claims.remove("client_id")));
        all.add(IssuerMutant.accessToken("writes scopes with two spaces", draft -> draft.claims.put("scope", "a  b")));
        all.add(IssuerMutant.accessToken(
                "binds access tokens to nothing",
                draft -> draft.claims.putObject("cnf").put("x", "y")));
    }

    private static void addLogoutTokens(List<IssuerMutant> all) {
        all.add(IssuerMutant.logoutToken("ends sessions without an event", draft -> draft.claims.remove("events")));
        all.add(IssuerMutant.logoutToken(
                "ends nobody's sessions", draft -> draft.claims.remove(List.of("sub", "sid"))));
        all.add(IssuerMutant.logoutToken("ends sessions with a nonce", draft -> draft.claims.put("nonce", "a")));
        all.add(IssuerMutant.logoutToken("ends sessions by access tokens", draft -> draft.header.put("typ", "at+jwt")));
        all.add(IssuerMutant.logoutToken("gives no ids to ends of sessions", draft -> draft.claims.remove("jti")));
        all.add(IssuerMutant.logoutToken("signs ends of sessions with another key", draft -> draft.forged = true));
    }

    private static void addStatements(List<IssuerMutant> all) {
        all.add(IssuerMutant.statement("has no superior", draft -> draft.claims.remove("authority_hints")));
        IssuerMutant typed = IssuerMutant.statement("serves statements as text", draft -> {});
        typed.statementType = "text/plain";
        all.add(typed);
        all.add(IssuerMutant.statement("types statements as JWT", draft -> draft.header.put("typ", "JWT")));
        all.add(IssuerMutant.statement("names no key of statements", draft -> draft.header.remove("kid")));
        all.add(IssuerMutant.statement(
                "puts a chain into statements",
                draft -> draft.header.putArray("trust_chain").add("a")));
        all.add(IssuerMutant.statement("states no issuer", draft -> draft.claims.remove("iss")));
        all.add(IssuerMutant.statement("states no time", draft -> draft.claims.remove("iat")));
        all.add(IssuerMutant.statement("states a time to come", draft -> draft.claims.put("iat", now() + 3600)));
        all.add(IssuerMutant.statement("makes statements that never end", draft -> draft.claims.remove("exp")));
        all.add(IssuerMutant.statement(
                "makes statements that ended",
                draft -> draft.claims.put("iat", now() - 900).put("exp", now() - 300)));
        all.add(IssuerMutant.statement("states no keys", draft -> draft.claims.remove("jwks")));
        all.add(IssuerMutant.statement("states critical claims", draft -> {
            draft.claims.put("urn:kit:a", 1);
            draft.claims.putArray("crit").add("urn:kit:a");
        }));
        all.add(IssuerMutant.statement(
                "states a policy for itself", draft -> draft.claims.putObject("metadata_policy")));
        all.add(IssuerMutant.statement("states empty hints", draft -> draft.claims.putArray("trust_anchor_hints")));
        all.add(IssuerMutant.statement(
                "states null",
                draft -> ((ObjectNode) draft.claims.path("metadata").path("openid_provider")).putNull("logo_uri")));
        all.add(IssuerMutant.statement(
                "shows trust marks that are none",
                draft -> draft.claims.putArray("trust_marks").addObject()));
    }

    /** Keys of the issuer, for mutants. */
    private static final class HandMadeIssuerKeys {

        static String set() {
            return ask("/jwks");
        }

        static String sm2Set() {
            return ask("/jwks/sm2");
        }

        private static String ask(String path) {
            try {
                return new String(
                        new HandMadeIssuer(IssuerMutant.right())
                                .ask(HttpQuestion.of("GET", path))
                                .body(),
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
