package io.xuemeng.core.json;

import io.xuemeng.core.code.Iri;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
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
public final class JsonReader extends JsonPlace implements AutoCloseable {

    private static final byte STRING = JsonEvent.STRING.code();

    private final Limits limits;
    private final FindingSink findings;
    private int maxDepth;
    private final MemberNames names = new MemberNames();
    private final int maxText;
    private final int smallNumber;
    private final TextView view;
    private final TokenRules rules;
    private boolean duplicatesReported;
    private byte event = JsonEvent.NULL.code();
    private @Nullable UnreadableJsonException stopped;

    private JsonReader(JsonDocument document, int maxDepth, Limits limits, FindingSink findings) {
        super(document);
        this.maxDepth = maxDepth;
        this.limits = limits;
        this.maxText = limits.textLength();
        this.smallNumber = Math.min(TokenRules.SMALL_NUMBER, limits.numberLength());
        this.findings = findings;
        this.view = new TextView(document.bytes());
        this.rules = new TokenRules(document, limits, tokens);
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
        byte[] copy = copyOf(document);
        return open(copy, 0, copy.length, maxDepth, entry, limits, findings);
    }

    private static byte[] copyOf(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return copy;
    }

    private static JsonReader open(
            byte[] bytes, int from, int to, int maxDepth, @Nullable String entry, Limits limits, FindingSink findings)
            throws UnreadableJsonException {
        JsonDocument document = new JsonDocument(entry);
        document.open(bytes, from, to, limits, findings);
        return new JsonReader(document, maxDepth, limits, findings);
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
        JsonEvent next = tokens.next();
        if (next == null) {
            throw stop(rules.grammar());
        }
        event = next.code();
        if (next == JsonEvent.NAME) {
            member(name(), tokens.start());
        } else {
            arrived(next);
        }
        return next;
    }

    /** The tokenizer stands on a value or on an end: what must be checked of it. */
    private void arrived(JsonEvent next) throws UnreadableJsonException {
        if (next == JsonEvent.STRING) {
            // A text has at most as many characters as bytes, so most need no more than this.
            if (tokens.hasSurrogates() || tokens.length() > maxText) {
                require(rules.ofString(findings));
            }
        } else if (next == JsonEvent.START_OBJECT) {
            deeper();
            names.enter();
        } else if (next == JsonEvent.END_OBJECT) {
            names.leave();
        } else if (next == JsonEvent.START_ARRAY) {
            deeper();
        } else if (next == JsonEvent.NUMBER && tokens.length() > smallNumber) {
            require(rules.ofNumber());
        }
    }

    private void require(Finding.@Nullable Builder broken) throws UnreadableJsonException {
        if (broken != null) {
            throw stop(broken);
        }
    }

    private void deeper() throws UnreadableJsonException {
        if (tokens.depth() > maxDepth) {
            throw stop(rules.depth(maxDepth));
        }
    }

    private void member(String name, int start) throws UnreadableJsonException {
        require(rules.ofName(name.length(), start, tokens.loneSurrogateInName()));
        if (!names.add(name)) {
            reportDuplicates();
        }
    }

    private void reportDuplicates() {
        if (!duplicatesReported) {
            duplicatesReported = true;
            new DuplicateMembers(document.bytes(), document.from(), document.to(), document.entry(), findings)
                    .report(maxDepth);
        }
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
        if (event() == JsonEvent.NAME) {
            skipValue();
        }
        return next() == JsonEvent.NAME;
    }

    /**
     * Moves to the value of the next member, and tells by a set of names whose it is: the quick way for whoever knows the names.
     * Call it when the reader stands on the object's start or on the end of the last member's value, and with one set for all
     * members of an object.
     *
     * @return the name's index in the set; {@link MemberSet#UNKNOWN} for another, which {@link #name()} gives; {@link
     *     MemberSet#END} when there is none, and the reader then stands on the object's end
     * @throws IllegalStateException when the reader stands elsewhere
     */
    public int nextMember(MemberSet set) throws UnreadableJsonException {
        if (stopped != null) {
            throw stopped;
        }
        JsonEvent next = tokens.nextMember(set);
        if (next == null) {
            throw stop(rules.grammar());
        }
        if (next == JsonEvent.END_OBJECT) {
            event = next.code();
            names.leave();
            return MemberSet.END;
        }
        event = next.code();
        int index = tokens.memberIndex();
        if (index < 0) {
            member(name(), tokens.nameStart());
        } else if (!names.add(index)) {
            reportDuplicates();
        }
        arrived(next);
        return index;
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
        if (event() == JsonEvent.NAME) {
            next();
        }
        if (event() == JsonEvent.START_OBJECT || event() == JsonEvent.START_ARRAY) {
            int outside = tokens.depth() - 1;
            while (tokens.depth() > outside) {
                next();
            }
        }
    }

