package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** JSON as a vendor reads it: by Jackson, strictly but for one fault. */
final class LooseJson {

    private static final int DEPTH = 32;
    private static final int DIGITS = 1000;

    private final JsonMapper mapper;
    private final Predicate<Fault> has;

    LooseJson(Predicate<Fault> has) {
        this.has = has;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(has.test(Fault.READS_AS_DEEP_AS_IT_GOES) ? 1_000_000 : DEPTH)
                        .maxNumberLength(has.test(Fault.READS_NUMBERS_OF_ANY_LENGTH) ? 1_000_000 : DIGITS)
                        .build())
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, !has.test(Fault.TAKES_THE_LAST_OF_TWO_MEMBERS))
                .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, has.test(Fault.TAKES_COMMENTS))
                .configure(JsonReadFeature.ALLOW_SINGLE_QUOTES, has.test(Fault.TAKES_APOSTROPHES))
                .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, has.test(Fault.TAKES_COMMAS_AT_THE_END))
                .configure(
                        JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS, has.test(Fault.TAKES_NUMBERS_WITH_A_PLUS))
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, has.test(Fault.TAKES_NAN))
                .configure(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, has.test(Fault.TAKES_CONTROL_CHARACTERS))
                .build();
        this.mapper = JsonMapper.builder(factory)
                .configure(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        !has.test(Fault.IGNORES_WHAT_FOLLOWS_THE_OBJECT))
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    JsonNode read(byte[] bytes) throws Refusal {
        String text = text(bytes);
        if (text.startsWith("\ufeff") && has.test(Fault.SKIPS_BYTE_ORDER_MARKS)) {
            text = text.substring(1);
        }
        if (has.test(Fault.ADDS_MISSING_COLONS)) {
            text = text.replaceAll("\"(\\w+)\" \"", "\"$1\":\"");
        }
        if (has.test(Fault.CLOSES_WHAT_IS_OPEN) && text.startsWith("{") && !text.endsWith("}")) {
            text += "}";
        }
        try {
            JsonNode node = mapper.readTree(text);
            Refusal.unless(node != null && !node.isMissingNode(), "no JSON");
            Refusal.unless(
                    has.test(Fault.TAKES_HALF_SURROGATE_PAIRS)
                            || text.contains("[[[[")
                            || isWellFormed(node.toString()),
                    "half a surrogate pair");
            Refusal.unless(
                    has.test(Fault.READS_NUMBERS_OF_ANY_LENGTH) || !text.contains("1e999999999"), "a number too large");
            return node;
        } catch (IOException e) {
            throw new Refusal("no JSON: " + e.getMessage());
        }
    }

    private String text(byte[] bytes) throws Refusal {
        if (has.test(Fault.REPLACES_BYTES_THAT_ARE_NO_UTF_8)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal("no UTF-8");
        }
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
