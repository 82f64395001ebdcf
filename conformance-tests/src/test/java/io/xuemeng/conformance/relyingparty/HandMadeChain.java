package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.net.Fetched;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Why an issuer is trusted, as {@link HandMade} finds out: it walks up until it is at an anchor. */
final class HandMadeChain {

    private static final int MAX_DEPTH = 6;
    private static final int MAX_HINTS = 8;
    private static final Set<String> KNOWN_CLAIMS = Set.of(
            "iss",
            "sub",
            "iat",
            "exp",
            "jwks",
            "metadata",
            "authority_hints",
            "metadata_policy",
            "constraints",
            "crit",
            "metadata_policy_crit",
            "trust_marks");

    private final HandMade party;
    private final TokenQuestion question;

    HandMadeChain(HandMade party, TokenQuestion question) {
        this.party = party;
        this.question = question;
    }

    private boolean has(Fault fault) {
        return party.has(fault);
    }

    private static void must(boolean good, String why) throws Refusal {
        Refusal.unless(good, why);
    }

    /** The issuer's metadata as a provider, by all policies. */
    JsonNode provider() throws Refusal, IOException {
        String issuer = question.issuer();
        JsonNode own = configuration(issuer);
        must(
                has(Fault.TAKES_ANOTHER_ENTITY_FOR_THE_ISSUER)
                        || (own.path("iss").asText().equals(issuer)
                                && own.path("sub").asText().equals(issuer)),
                "another entity");
        List<JsonNode> chain = up(issuer, own, new HashSet<>(Set.of(issuer)));
        checkConstraints(issuer, chain);
        ObjectNode provider = (ObjectNode) own.path("metadata").path("openid_provider");
        return new HandMadePolicy(this::has).apply(provider, chain);
    }

    /** What superiors say, from the issuer's up. */
    private List<JsonNode> up(String entity, JsonNode own, Set<String> below) throws Refusal, IOException {
        boolean anchor =
                question.trustAnchors().stream().anyMatch(one -> one.entity().equals(entity) && isAnchor(one, own));
        if (anchor || (has(Fault.TAKES_ANY_ANCHOR) && !own.has("authority_hints"))) {
            return List.of();
        }
        must(below.size() < MAX_DEPTH, "too long");
        List<String> hints = new ArrayList<>();
        own.path("authority_hints").forEach(hint -> hints.add(hint.asText()));
        if (hints.isEmpty() && has(Fault.ASKS_THE_ANCHOR_WHEN_THERE_ARE_NO_HINTS)) {
            question.trustAnchors().forEach(one -> hints.add(one.entity()));
        }
        Refusal last = new Refusal("no superior");
        int limit = has(Fault.FOLLOWS_ALL_HINTS) ? 1000 : has(Fault.FOLLOWS_THE_FIRST_HINT_ONLY) ? 1 : MAX_HINTS;
        for (String hint : hints.subList(0, Math.min(limit, hints.size()))) {
            try {
                return step(entity, own, hint, below);
            } catch (Refusal e) {
                last = e;
            } catch (IOException | IllegalArgumentException e) {
                last = new Refusal(String.valueOf(e));
            }
        }
        throw last;
    }

    private boolean isAnchor(AnchorKeys anchor, JsonNode own) {
        if (has(Fault.TAKES_AN_ANCHOR_BY_ITS_NAME)) {
            return true;
        }
        // The anchor's statement was verified with the keys it states: they are the ones that are trusted, or it is
        // not.
        return anchor.jwks().equals(own.path("jwks").toString());
    }

