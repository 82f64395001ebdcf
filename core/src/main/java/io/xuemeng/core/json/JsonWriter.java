package io.xuemeng.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8, token by token. The same calls give the same bytes, on every platform. Text that no UTF-8 can hold,
 * half a surrogate pair, is written as an escape, so nothing that was read is lost.
 *
 * <pre>{@code
 * byte[] json = JsonWriter.compact(out -> out.startObject()
 *         .member("title", title)
 *         .name("extensions").raw(extensions)
 *         .endObject());
 * }</pre>
 *
 * <p>Every method throws {@link IllegalStateException} when JSON has no such token at this place, and {@link
 * UncheckedIOException} when the stream fails. Not thread-safe.
 */
public final class JsonWriter implements AutoCloseable {

    /** How the text is laid out. */
    public enum Layout {
        /** No white space. */
        COMPACT,
        /** Two spaces an indent, line feeds, a space after a colon, one element a line. */
        PRETTY
    }

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private final JsonGenerator generator;

    private JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes to a stream, which {@link #close()} flushes and leaves open. */
    public static JsonWriter open(OutputStream out, Layout layout) {
        try {
            JsonGenerator generator = StrictFactory.FACTORY.createGenerator(out);
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            if (layout == Layout.PRETTY) {
                generator.setPrettyPrinter(new Printer());
            }
            return new JsonWriter(generator);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The bytes that a caller writes, without white space. */
    public static byte[] compact(Consumer<JsonWriter> content) {
        return bytes(Layout.COMPACT, content);
    }

    /** The bytes that a caller writes, for people to read, with a line feed at the end. */
    public static byte[] pretty(Consumer<JsonWriter> content) {
        return bytes(Layout.PRETTY, content);
    }

    private static byte[] bytes(Layout layout, Consumer<JsonWriter> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonWriter writer = open(out, layout)) {
            content.accept(writer);
        }
        if (layout == Layout.PRETTY) {
            out.write('\n');
        }
        return out.toByteArray();
    }

    /** Starts an object. */
    public JsonWriter startObject() {
        return write(JsonGenerator::writeStartObject);
    }

    /** Ends an object. */
    public JsonWriter endObject() {
        return write(JsonGenerator::writeEndObject);
    }

    /** Starts an array. */
    public JsonWriter startArray() {
        return write(JsonGenerator::writeStartArray);
    }

    /** Ends an array. */
    public JsonWriter endArray() {
        return write(JsonGenerator::writeEndArray);
    }

    /** The name of a member, whose value follows. */
    public JsonWriter name(String name) {
        try {
            boolean escaped = escapeIfNeeded(name);
            generator.writeFieldName(name);
            endEscape(escaped);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A string. */
    public JsonWriter value(String value) {
        try {
            boolean escaped = escapeIfNeeded(value);
            generator.writeString(value);
            endEscape(escaped);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A whole number. */
    public JsonWriter value(long value) {
        try {
            generator.writeNumber(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A number with its scale: 1.50 stays 1.50. */
    public JsonWriter value(BigDecimal value) {
        try {
            generator.writeNumber(value.toString());
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** {@code true} or {@code false}. */
    public JsonWriter value(boolean value) {
        try {
            generator.writeBoolean(value);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** {@code null}. */
    public JsonWriter nullValue() {
        return write(JsonGenerator::writeNull);
    }

    /** A value exactly as it was found. */
    public JsonWriter raw(RawJson value) {
        try {
            generator.writeRawValue(value.text());
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A member with a string; nothing when the value is null. */
    public JsonWriter member(String name, @Nullable String value) {
        return value == null ? this : name(name).value(value);
    }

    /** A member with a number; nothing when the value is null. */
    public JsonWriter member(String name, @Nullable BigDecimal value) {
        return value == null ? this : name(name).value(value);
    }

    /** A member with {@code true} or {@code false}; nothing when the value is null. */
    public JsonWriter member(String name, @Nullable Boolean value) {
        return value == null ? this : name(name).value(value.booleanValue());
    }

    /** A member exactly as it was found; nothing when the value is null. */
    public JsonWriter member(String name, @Nullable RawJson value) {
        return value == null ? this : name(name).raw(value);
    }

    /** Flushes what was written; the stream stays open. */
    @Override
    public void close() {
        write(JsonGenerator::close);
    }

    @FunctionalInterface
    private interface Token {
        void write(JsonGenerator generator) throws IOException;
    }

    private JsonWriter write(Token token) {
        try {
            token.write(generator);
            return this;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(IOException e) {
        if (e instanceof JsonProcessingException) {
            return new IllegalStateException("JSON has no such token at this place: " + e.getMessage(), e);
        }
        return new UncheckedIOException("the JSON could not be written to its stream", e);
    }

    private boolean escapeIfNeeded(String text) {
        if (!hasLoneSurrogate(text)) {
            return false;
        }
        generator.setHighestNonEscapedChar(0x7F);
        return true;
    }

    private void endEscape(boolean escaped) {
        if (escaped) {
            generator.setHighestNonEscapedChar(0);
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Fixed line feeds and separators, whatever the platform and the version of Jackson take for usual. */
    private static final class Printer extends DefaultPrettyPrinter {

        private static final long serialVersionUID = 1;

        Printer() {
            indentObjectsWith(INDENTER);
            indentArraysWith(INDENTER);
        }

        @Override
        public DefaultPrettyPrinter createInstance() {
            return new Printer();
        }

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(": ");
        }

        @Override
        public void writeEndObject(JsonGenerator generator, int members) throws IOException {
            if (members > 0) {
                super.writeEndObject(generator, members);
            } else {
                _nesting--;
                generator.writeRaw('}');
            }
        }

        @Override
        public void writeEndArray(JsonGenerator generator, int elements) throws IOException {
            if (elements > 0) {
                super.writeEndArray(generator, elements);
            } else {
                _nesting--;
                generator.writeRaw(']');
            }
        }
    }
}
