package io.xuemeng.core.json;

import io.xuemeng.core.input.Utf8;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a JSON document (RFC 8259), in place: no token is copied, and a String is made only when asked for. It knows the
 * grammar and UTF-8; limits, names that come twice and half surrogate pairs are its caller's business. What it refuses
 * {@link JsonFault} explains. Not thread-safe.
 */
final class Tokenizer extends OpenLevels {

    private int to;
    private int at;
    private int start;
    private int end;
    /** Whether the current string has a backslash. */
    private boolean escaped;
    /** Whether the current string escapes half of a surrogate pair, or a whole one. */
    private boolean surrogates;
    /** Whether the current string is ASCII. */
    private boolean ascii;
    /** Where a string is not UTF-8, or -1. */
    private int malformed = -1;
    /** Whether nothing of the innermost object or array was read yet. */
    private boolean first = true;
    /** Whether the value of the name that was read comes next. */
    private boolean valueNext;

    /** Whether the name that was read last has a backslash. */
    private boolean nameEscaped;
    /** The index of that name in the set that was asked with. */
    private int memberIndex;

    Tokenizer(byte[] bytes, int from, int to) {
        super(bytes);
        this.at = from;
        this.to = to;
    }

    /** Begins again with another document. */
    void restart(byte[] document, int from, int limit) {
        reset(document);
        at = from;
        start = from;
        end = from;
        to = limit;
        malformed = -1;
        first = true;
        valueNext = false;
    }

    /**
     * The next token. After the document's value {@link JsonEvent#END_DOCUMENT}, again and again.
     *
     * @return null when the grammar allows none such here; nothing can be read on then
     */
    @Nullable
    JsonEvent next() {
        byte c = skipSpace();
        if (valueNext) {
            valueNext = false;
            return value(c);
        }
        if (depth == 0) {
            return outside(c);
        }
        if (objects[depth - 1]) {
            return member(c);
        }
        return element(c);
    }

    private @Nullable JsonEvent outside(byte c) {
        if (first) {
            return value(c);
        }
        return at == to ? JsonEvent.END_DOCUMENT : null;
    }

    private @Nullable JsonEvent member(byte c) {
        if (c == '}') {
            return close(JsonEvent.END_OBJECT);
        }
        if (!name(c, null)) {
            return null;
        }
        valueNext = true;
        return JsonEvent.NAME;
    }

    /**
     * The value of the innermost object's next member, whose name is looked up on the way; {@link #memberIndex} tells it.
     *
     * @return {@link JsonEvent#END_OBJECT} when there is none, null when the grammar allows none such here
     * @throws IllegalStateException when this does not stand between members of an object
     */
    @Nullable
    JsonEvent nextMember(MemberSet set) {
        if (depth == 0 || !objects[depth - 1] || valueNext) {
            throw new IllegalStateException("members come only in an object, and after the value of the one before");
        }
        byte c = skipSpace();
        if (c == '}') {
            return close(JsonEvent.END_OBJECT);
        }
        if (!name(c, set)) {
            return null;
        }
        c = skipSpace();
        return c == '"' ? (string() ? JsonEvent.STRING : null) : value(c);
    }

    /** Reads a name, on whose quote it stands, and looks it up. One of up to seven ASCII letters is one word, looked at once. */
    private boolean nameIn(MemberSet set) {
        if (to - at > Long.BYTES) {
            long word = EightBytes.at(bytes, at + 1);
            long found = EightBytes.specials(word);
            int bits = Long.numberOfTrailingZeros(found) & ~7;
            long name = found == 0 ? EightBytes.HIGH_BITS : word & ((1L << bits) - 1);
            if ((name & EightBytes.HIGH_BITS) == 0 && (byte) (word >>> bits) == '"') {
                start = at;
                at += 2 + (bits >>> 3);
                end = at;
                escaped = false;
                surrogates = false;
                ascii = true;
                memberIndex = set.indexOf(name, 0, bits >>> 3);
                return true;
            }
        }
        if (!string()) {
            return false;
        }
        memberIndex = escaped
                ? set.indexOf(StringText.of(bytes, start + 1, end - 1))
                : set.indexOf(bytes, start + 1, end - 1);
        return true;
    }

    /** Reads a name up to its colon, with the comma before it, and looks it up in a set if there is one. */
    private boolean name(byte next, @Nullable MemberSet set) {
        byte c = next;
        if (!first) {
            if (c != ',') {
                return false;
            }
            at++;
            c = skipSpace();
        }
        first = false;
        if (c != '"' || !(set == null ? string() : nameIn(set))) {
            return false;
        }
        nameStarts[depth - 1] = start;
        nameEnds[depth - 1] = end;
        nameEscaped = escaped;
        if (skipSpace() != ':') {
            return false;
        }
        at++;
        return true;
    }

    private @Nullable JsonEvent element(byte next) {
        byte c = next;
        if (c == ']') {
            return close(JsonEvent.END_ARRAY);
        }
        if (!first) {
            if (c != ',') {
                return null;
            }
            at++;
            c = skipSpace();
        }
        indexes[depth - 1]++;
        return value(c);
    }

