package io.xuemeng.conformance.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.xuemeng.conformance.result.Conclusion;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;

/** {@code result.json}: all that a run gave, in one form that does not depend on the kit's classes. Stateless and thread-safe. */
public final class ResultFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule()
                    .addSerializer(Verdict.class, word(Verdict::label))
                    .addDeserializer(Verdict.class, word(Verdict.values(), Verdict::label))
                    .addSerializer(Conclusion.class, word(Conclusion::label))
                    .addDeserializer(Conclusion.class, word(Conclusion.values(), Conclusion::label)))
            .build();

    private ResultFile() {}

    private static <E> JsonSerializer<E> word(Function<E, String> label) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(E value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(label.apply(value));
            }
        };
    }

    private static <E> JsonDeserializer<E> word(E[] values, Function<E, String> label) {
        return new JsonDeserializer<>() {
            @Override
            public E deserialize(JsonParser json, DeserializationContext context) throws IOException {
                String text = json.getText();
                return Arrays.stream(values)
                        .filter(value -> label.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IOException("not a word of this form: " + text));
            }
        };
    }

    /** Writes a result; an existing file is replaced. */
    public static void write(RunResult result, Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(result) + '\n');
    }

    /**
     * Reads a result.
     *
     * @throws IOException when it cannot be read, or is none of this version; the message says which
     */
    public static RunResult read(Path file) throws IOException {
        try {
            RunResult result = JSON.readValue(file.toFile(), RunResult.class);
            if (result.format() != RunResult.FORMAT) {
                throw new IOException(
                        file + " is of format " + result.format() + "; this kit reads " + RunResult.FORMAT);
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is no result of this kit: " + e.getOriginalMessage(), e);
        }
    }
}