    /**
     * The current value, or, from a name, its value, exactly as it stands in the document. The reader then stands on its
     * end.
     */
    public RawJson captureValue() throws UnreadableJsonException {
        if (event() == JsonEvent.NAME) {
            next();
        }
        if (!event().isValue()) {
            throw new IllegalStateException("the reader must stand on a value or on its name, not on " + event());
        }
        int start = offset();
        skipValue();
        return RawJson.slice(document.bytes(), start, endOffset());
    }

    /** Whether this is the current token: the quick way to ask. */
    public boolean isOn(JsonEvent expected) {
        return event == expected.code();
    }

    /** The current token. */
    public JsonEvent event() {
        return JsonEvent.of(event);
    }

    /**
     * The name of the current member, on its name and on its value.
     *
     * @throws IllegalStateException elsewhere
     */
    public String name() {
        String name = tokens.name();
        if (name == null) {
            throw new IllegalStateException("the reader must stand on a member, not on " + event());
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
        if (event() == JsonEvent.NAME) {
            return name();
        }
        checkText();
        return tokens.text(event() == JsonEvent.STRING);
    }

    private void checkText() throws UnreadableJsonException {
        if (event() != JsonEvent.STRING && event() != JsonEvent.NUMBER) {
            throw new IllegalStateException("the reader must stand on a string, a number or a name, not on " + event());
        }
        if (stopped != null) {
            throw stopped;
        }
    }

    /**
     * The current string or number without a copy of it: good until the next token, for whoever only looks at it.
     *
     * @throws UnreadableJsonException when reading was stopped before
     * @throws IllegalStateException when the reader stands on something else
     */
    public CharSequence textView() throws UnreadableJsonException {
        if (event == STRING && stopped == null) {
            return tokens.isPlain() ? view.over(tokens.start() + 1, tokens.end() - 1) : view.over(tokens.text(true));
        }
        checkText();
        return view.over(tokens.start(), tokens.end());
    }

    /**
     * Whether the current string is an IRI with a scheme (RFC 3987); a plain web address is looked at in place.
     *
     * @throws UnreadableJsonException when reading was stopped before
     * @throws IllegalStateException when the reader stands on something else than a string
     */
    public boolean isIri() throws UnreadableJsonException {
        if (event != STRING) {
            throw new IllegalStateException("the reader must stand on a string, not on " + event());
        }
        if (tokens.isPlain() && stopped == null) {
            return Iri.isValid(document.bytes(), tokens.start() + 1, tokens.end() - 1);
        }
        return Iri.isValid(textView());
    }

    /**
     * The current number, with the scale it is written with.
     *
     * @throws IllegalStateException when the reader does not stand on a number
     */
    public BigDecimal decimal() throws UnreadableJsonException {
        if (event() != JsonEvent.NUMBER) {
            throw new IllegalStateException("the reader must stand on a number, not on " + event());
        }
        BigDecimal small = Decimals.of(document.bytes(), tokens.start(), tokens.end());
        return small == null ? new BigDecimal(text()) : small;
    }

    /** The limits this reader keeps. */
    public Limits limits() {
        return limits;
    }

    /** Where this reader reports; readers built on it report there too. */
    public FindingSink findings() {
        return findings;
    }

    /**
     * Begins again with another document, with the same path, limits and sink: for whoever reads many small ones, and would make a
     * reader for each. What was read of the one before is gone, also when the other cannot be opened.
     *
     * @param other from its position to its limit; not copied when it has an array, and its position does not move
     * @param depth how deep values may nest
     * @throws UnreadableJsonException as {@link #open}, and then again at every further call
     */
    public void reopen(ByteBuffer other, int depth) throws UnreadableJsonException {
        byte[] bytes = other.hasArray() ? other.array() : copyOf(other);
        int from = other.hasArray() ? other.arrayOffset() + other.position() : 0;
        maxDepth = depth;
        stopped = null;
        duplicatesReported = false;
        event = JsonEvent.NULL.code();
        names.restart();
        try {
            document.open(bytes, from, from + other.remaining(), limits, findings);
        } catch (UnreadableJsonException e) {
            close();
            stopped = e;
            throw e;
        }
        tokens.restart(bytes, document.from(), document.to());
        view.restart(bytes);
    }

    /** Lets go of the document. It cannot be read on; a reader may be {@linkplain #reopen opened} again. */
    @Override
    public void close() {
        document.close();
        tokens.restart(document.bytes(), 0, 0);
        view.restart(document.bytes());
        names.restart();
        event = JsonEvent.END_DOCUMENT.code();
    }
}
