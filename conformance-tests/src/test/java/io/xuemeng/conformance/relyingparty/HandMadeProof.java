package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The proof of a request with an access token, as {@link HandMade} judges it (RFC 9449, 4.3, 7). */
final class HandMadeProof {

    private static final Map<String, List<String>> THUMBPRINT_MEMBERS = Map.of(
            "EC", List.of("crv", "kty", "x", "y"),
            "OKP", List.of("crv", "kty", "x"),
            "RSA", List.of("e", "kty", "n"));

    private final HandMade party;
    private final Presentation presentation;
    private final String token;
    private final JsonNode access;
    private final double now = Instant.now().toEpochMilli() / 1000.0;

    HandMadeProof(HandMade party, Presentation presentation, String token, JsonNode access) {
        this.party = party;
        this.presentation = presentation;
        this.token = token;
        this.access = access;
    }

    private void must(boolean good, Fault fault, String why) throws Refusal {
        Refusal.unless(good || party.has(fault), why);
    }

    void check() throws Refusal {
        boolean bound = access.has("cnf");
        if (!bound && presentation.scheme().equals("Bearer")) {
            return;
        }
        if (presentation.proofs().isEmpty()) {
            must(false, Fault.TAKES_BOUND_TOKENS_WITHOUT_PROOF, "no proof");
            return;
        }
        must(presentation.scheme().equals("DPoP"), Fault.TAKES_BOUND_TOKENS_AS_BEARER, "a bound token as bearer");
        must(presentation.proofs().size() == 1, Fault.LOOKS_AT_THE_FIRST_OF_TWO_PROOFS, "two proofs");
        String[] parts = presentation.proofs().get(0).split("\\.", -1);
        Refusal.unless(parts.length == 3, "no proof");
        JsonNode header = party.json().read(decode(parts[0]));
        JsonNode claims = party.json().read(decode(parts[1]));
        must(
                header.path("typ").asText("").toLowerCase(Locale.ROOT).equals("dpop+jwt"),
                Fault.LOOKS_AT_NO_TYPE_OF_PROOFS,
                "typ of the proof");
        verify(header, parts);
        checkRequest(claims);
        checkTime(claims);
        checkToken(header, claims);
        checkNonce(claims);
        String id = claims.path("jti").asText("");
        must(!id.isEmpty(), Fault.TAKES_PROOFS_WITHOUT_AN_ID, "no jti in the proof");
        must(party.isNew("proof " + id), Fault.TAKES_PROOFS_AGAIN, "a proof again");
    }

