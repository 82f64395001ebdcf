package io.xuemeng.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document that nobody has checked yet, token by token and without a tree. Strict: RFC 8259 with the names of
 * RFC 7493, which are unique. What breaks that is reported to a sink ({@link JsonRequirement}); a name that comes twice is
 * reported and read on, and what breaks the grammar or a limit is reported and then thrown as {@link
 * UnreadableJsonException}, again at every further call. What was read until then stays good.
 *
 * <pre>{@code
 * if (json.next() == JsonEvent.START_OBJECT) {
 *     while (json.nextMember()) {
 *         switch (json.name()) {
 *             case "title" -> title = json.next() == JsonEvent.STRING ? json.text() : wrongType(json);
 *             default -> unknown.put(json.name(), json.captureValue());
 *         }
 *     }
 * }
 * json.next(); // END_DOCUMENT, or a finding about what follows
 * }</pre>
 *
 * <p>Whoever does not read a value skips it with {@link #skipValue()}, which checks it all the same. Names are the same
 * String whenever they come again, with their hash computed, so a {@code switch} over them is cheap. Not thread-safe.
 */
public final class JsonReader implements AutoCloseable {

    private final JsonDocument document;
    private final Limits limits;
    private final FindingSink findings;
    private final int maxDepth;
    private final int maxText;
    private final JsonParser parser;
    private final ReaderFaults faults;
    private final MemberNames names = new MemberNames();
    private final TextView view = new TextView();
    private int depth;
    private boolean started;
    private boolean duplicatesReported;
    private JsonEvent event = JsonEvent.NULL;
    private @Nullable UnreadableJsonException stopped;

    private JsonReader(JsonDocument document, int maxDepth, Limits limits, FindingSink findings, JsonParser parser) {
        this.document = document;
        this.maxDepth = maxDepth;
        this.maxText = limits.textLength();
        this.limits = limits;
        this.findings = findings;
        this.parser = parser;
        this.faults = new ReaderFaults(document, limits, parser);
    }

    /**
     * Opens a document, to the depth of metadata, and stands before its first token.
     *
     * @param document the document's bytes; not copied, and not to be changed while it is read
     * @param entry the file's path within its package, for findings; null when the input is this document
     * @param limits what the document may have at most
     * @param findings takes what is found, while it is read
     * @throws UnreadableJsonException when the document is too large or not UTF-8, or half of a surrogate pair is escaped in a
     *     name; reported
     */
    public static JsonReader open(byte[] document, @Nullable String entry, Limits limits, FindingSink findings)
            throws UnreadableJsonException {
        return open(document, 0, document.length, limits.metadataDepth(), entry, limits, findings);
    }

    /**
     * The same for a part of a buffer and another depth.
     *
     * @param document from its position to its limit; not copied when it has an array, and its position does not move
     * @param maxDepth how deep values may nest; {@link Limits#statementDepth()} for a statement
     */
    public static JsonReader open(
            ByteBuffer document, int maxDepth, @Nullable String entry, Limits limits, FindingSink findings)
            throws UnreadableJsonException {
        if (document.hasArray()) {
            int from = document.arrayOffset() + document.position();
            return open(document.array(), from, from + document.remaining(), maxDepth, entry, limits, findings);
        }
        byte[] copy = new byte[document.remaining()];
        document.duplicate().get(copy);
        return open(copy, 0, copy.length, maxDepth, entry, limits, findings);
    }

    private static JsonReader open(
            byte[] bytes, int from, int to, int maxDepth, @Nullable String entry, Limits limits, FindingSink findings)
            throws UnreadableJsonException {
        JsonDocument document = JsonDocument.open(bytes, from, to, entry, limits, findings);
        try {
            return new JsonReader(
                    document,
                    maxDepth,
                    limits,
                    findings,
                    StrictFactory.parser(bytes, document.from(), document.length()));
        } catch (IOException e) {
            throw new IllegalStateException("opening a parser over memory does no input or output", e);
        }
    }

    /**
     * The next token.
     *
     * @throws UnreadableJsonException when the document cannot be read on; it has been reported
     */
    public JsonEvent next() throws UnreadableJsonException {
        if (stopped != null) {
            throw stopped;
        }
        JsonToken token;
        try {
            token = parser.nextToken();
        } catch (IOException | RuntimeException e) {
            // A parser that fails in a way it does not document has still only met a document it cannot read.
            throw stop(e);
        }
        if (token == null) {
            return end();
        }
        if (depth == 0) {
            if (started) {
                throw stop(faults.secondValue(offset()));
            }
            started = true;
        }
        event = event(token);
        return event;
    }

    private JsonEvent event(JsonToken token) throws UnreadableJsonException {
        switch (token) {
            case START_OBJECT -> {
                deeper();
                names.enter();
                return JsonEvent.START_OBJECT;
            }
            case END_OBJECT -> {
                depth--;
                names.leave();
                return JsonEvent.END_OBJECT;
            }
            case START_ARRAY -> {
                deeper();
                return JsonEvent.START_ARRAY;
            }
            case END_ARRAY -> {
                depth--;
                return JsonEvent.END_ARRAY;
            }
            case FIELD_NAME -> {
                member(currentName());
                return JsonEvent.NAME;
            }
            case VALUE_STRING -> {
                return JsonEvent.STRING;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                checkNumber(token);
                return JsonEvent.NUMBER;
            }
            case VALUE_TRUE -> {
                return JsonEvent.TRUE;
            }
            case VALUE_FALSE -> {
                return JsonEvent.FALSE;
            }
            case VALUE_NULL -> {
                return JsonEvent.NULL;
            }
            default -> throw new IllegalStateException("a parser over bytes has no " + token);
        }
    }

    private JsonEvent end() throws UnreadableJsonException {
        if (!started) {
            throw stop(faults.empty());
        }
        event = JsonEvent.END_DOCUMENT;
        return event;
    }

    private void deeper() throws UnreadableJsonException {
        if (++depth > maxDepth) {
            throw stop(Finding.of(JsonRequirement.DEPTH).with("limit", maxDepth).at(location()));
        }
    }

    private void member(String name) throws UnreadableJsonException {
        if (name.length() > maxText) {
            throw tooLong();
        }
        if (!names.add(name) && !duplicatesReported) {
            duplicatesReported = true;
            new DuplicateMembers(document.bytes(), document.from(), document.to(), document.entry(), findings)
                    .report(maxDepth);
        }
    }

    private void checkNumber(JsonToken token) throws UnreadableJsonException {
        try {
            int length = parser.getTextLength();
            if (length > limits.numberLength()
                    || (token == JsonToken.VALUE_NUMBER_FLOAT
                            && Exponents.isLarge(parser.getTextCharacters(), parser.getTextOffset(), length))) {
                throw stop(faults.numberSize(location()));
            }
        } catch (IOException e) {
            throw stop(e);
        }
    }

    private UnreadableJsonException tooLong() {
        return stop(faults.textLength(location()));
    }

    private UnreadableJsonException stop(Exception e) {
        return stop(faults.of(e, location()));
    }

    /**
     * Ends reading for a reason of the caller's, a limit say: the finding is reported, and every further event is refused.
     *
     * @return what to throw
     */
    public UnreadableJsonException stop(Finding.Builder finding) {
        UnreadableJsonException reported = JsonDocument.report(finding, findings);
        stopped = reported;
        return reported;
    }

    /**
     * Moves to the next member's name. Call it when the reader stands on the object's start, on the end of the last member's
     * value, or still on its name: then the value is skipped.
     *
     * @return false when there is none; the reader then stands on the object's end
     */
    public boolean nextMember() throws UnreadableJsonException {
        if (event == JsonEvent.NAME) {
            skipValue();
        }
        return next() == JsonEvent.NAME;
    }

    /**
     * Moves to the next element of an array. Call it when the reader stands on the array's start or on the end of the last
     * element.
     *
     * @return false when there is none; the reader then stands on the array's end
     */
    public boolean nextElement() throws UnreadableJsonException {
        return next().isValue();
    }

    /**
     * Moves to the end of the current value, or, from a name, to the end of its value. What is skipped is checked all the
     * same.
     */
    public void skipValue() throws UnreadableJsonException {
        if (event == JsonEvent.NAME) {
            next();
        }
        if (event == JsonEvent.START_OBJECT || event == JsonEvent.START_ARRAY) {
            int outside = depth - 1;
            while (depth > outside) {
                next();
            }
        }
    }

    /**
     * The current value, or, from a name, its value, exactly as it stands in the document. The reader then stands on its
     * end.
     */
    public RawJson captureValue() throws UnreadableJsonException {
        if (event == JsonEvent.NAME) {
            next();
        }
        if (!event.isValue()) {
            throw new IllegalStateException("the reader must stand on a value or on its name, not on " + event);
        }
        int start = offset();
        skipValue();
        return RawJson.slice(document.bytes(), start, endOffset());
    }

    /** The current token. */
    public JsonEvent event() {
        return event;
    }

    /**
     * The name of the current member, on its name and on its value.
     *
     * @throws IllegalStateException elsewhere
     */
    public String name() {
        return currentName();
    }

    private String currentName() {
        String name;
        try {
            name = parser.currentName();
        } catch (IOException e) {
            throw new IllegalStateException("a name that was read is in memory", e);
        }
        if (name == null) {
            throw new IllegalStateException("the reader must stand on a member, not on " + event);
        }
        return name;
    }

    /**
     * The current string, the current number as it is written, or the current name.
     *
     * @throws UnreadableJsonException when the string has a fault or is too long; it has been reported
     * @throws IllegalStateException when the reader stands on something else
     */
    public String text() throws UnreadableJsonException {
        if (stopped != null) {
            throw stopped;
        }
        if (event != JsonEvent.STRING && event != JsonEvent.NUMBER && event != JsonEvent.NAME) {
            throw new IllegalStateException("the reader must stand on a string, a number or a name, not on " + event);
        }
        String text;
        try {
            text = parser.getText();
        } catch (IOException | RuntimeException e) {
            throw stop(e);
        }
        if (text.length() > maxText) {
            throw tooLong();
        }
        return text;
    }

    /**
     * The current string or number without a copy of it: good until the next token, for whoever only looks at it.
     *
     * @throws UnreadableJsonException as {@link #text()}
     * @throws IllegalStateException when the reader stands on something else
     */
    public CharSequence textView() throws UnreadableJsonException {
        if (event != JsonEvent.STRING && event != JsonEvent.NUMBER) {
            throw new IllegalStateException("the reader must stand on a string or a number, not on " + event);
        }
        if (stopped != null) {
            throw stopped;
        }
        try {
            char[] characters = parser.getTextCharacters();
            int length = parser.getTextLength();
            if (length > maxText) {
                throw tooLong();
            }
            return view.over(characters, parser.getTextOffset(), length);
        } catch (IOException | RuntimeException e) {
            throw stop(e);
        }
    }

    /**
     * The current number, with the scale it is written with.
     *
     * @throws IllegalStateException when the reader does not stand on a number
     */
    public BigDecimal decimal() throws UnreadableJsonException {
        if (event != JsonEvent.NUMBER) {
            throw new IllegalStateException("the reader must stand on a number, not on " + event);
        }
        return new BigDecimal(text());
    }

    /** How many objects and arrays are open. */
    public int depth() {
        return depth;
    }

    /** The current token's JSON Pointer (RFC 6901), made when asked for; empty for the document's value itself. */
    public String pointer() {
        return Pointers.exact(parser);
    }

    /** Where the current token starts, for a finding. */
    public Location location() {
        return document.locationAt(offset(), Pointers.shown(parser));
    }

    /** Where the current token starts, with a pointer that the caller knows better. */
    public Location location(String pointer) {
        return document.locationAt(offset(), pointer);
    }

    /** A place whose offset and pointer the caller kept when the reader stood there. */
    public Location location(int offset, String pointer) {
        return document.locationAt(offset, pointer);
    }

    /** The line on which the current token starts, from 1. */
    public int line() {
        return document.placeOf(offset()).line();
    }

    /** The column, in characters, at which the current token starts, from 1. */
    public int column() {
        return document.placeOf(offset()).column();
    }

    /** The byte of the document at which the current token starts; cheaper than line and column. */
    public int offset() {
        return document.from() + (int) Math.max(0, parser.currentTokenLocation().getByteOffset());
    }

    /** The byte of the document after the current token's last; after a string it is the one behind its quote. */
    public int endOffset() throws UnreadableJsonException {
        try {
            parser.finishToken();
            return document.from() + (int) parser.currentLocation().getByteOffset();
        } catch (IOException | RuntimeException e) {
            throw stop(e);
        }
    }

    /** The file's path within its package, as given to {@link #open}; null when the input is this document. */
    public @Nullable String entry() {
        return document.entry();
    }

    /** The limits this reader keeps. */
    public Limits limits() {
        return limits;
    }

    /** Where this reader reports; readers built on it report there too. */
    public FindingSink findings() {
        return findings;
    }

    /** Gives buffers back. Reading on is not possible. */
    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing a parser over memory does no input or output", e);
        }
    }
}
