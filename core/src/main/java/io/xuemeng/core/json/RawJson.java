package io.xuemeng.core.json;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.FindingSink;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value kept exactly as it was found: what a standard leaves open, such as an extension, is carried along as it came.
 * Number forms, escapes and the order of members stay; only white space between tokens goes.
 *
 * <p>Two are equal when their texts are: {@code 1.0} is not {@code 1.00}, and members in another order make another value.
 * Whoever compares by meaning must read them. Immutable and thread-safe.
 */
public final class RawJson {

    private final String text;

    private RawJson(String text) {
        this.text = text;
    }

    /**
     * A value from its text.
     *
     * @param json one JSON value, at most as deep as {@link Limits#statementDepth()} of the default limits
     * @throws IllegalArgumentException when {@link JsonReader} finds anything wrong with it; the message says what
     */
    public static RawJson of(String json) {
        FindingCollector findings = new FindingCollector();
        Limits limits = Limits.defaults();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (JsonReader reader =
                JsonReader.open(ByteBuffer.wrap(bytes), limits.statementDepth(), null, limits, findings)) {
            reader.next();
            RawJson value = reader.captureValue();
            reader.next();
            if (findings.isEmpty()) {
                return value;
            }
        } catch (UnreadableJsonException e) {
            throw new IllegalArgumentException(
                    "not a JSON value: " + e.finding().message(Locale.ENGLISH), e);
        }
        throw new IllegalArgumentException(
                "not a JSON value: " + findings.findings().get(0).message(Locale.ENGLISH));
    }

    /**
     * The value that a caller writes.
     *
     * @param content writes one value, at most as deep as {@link #of(String)} takes
     * @throws IllegalArgumentException when it is deeper
     * @throws IllegalStateException when the caller writes something that JSON does not allow there
     */
    public static RawJson written(Consumer<JsonWriter> content) {
        return of(new String(JsonWriter.compact(content), StandardCharsets.UTF_8));
    }

    /** A part of a document that was read, and so is known to be a JSON value. */
    static RawJson slice(byte[] document, int from, int to) {
        int at = from;
        boolean inString = false;
        while (at < to && (inString || !isSpace(document[at]))) {
            inString = inString ? document[at] != '"' : document[at] == '"';
            at += inString && document[at] == '\\' ? 2 : 1;
        }
        if (at >= to) {
            return new RawJson(new String(document, from, to - from, StandardCharsets.UTF_8));
        }
        byte[] compact = new byte[to - from];
        int length = 0;
        inString = false;
        for (int i = from; i < to; i++) {
            byte b = document[i];
            if (!inString && isSpace(b)) {
                continue;
            }
            compact[length++] = b;
            if (b == '"') {
                inString = !inString;
            } else if (inString && b == '\\') {
                compact[length++] = document[++i];
            }
        }
        return new RawJson(new String(compact, 0, length, StandardCharsets.UTF_8));
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** The value as JSON, without white space between tokens. */
    public String text() {
        return text;
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return text.charAt(0) == '{';
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return text.charAt(0) == '[';
    }

    /** Whether it is a string. */
    public boolean isString() {
        return text.charAt(0) == '"';
    }

    /** A reader over the value; places in its findings are those within this value. */
    public JsonReader open(Limits limits, FindingSink findings) throws UnreadableJsonException {
        return JsonReader.open(
                ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
                limits.statementDepth(),
                null,
                limits,
                findings);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawJson raw && raw.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Its length only: its content may be anybody's. */
    @Override
    public String toString() {
        return "RawJson[" + text.length() + " characters]";
    }
}
