package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One token, as {@link HandMade} reads and verifies it. */
final class HandMadeToken {

    private static final Set<String> REGISTERED =
            Set.of("alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "b64");
    private static final BigInteger N_P256 =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int HALF = 32;

    private final HandMade party;
    private final TokenQuestion question;

    HandMadeToken(HandMade party, TokenQuestion question) {
        this.party = party;
        this.question = question;
    }

    JsonNode claims() throws Refusal, IOException {
        String token = question.token();
        Refusal.unless(party.has(Fault.TAKES_TOKENS_OF_ANY_SIZE) || token.length() <= 1 << 20, "too large");
        String[] parts = token.split("\\.", -1);
        Refusal.unless(
                parts.length == 3 || (parts.length > 3 && party.has(Fault.LOOKS_AT_THE_FIRST_THREE_PARTS)),
                "not three parts");
        Refusal.unless(
                party.has(Fault.TAKES_HEADERS_OF_ANY_SIZE)
                        || party.has(Fault.TAKES_TOKENS_OF_ANY_SIZE)
                        || parts[0].length() <= 16 << 10,
                "header too large");
        JsonNode header = party.json().read(decode(parts[0]));
        if (header.isArray() && party.has(Fault.TAKES_THE_FIRST_HEADER_OF_AN_ARRAY)) {
            header = header.path(0);
        }
        Refusal.unless(header.isObject(), "no header");
        checkHeader(header);
        byte[] payload = decode(parts[1]);
        byte[] signature = decode(parts[2]);
        if (party.has(Fault.REMEMBERS_NONCES_OF_REFUSED_TOKENS)) {
            String nonce = text(party.json().read(payload), "nonce");
            Refusal.unless(nonce == null || party.isNew("nonce " + question.issuer() + nonce), "a nonce again");
        }
        verify(header, (parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII), signature);
        JsonNode claims = party.json().read(payload);
        if (!claims.isObject() && party.has(Fault.TAKES_PAYLOADS_THAT_ARE_NO_OBJECT)) {
            return claims;
        }
        Refusal.unless(claims.isObject(), "no claims");
        new HandMadeClaims(party, question, header, (ObjectNode) claims).check();
        return claims;
    }

    private byte[] decode(String part) throws Refusal {
        String text = part;
        if (party.has(Fault.DECODES_WHATEVER_LOOKS_LIKE_BASE64)) {
            text = text.replace('+', '-').replace('/', '_').replaceAll("[^A-Za-z0-9_-]", "");
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            boolean exact = TokenDraft.encode(bytes).equals(text);
            Refusal.unless(exact || (party.has(Fault.IGNORES_SPARE_BITS) && !text.contains("=")), "no base64url");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Refusal("no base64url");
        }
    }

    private void checkHeader(JsonNode header) throws Refusal {
        for (String name : List.of("alg", "kid", "typ", "cty")) {
            JsonNode value = header.path(name);
            Refusal.unless(
                    value.isMissingNode() || value.isTextual() || party.has(Fault.IGNORES_TYPES_OF_HEADER_MEMBERS),
                    name + " is no text");
        }
        Refusal.unless(
                party.has(Fault.IGNORES_B64) || !header.path("b64").isBoolean() || party.has(Fault.IGNORES_CRIT),
                "b64");
        if (header.has("crit") && !party.has(Fault.IGNORES_CRIT)) {
            checkCrit(header);
        }
        boolean trusts = party.has(Fault.TRUSTS_THE_KEY_IN_THE_HEADER)
                || party.has(Fault.ASKS_THE_ADDRESS_OF_KEYS_IN_THE_HEADER);
        Refusal.unless(trusts || !(header.has("jwk") || header.has("jku") || header.has("x5u")), "a key in the header");
        Refusal.unless(
                party.has(Fault.IGNORES_CERTIFICATES_IN_THE_HEADER) || !header.has("x5c"),
                "certificates in the header");
    }

    private void checkCrit(JsonNode header) throws Refusal {
        JsonNode crit = header.path("crit");
        boolean extension = false;
        for (JsonNode name : crit) {
            extension |= header.has(name.asText()) && !REGISTERED.contains(name.asText());
        }
        boolean onlyB64 = crit.size() == 1 && crit.path(0).asText().equals("b64");
        if (onlyB64) {
            Refusal.unless(party.has(Fault.IGNORES_B64), "b64");
        } else if (extension) {
            Refusal.unless(party.has(Fault.IGNORES_CRITICAL_EXTENSIONS), "a critical extension");
        } else {
            Refusal.unless(party.has(Fault.TAKES_ANYTHING_FOR_CRIT_THAT_NAMES_NO_EXTENSION), "crit");
        }
    }

    private void verify(JsonNode header, byte[] input, byte[] signature) throws Refusal, IOException {
        String alg = header.path("alg").asText("");
        String kid = header.path("kid").asText("");
        boolean skips = switch (question.use()) {
            case ID_TOKEN -> false;
            case ACCESS_TOKEN -> party.has(Fault.VERIFIES_NO_ACCESS_TOKENS);
            case LOGOUT_TOKEN -> party.has(Fault.VERIFIES_NO_LOGOUT_TOKENS);
            case LTI_LAUNCH -> party.has(Fault.VERIFIES_NO_LAUNCHES);
        };
        boolean none = party.has(Fault.TAKES_ALG_NONE) && alg.equals("none");
        boolean nearlyNone = party.has(Fault.TAKES_ALG_NONE_IN_OTHER_CAPITALS)
                && alg.equalsIgnoreCase("none")
                && !alg.equals("none");
        if (skips || none || nearlyNone) {
            return;
        }
        if (signature.length == 0 && party.has(Fault.TAKES_TOKENS_WITHOUT_SIGNATURE) && !alg.isEmpty()) {
            Refusal.unless(HandMadeKeys.ALGORITHMS.containsKey(alg), "no algorithm");
            return;
        }
        boolean sm2 =
                alg.equals("SGD_SM3_SM2") || (party.has(Fault.TAKES_SM2_UNDER_OTHER_NAMES) && alg.contains("SM2"));
        List<HandMadeKeys.Key> keys = candidates(header, kid, sm2);
        for (HandMadeKeys.Key key : keys) {
            if (isSignature(key, alg, sm2, input, signature)) {
                return;
            }
        }
        throw new Refusal("no good signature");
    }

    private List<HandMadeKeys.Key> candidates(JsonNode header, String kid, boolean sm2) throws Refusal, IOException {
        if (party.has(Fault.TRUSTS_THE_KEY_IN_THE_HEADER) && header.has("jwk")) {
            ObjectNode set = Json.object();
            set.withArray("keys").add(header.path("jwk"));
            return party.read(set.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (party.has(Fault.ASKS_THE_ADDRESS_OF_KEYS_IN_THE_HEADER) && header.has("jku")) {
            return party.read(party.fetch(
                            URI.create(question.issuer()), header.path("jku").asText())
                    .body());
        }
        List<HandMadeKeys.Key> all;
        try {
            all = party.keys(question, kid, sm2);
        } catch (IOException e) {
            if (party.has(Fault.TAKES_TOKENS_WHEN_NO_KEYS_CAN_BE_HAD)) {
                return List.of(new HandMadeKeys.Key(kid, "*", null, header));
            }
            throw e;
        } catch (Refusal e) {
            if (party.has(Fault.TAKES_TOKENS_WHEN_A_SET_HAS_NO_KEY) && "no key".equals(e.getMessage())) {
                return List.of(new HandMadeKeys.Key(kid, "*", null, header));
            }
            throw e;
        }
        if (party.has(Fault.TRIES_ALL_KEYS)) {
            return all;
        }
        return all.stream()
                .filter(key -> kid.equals(key.name()) || "*".equals(key.name()))
                .toList();
    }

    private boolean isSignature(HandMadeKeys.Key key, String named, boolean sm2, byte[] input, byte[] signature) {
        if ("*".equals(key.algorithm())) {
            return true;
        }
        String alg = named;
        String published = key.algorithm();
        if (alg.isEmpty() && party.has(Fault.TAKES_THE_ALGORITHM_OF_THE_KEY_WHEN_NONE_IS_NAMED) && published != null) {
            alg = published;
        }
        if (party.has(Fault.READS_ALGORITHMS_IN_ANY_CAPITALS)) {
            alg = alg.toUpperCase(Locale.ROOT).replace("EDDSA", "EdDSA");
        }
        if (alg.equals("HS256")) {
            return HandMadeCrypto.isHmac(party, key, input, signature);
        }
        if (key.key() == null) {
            return HandMadeCrypto.isWeakRsa(key, alg, input, signature);
        }
        SignatureAlgorithm algorithm = sm2 ? SignatureAlgorithm.SM2_SM3 : HandMadeKeys.ALGORITHMS.get(alg);
        if (algorithm == null || !key.key().supports(algorithm) || isUnknown(algorithm)) {
            return false;
        }
        boolean fits = published == null || published.equals(sm2 ? "SGD_SM3_SM2" : alg);
        if (!fits && !party.has(Fault.IGNORES_WHAT_ALGORITHM_A_KEY_IS_FOR)) {
            return false;
        }
        if (isUnverified(algorithm)) {
            return true;
        }
        if (party.has(Fault.TAKES_SM2_WITH_AN_EMPTY_ID)
                && algorithm == SignatureAlgorithm.SM2_SM3
                && HandMadeCrypto.isSm2WithEmptyId(key.json(), input, signature)) {
            return true;
        }
        if (party.has(Fault.TAKES_SIGNATURES_OF_ZEROS) && Arrays.equals(signature, new byte[signature.length])) {
            return true;
        }
        return key.key().verify(algorithm, input, mended(signature, algorithm));
    }

    private boolean isUnknown(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> party.has(Fault.KNOWS_NO_ED25519);
            case PS256 -> party.has(Fault.KNOWS_NO_PS256);
            case RS256 -> party.has(Fault.KNOWS_NO_RS256);
            case SM2_SM3 -> party.has(Fault.KNOWS_NO_SM2);
            default -> false;
        };
    }

    private boolean isUnverified(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> party.has(Fault.TAKES_ED25519_UNVERIFIED);
            case PS256 -> party.has(Fault.TAKES_PS256_UNVERIFIED);
            case RS256 -> party.has(Fault.TAKES_RS256_UNVERIFIED);
            case SM2_SM3 -> party.has(Fault.TAKES_SM2_UNVERIFIED);
            default -> party.has(Fault.VERIFIES_NOTHING);
        };
    }

    /** The signature as somebody takes it who is not strict about its form. */
    private byte[] mended(byte[] signature, SignatureAlgorithm algorithm) {
        boolean curve = algorithm == SignatureAlgorithm.ES256 || algorithm == SignatureAlgorithm.SM2_SM3;
        if (curve && party.has(Fault.TAKES_SIGNATURES_IN_DER) && signature.length > 2 * HALF && signature[0] == 0x30) {
            return HandMadeCrypto.raw(signature);
        }
        if (curve && party.has(Fault.CUTS_LONG_SIGNATURES) && signature.length == 2 * HALF + 1) {
            return Arrays.copyOf(signature, 2 * HALF);
        }
        if (algorithm == SignatureAlgorithm.ES256 && party.has(Fault.TAKES_NUMBERS_BEYOND_THE_ORDER)) {
            byte[] tail = Arrays.copyOfRange(signature, HALF, signature.length);
            byte[] s = new BigInteger(1, tail).mod(N_P256).toByteArray();
            byte[] fixed = Arrays.copyOf(signature, 2 * HALF);
            Arrays.fill(fixed, HALF, 2 * HALF, (byte) 0);
            int length = Math.min(HALF, s.length);
            System.arraycopy(s, s.length - length, fixed, 2 * HALF - length, length);
            return fixed;
        }
        return signature;
    }

    static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).textValue() : null;
    }
}