    private @Nullable JsonEvent value(byte c) {
        first = false;
        switch (c) {
            case '"' -> {
                return string() ? JsonEvent.STRING : null;
            }
            case '{' -> {
                return open(JsonEvent.START_OBJECT, true);
            }
            case '[' -> {
                return open(JsonEvent.START_ARRAY, false);
            }
            case 't' -> {
                return literal("true", JsonEvent.TRUE);
            }
            case 'f' -> {
                return literal("false", JsonEvent.FALSE);
            }
            case 'n' -> {
                return literal("null", JsonEvent.NULL);
            }
            default -> {
                return scalar(Scalars.numberEnd(bytes, at, to), JsonEvent.NUMBER);
            }
        }
    }

    private JsonEvent open(JsonEvent event, boolean object) {
        start = at++;
        end = at;
        push(object);
        first = true;
        return event;
    }

    private JsonEvent close(JsonEvent event) {
        start = at++;
        end = at;
        depth--;
        first = false;
        return event;
    }

    private @Nullable JsonEvent literal(String word, JsonEvent event) {
        return scalar(Scalars.literalEnd(bytes, at, to, word), event);
    }

    private @Nullable JsonEvent scalar(int after, JsonEvent event) {
        if (after < 0) {
            return null;
        }
        start = at;
        at = after;
        end = after;
        return event;
    }

    /** The byte at which the next token starts, or 0 at the end; the bytes hold no 0 outside strings that is not refused. */
    private byte skipSpace() {
        if (at < to) {
            byte c = bytes[at];
            if (c > ' ') {
                return c;
            }
        }
        return skipSomeSpace();
    }

    private byte skipSomeSpace() {
        while (at < to) {
            byte c = bytes[at];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        return 0;
    }

    /** Reads a string, on whose quote it stands; eight bytes at a time, for most of a document is in strings. */
    private boolean string() {
        start = at;
        escaped = false;
        surrogates = false;
        long seen = 0;
        int i = at + 1;
        while (to - i >= Long.BYTES) {
            long word = EightBytes.at(bytes, i);
            long found = EightBytes.specials(word);
            if (found == 0) {
                seen |= word;
                i += Long.BYTES;
                continue;
            }
            int bits = Long.numberOfTrailingZeros(found) & ~7;
            seen |= word & ((1L << bits) - 1);
            i += bits >>> 3;
            if ((byte) (word >>> bits) == '"') {
                return ended(i + 1, seen);
            }
            i = escape(i);
            if (i < 0) {
                return false;
            }
        }
        return stringTail(i, seen);
    }

    /** The rest of a string near the end of the document. */
    private boolean stringTail(int from, long before) {
        long seen = before;
        int i = from;
        while (i < to) {
            byte c = bytes[i];
            if (c == '"') {
                return ended(i + 1, seen);
            }
            if (c == '\\' || (c >= 0 && c < ' ')) {
                i = escape(i);
                if (i < 0) {
                    return false;
                }
            } else {
                seen |= c & 0xFFL;
                i++;
            }
        }
        return false;
    }

    /** The index after the escape at an index, or -1 when there is none. */
    private int escape(int backslash) {
        escaped = true;
        int after = StringText.escapeEnd(bytes, backslash, to);
        surrogates |=
                after == backslash + 6 && Character.isSurrogate((char) LoneSurrogates.unitAt(bytes, backslash, to));
        return after;
    }

    private boolean ended(int after, long seen) {
        at = after;
        end = after;
        ascii = (seen & EightBytes.HIGH_BITS) == 0;
        if (!ascii) {
            malformed = Utf8.firstMalformed(bytes, start + 1, after - 1);
            return malformed < 0;
        }
        return true;
    }

    /** Where the current token starts. */
    int start() {
        return start;
    }

    /** The byte after the current token's last. */
    int end() {
        return end;
    }

    /** The current member's name, on the name and on its value, which may be an object's start; null elsewhere. */
    @Nullable
    String name() {
        int level = first ? depth - 2 : depth - 1;
        return level < 0 || nameEnds[level] == 0 ? null : nameAt(level);
    }

    /** The index in its set of the name of the member on whose value this stands. */
    int memberIndex() {
        return memberIndex;
    }

    /** Where the name of the member on whose value this stands begins. */
    int nameStart() {
        return nameStarts[first ? depth - 2 : depth - 1];
    }

    /** Where in that name half of a surrogate pair stands, or -1. */
    int loneSurrogateInName() {
        int level = first ? depth - 2 : depth - 1;
        return nameEscaped ? LoneSurrogates.first(bytes, nameStarts[level] + 1, nameEnds[level] - 1) : -1;
    }

    /** Where a string is not UTF-8, after which nothing can be read; -1 when none was met. */
    int malformed() {
        return malformed;
    }

    /** Whether the current string escapes surrogates. */
    boolean hasSurrogates() {
        return surrogates;
    }

    /** How many bytes the current token has. */
    int length() {
        return end - start;
    }

    /** Whether the current string stands in the document as it is: ASCII without escapes. */
    boolean isPlain() {
        return ascii && !escaped;
    }

    /** The current string, or the current number as it is written. */
    String text(boolean quoted) {
        int from = quoted ? start + 1 : start;
        int last = quoted ? end - 1 : end;
        if (!quoted || isPlain()) {
            return new String(bytes, from, last - from, StandardCharsets.ISO_8859_1);
        }
        return escaped
                ? StringText.of(bytes, from, last)
                : new String(bytes, from, last - from, StandardCharsets.UTF_8);
    }
}
