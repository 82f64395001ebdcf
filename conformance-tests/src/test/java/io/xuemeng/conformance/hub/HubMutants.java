package io.xuemeng.conformance.hub;

import static io.xuemeng.conformance.hub.HubMutant.at;
import static io.xuemeng.conformance.hub.HubMutant.claiming;
import static io.xuemeng.conformance.hub.HubMutant.signing;
import static io.xuemeng.conformance.hub.HubMutant.stating;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Wrong hubs; those that are wrong in what their statements say stand here. */
final class HubMutants {

    private static final String WELL_KNOWN = "/.well-known/openid-federation";
    static final SigningKey STRANGERS = SigningKey.generate(KeyType.SM2);

    private HubMutants() {}

    static List<HubMutant> all() {
        List<HubMutant> all = new ArrayList<>();
        all.addAll(ofItself());
        all.addAll(headers());
        all.addAll(forms());
        all.addAll(policies());
        all.addAll(HubAnswerMutants.all());
        return all;
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
}