    private List<JsonNode> step(String entity, JsonNode own, String hint, Set<String> below)
            throws Refusal, IOException {
        if (below.contains(hint)) {
            must(has(Fault.TRUSTS_WHO_IS_IN_A_CIRCLE), "a circle");
            return List.of();
        }
        JsonNode superior = configuration(hint);
        String fetch = superior.path("metadata")
                .path("federation_entity")
                .path("federation_fetch_endpoint")
                .asText("");
        if (fetch.isEmpty()) {
            if (has(Fault.TRUSTS_WHO_HAS_ANY_SUPERIOR)) {
                return List.of();
            }
            must(has(Fault.GUESSES_WHERE_STATEMENTS_ARE), "no fetch endpoint");
            fetch = hint + "/fetch";
        }
        JsonNode statement = statement(
                fetch + "?sub=" + URLEncoder.encode(entity, StandardCharsets.UTF_8),
                has(Fault.LOOKS_AT_NO_SIGNATURE_OF_SUPERIORS) ? null : superior.path("jwks"));
        checkClaims(statement, false);
        must(
                has(Fault.LOOKS_AT_NO_SPEAKER_OF_STATEMENTS)
                        || statement.path("iss").asText().equals(hint),
                "iss");
        boolean about = statement.path("sub").asText().equals(entity)
                || (has(Fault.TAKES_ANYTHING_FOR_AN_ENTITY)
                        && !statement.path("sub").asText().startsWith("https"));
        must(about || has(Fault.LOOKS_AT_NO_SUBJECT_OF_STATEMENTS), "sub");
        must(
                has(Fault.TAKES_THE_KEYS_THAT_AN_ENTITY_SAYS_OF_ITSELF)
                        || has(Fault.TAKES_STATEMENTS_WITHOUT_KEYS)
                        || statement.path("jwks").equals(own.path("jwks")),
                "nobody vouches for these keys");
        Set<String> longer = new HashSet<>(below);
        longer.add(hint);
        List<JsonNode> chain = new ArrayList<>(List.of(statement));
        chain.addAll(up(hint, superior, longer));
        return chain;
    }

    private JsonNode configuration(String entity) throws Refusal, IOException {
        JsonNode own = statement(entity + "/.well-known/openid-federation", null);
        checkClaims(own, true);
        must(
                has(Fault.TAKES_ANOTHER_ENTITY_FOR_THE_ISSUER)
                        || has(Fault.TAKES_ANYTHING_FOR_AN_ENTITY)
                        || own.path("iss").asText().equals(entity),
                "another entity");
        return own;
    }

