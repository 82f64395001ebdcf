package io.xuemeng.resource.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of labels: one object, by itself or as the value of {@code AIGC} in another. */
final class LabelJson {

    private static final String WRAPPER = "AIGC";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * A field's value.
     *
     * @param text the string, or the text of a number, {@code true}, {@code false} or {@code null}; a bracket for the rest
     * @param isText whether it is a JSON string
     */
    record Value(String text, boolean isText) {}

    private LabelJson() {}

    /** The fields of a label in their order; null when the text is not one JSON object, or names a field twice. */
    static @Nullable Map<String, Value> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Map<String, Value> fields = object(parser);
            return parser.nextToken() == null ? fields : null;
        } catch (IOException malformed) {
            return null;
        }
    }

    private static @Nullable Map<String, Value> object(JsonParser parser) throws IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        Map<String, Value> wrapped = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && name.equals(WRAPPER)) {
                wrapped = object(parser);
            } else if (token == JsonToken.VALUE_STRING && name.equals(WRAPPER)) {
                wrapped = read(parser.getText());
                if (wrapped == null) {
                    return null;
                }
            } else {
                fields.put(name, new Value(parser.getText(), token == JsonToken.VALUE_STRING));
                parser.skipChildren();
            }
        }
        // What stands beside a wrapped label is somebody else's.
        return wrapped == null ? fields : wrapped;
    }

    /** Fields as a JSON object, all strings. */
    static String write(Map<String, String> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                generator.writeStringField(field.getKey(), field.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string in memory could not be written", e);
        }
        return text.toString();
    }
}
