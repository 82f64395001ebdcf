package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.core.jose.Jwk;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON that the kit makes itself, and edits. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** What some text of the kit's own says; apostrophes stand for quotation marks. */
    static JsonNode of(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A public key as it is published. */
    static ObjectNode of(Jwk key) {
        try {
            return (ObjectNode) MAPPER.readTree(key.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A set of keys. */
    static String set(JsonNode... keys) {
        ObjectNode set = object();
        for (JsonNode key : keys) {
            set.withArray("keys").add(key);
        }
        return set.toString();
    }
}