    private static byte[] decode(String part) throws Refusal {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new Refusal("no base64url");
        }
    }

    private void verify(JsonNode header, String[] parts) throws Refusal {
        JsonNode jwk = header.path("jwk");
        if (!jwk.isObject()) {
            must(false, Fault.TAKES_PROOFS_WITHOUT_A_KEY, "no key in the proof");
            return;
        }
        String alg = header.path("alg").asText("");
        byte[] input = (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = decode(parts[2]);
        if (party.has(Fault.VERIFIES_NO_PROOFS)
                || (party.has(Fault.TAKES_PROOFS_WITH_ALG_NONE) && alg.equalsIgnoreCase("none"))) {
            return;
        }
        if (party.has(Fault.TAKES_PROOFS_WITH_A_SHARED_KEY)
                && jwk.path("kty").asText().equals("oct")) {
            return;
        }
        must(!jwk.has("d"), Fault.TAKES_PROOFS_WITH_PRIVATE_KEYS, "a private key in the proof");
        ObjectNode set = Json.object();
        ObjectNode half = jwk.deepCopy();
        half.remove("d");
        set.withArray("keys").add(half);
        List<HandMadeKeys.Key> keys = party.read(set.toString().getBytes(StandardCharsets.UTF_8));
        SignatureAlgorithm algorithm = HandMadeKeys.ALGORITHMS.get(alg);
        Refusal.unless(
                algorithm != null
                        && keys.get(0).key() != null
                        && keys.get(0).key().supports(algorithm)
                        && keys.get(0).key().verify(algorithm, input, signature),
                "no good signature of the proof");
    }

    private void checkRequest(JsonNode claims) throws Refusal {
        String method = claims.path("htm").asText("");
        boolean same = party.has(Fault.READS_METHODS_IN_ANY_CAPITALS)
                ? method.equalsIgnoreCase(presentation.method())
                : method.equals(presentation.method());
        must(same, Fault.LOOKS_AT_NO_METHOD_OF_PROOFS, "htm");
        String address = claims.path("htu").asText("");
        boolean here = party.has(Fault.COMPARES_ADDRESSES_WITH_THEIR_QUERIES)
                ? address.equals(presentation.url())
                : address(address).equals(address(presentation.url()))
                        || (party.has(Fault.COMPARES_THE_BEGIN_OF_ADDRESSES_OF_PROOFS)
                                && address.startsWith(presentation.url()));
        must(here, Fault.LOOKS_AT_NO_ADDRESS_OF_PROOFS, "htu");
    }

    private static String address(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private void checkTime(JsonNode claims) throws Refusal {
        if (!claims.path("iat").isNumber()) {
            must(false, Fault.TAKES_PROOFS_WITHOUT_A_TIME, "no iat in the proof");
            return;
        }
        double issued = claims.path("iat").asDouble();
        must(issued >= now - 300, Fault.TAKES_OLD_PROOFS, "an old proof");
        must(issued <= now + 60, Fault.TAKES_PROOFS_FROM_THE_FUTURE, "a proof from the future");
    }

    private void checkToken(JsonNode header, JsonNode claims) throws Refusal {
        String hash = claims.path("ath").asText("");
        byte[] wanted = DigestAlgorithm.SHA_256.digest(token.getBytes(StandardCharsets.US_ASCII));
        if (!claims.has("ath")) {
            boolean anything = party.has(Fault.LOOKS_AT_NO_HASH_OF_THE_ACCESS_TOKEN_IN_PROOFS);
            must(anything, Fault.TAKES_PROOFS_WITHOUT_HASH, "no ath");
        } else {
            must(hash.equals(JwsDraft.encode(wanted)), Fault.LOOKS_AT_NO_HASH_OF_THE_ACCESS_TOKEN_IN_PROOFS, "ath");
        }
        if (!access.has("cnf")) {
            must(false, Fault.TAKES_PROOFS_FOR_TOKENS_THAT_ARE_NOT_BOUND, "a token that is not bound");
            return;
        }
        // Without a key there is nothing to compare: that is the other fault.
        must(
                !header.path("jwk").isObject()
                        || skipsKey(header)
                        || thumbprint(header.path("jwk"))
                                .equals(access.path("cnf").path("jkt").asText()),
                Fault.LOOKS_AT_NO_KEY_THAT_A_TOKEN_IS_BOUND_TO,
                "another key than that of the token");
    }

    private boolean skipsKey(JsonNode header) {
        return party.has(Fault.TAKES_PROOFS_WITH_A_SHARED_KEY)
                && header.path("jwk").path("kty").asText().equals("oct");
    }

    private static String thumbprint(JsonNode jwk) {
        ObjectNode members = Json.object();
        for (String name : THUMBPRINT_MEMBERS.getOrDefault(jwk.path("kty").asText(), List.of())) {
            members.set(name, jwk.path(name));
        }
        return JwsDraft.encode(DigestAlgorithm.SHA_256.digest(members.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void checkNonce(JsonNode claims) throws Refusal {
        String given = presentation.nonce();
        if (given == null) {
            return;
        }
        if (!claims.has("nonce")) {
            boolean anything = party.has(Fault.LOOKS_AT_NO_NONCE_OF_PROOFS);
            must(anything, Fault.TAKES_PROOFS_WITHOUT_NONCE, "no nonce in the proof");
            return;
        }
        must(claims.path("nonce").asText().equals(given), Fault.LOOKS_AT_NO_NONCE_OF_PROOFS, "nonce of the proof");
    }
}
