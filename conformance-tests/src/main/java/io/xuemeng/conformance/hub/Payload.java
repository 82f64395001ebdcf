package io.xuemeng.conformance.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

/** What signed and unsigned answers say, read leniently: whether they may say it so is for the SDK's strict readers. */
final class Payload {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Payload() {}

    /** JSON; the missing node when it is none. */
    static JsonNode json(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** What a signed answer says, whoever signed it; the missing node when it is none. */
    static JsonNode claims(String compact) {
        return json(part(compact, 1));
    }

    static JsonNode header(String compact) {
        return json(part(compact, 0));
    }

    private static String part(String compact, int index) {
        String[] parts = compact.strip().split("\\.", -1);
        if (parts.length != 3) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(parts[index]), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A signed answer as header and claims, any other as it is. One claim a line: what is taken out of one takes no other along. */
    static String readable(String text) {
        JsonNode claims = claims(text);
        return claims.isMissingNode() ? text : header(text) + "\n" + claims.toPrettyString();
    }

    /** The texts of an array; empty when it is something else. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(item -> texts.add(item.isTextual() ? item.textValue() : item.toString()));
        }
        return texts;
    }

    /** Each text within some JSON, with the name of the member it belongs to. */
    static void eachText(String name, JsonNode node, BiConsumer<String, String> to) {
        if (node.isTextual()) {
            to.accept(name, node.textValue());
        } else if (node.isArray()) {
            node.forEach(item -> eachText(name, item, to));
        } else {
            node.properties().forEach(field -> eachText(field.getKey(), field.getValue(), to));
        }
    }
}