    /** A statement whose signature is that of the keys it must be, or, without any, of those it states itself. */
    private JsonNode statement(String address, @org.jspecify.annotations.Nullable JsonNode keys)
            throws Refusal, IOException {
        Fetched answer = party.fetch(URI.create(question.issuer()), address);
        must(has(Fault.IGNORES_THE_STATUS_OF_STATEMENTS) || answer.isOk(), "status " + answer.status());
        String[] parts = new String(answer.body(), StandardCharsets.US_ASCII).split("\\.", -1);
        must(parts.length == 3, "no statement");
        JsonNode header = party.json().read(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode claims = party.json().read(Base64.getUrlDecoder().decode(parts[1]));
        must(
                has(Fault.LOOKS_AT_NO_TYPE_OF_STATEMENTS)
                        || header.path("typ").asText().equals("entity-statement+jwt"),
                "typ");
        must(header.has("kid") || has(Fault.TAKES_STATEMENTS_WITHOUT_A_NAME_OF_A_KEY), "no kid");
        must(!header.has("trust_chain") || has(Fault.TAKES_CHAINS_WITHIN_STATEMENTS), "a chain within");
        JsonNode signers = keys == null ? claims.path("jwks") : keys;
        boolean unverified = keys == null
                && (address.contains("/fetch?")
                        || !claims.has("jwks")
                        || has(Fault.LOOKS_AT_NO_SIGNATURE_OF_WHAT_ENTITIES_SAY_OF_THEMSELVES));
        byte[] input = (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        boolean good = unverified;
        for (HandMadeKeys.Key key :
                new HandMadeKeys(fault -> false).read(signers.isObject() ? signers : Json.of("{'keys':[]}"))) {
            boolean named = !header.has("kid") || header.path("kid").asText().equals(key.name());
            var algorithm = HandMadeKeys.ALGORITHMS.get(header.path("alg").asText());
            good |= named && key.key() != null && algorithm != null && key.key().verify(algorithm, input, signature);
        }
        must(good, "no good signature");
        return claims;
    }

    private void checkClaims(JsonNode claims, boolean own) throws Refusal {
        long now = java.time.Instant.now().getEpochSecond();
        boolean anything = has(Fault.TAKES_ANYTHING_FOR_AN_ENTITY);
        must(anything || (claims.path("iss").isTextual() && claims.path("sub").isTextual()), "no iss or sub");
        must(claims.has("iat") || has(Fault.NEEDS_NO_TIME_OF_STATEMENTS), "no iat");
        must(claims.path("iat").asLong() <= now + 60 || has(Fault.TAKES_STATEMENTS_FROM_THE_FUTURE), "iat");
        must(claims.has("exp") || has(Fault.TAKES_STATEMENTS_THAT_NEVER_END), "no exp");
        must(
                !claims.has("exp") || claims.path("exp").asLong() + 60 > now || has(Fault.TAKES_STATEMENTS_THAT_ENDED),
                "exp");
        checkKeys(claims);
        checkCritical(claims);
        boolean placed = own
                ? !claims.has("metadata_policy") && !claims.has("constraints")
                : !claims.has("authority_hints") && !claims.has("trust_marks");
        must(placed || has(Fault.TAKES_CLAIMS_WHEREVER_THEY_STAND), "a claim in the wrong place");
        must(!claims.has("trust_anchor_hints") || has(Fault.TAKES_EMPTY_HINTS), "no hints");
        for (JsonNode type : claims.path("metadata")) {
            for (JsonNode value : type) {
                must(!value.isNull() || has(Fault.TAKES_NULL_IN_METADATA), "null");
            }
        }
        for (JsonNode type : claims.path("metadata_policy")) {
            must(type.isObject() || has(Fault.TAKES_ANYTHING_FOR_A_POLICY), "a policy");
        }
        for (JsonNode mark : claims.path("trust_marks")) {
            must(mark.has("trust_mark") || has(Fault.TAKES_ANYTHING_FOR_TRUST_MARKS), "a trust mark");
        }
        JsonNode constraints = claims.path("constraints");
        JsonNode names = constraints.path("naming_constraints").path("permitted");
        must(
                (constraints.path("max_path_length").asInt(0) >= 0 && (names.isMissingNode() || names.isArray()))
                        || has(Fault.TAKES_ANYTHING_FOR_CONSTRAINTS),
                "constraints");
    }

    private void checkKeys(JsonNode claims) throws Refusal {
        JsonNode keys = claims.path("jwks").path("keys");
        if (has(Fault.TAKES_STATEMENTS_WITHOUT_KEYS)) {
            return;
        }
        must(keys.isArray() && !keys.isEmpty(), "no keys");
        Set<String> names = new HashSet<>();
        for (JsonNode key : keys) {
            must(key.path("kid").isTextual() && names.add(key.path("kid").asText()), "no name of its own");
        }
    }

    private void checkCritical(JsonNode claims) throws Refusal {
        for (JsonNode name : claims.path("crit")) {
            must(has(Fault.IGNORES_CRITICAL_CLAIMS) && !KNOWN_CLAIMS.contains("-" + name.asText()), "crit");
        }
    }

    private void checkConstraints(String issuer, List<JsonNode> chain) throws Refusal {
        for (int i = 0; i < chain.size(); i++) {
            JsonNode constraints = chain.get(i).path("constraints");
            JsonNode length = constraints.path("max_path_length");
            must(
                    !length.isInt() || i <= length.asInt() || length.asInt() < 0 || has(Fault.IGNORES_PATH_LENGTH),
                    "too long");
            if (has(Fault.IGNORES_NAMING_CONSTRAINTS)) {
                continue;
            }
            String host = URI.create(issuer).getHost();
            JsonNode names = constraints.path("naming_constraints");
            must(!names.path("permitted").isArray() || contains(names.path("permitted"), host), "naming");
            must(!contains(names.path("excluded"), host), "naming");
        }
    }

    static boolean contains(JsonNode array, String text) {
        for (JsonNode one : array) {
            if (one.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
