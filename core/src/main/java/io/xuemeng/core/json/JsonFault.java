package io.xuemeng.core.json;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The first place where a document breaks the grammar of JSON, in the terms of the standard. It looks only after the parser
 * has refused a document, so that the sentence of the finding depends on no parser's wording.
 *
 * @param requirement what is broken
 * @param offset where, in bytes of the document
 * @param found what stands there
 */
record JsonFault(JsonRequirement requirement, int offset, String found) {

    /** Finds the first fault, or null when the grammar is kept. The bytes must be UTF-8. */
    static @Nullable JsonFault find(byte[] document, int from, int to) {
        return new Scan(document, from, to).run();
    }

    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient JsonFault fault;

        Fault(JsonFault fault) {
            super(null, null, false, false);
            this.fault = fault;
        }
    }

    private static final class Scan {

        private static final int MAX_FOUND = 24;

        private final byte[] document;
        private final int to;
        private int at;
        /** Which open levels are objects. */
        private final BitSet objects = new BitSet();

        private int depth;

        Scan(byte[] document, int from, int to) {
            this.document = document;
            this.at = from;
            this.to = to;
        }

        @Nullable
        JsonFault run() {
            try {
                space();
                value();
                while (depth > 0) {
                    afterValue();
                }
                space();
                if (at < to) {
                    throw fault(JsonRequirement.ONE_VALUE);
                }
                return null;
            } catch (Fault e) {
                return e.fault;
            }
        }

        /** Between a value and what may follow it in the open object or array. */
        private void afterValue() {
            space();
            char close = objects.get(depth - 1) ? '}' : ']';
            int next = peek();
            if (next == close) {
                at++;
                depth--;
                return;
            }
            if (next != ',') {
                throw fault(JsonRequirement.WELL_FORMED);
            }
            int comma = at++;
            space();
            if (peek() == '}' || peek() == ']') {
                throw new Fault(new JsonFault(JsonRequirement.NO_TRAILING_COMMA, comma, ","));
            }
            if (objects.get(depth - 1)) {
                name();
            }
            value();
        }

        /** A scalar, or the start of an object or array up to and with its first scalar. */
        private void value() {
            while (true) {
                int c = peek();
                if (c == '{') {
                    at++;
                    objects.set(depth++);
                    space();
                    if (peek() == '}') {
                        at++;
                        depth--;
                        return;
                    }
                    name();
                } else if (c == '[') {
                    at++;
                    objects.clear(depth++);
                    space();
                    if (peek() == ']') {
                        at++;
                        depth--;
                        return;
                    }
                } else {
                    scalar(c);
                    return;
                }
            }
        }

        private void name() {
            int c = peek();
            if (c == '\'' || Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80) {
                throw fault(JsonRequirement.DOUBLE_QUOTES);
            }
            if (c != '"') {
                throw fault(JsonRequirement.WELL_FORMED);
            }
            string();
            space();
            if (peek() != ':') {
                throw fault(JsonRequirement.WELL_FORMED);
            }
            at++;
            space();
        }

        private void scalar(int c) {
            if (c == '"') {
                string();
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                number();
            } else if (c == '+' || c == '.') {
                throw fault(JsonRequirement.NUMBER_FORM);
            } else if (c == '\'') {
                throw fault(JsonRequirement.DOUBLE_QUOTES);
            } else if (!literal("true") && !literal("false") && !literal("null")) {
                throw fault(isNotFinite() ? JsonRequirement.FINITE_NUMBERS : JsonRequirement.WELL_FORMED);
            }
        }

        private boolean literal(String word) {
            if (!startsWith(word)) {
                return false;
            }
            int end = at + word.length();
            if (end < to && isWordPart(document[end])) {
                return false;
            }
            at = end;
            return true;
        }

        private boolean isNotFinite() {
            return startsWith("NaN") || startsWith("Infinity") || startsWith("-Infinity") || startsWith("-NaN");
        }

        private boolean startsWith(String word) {
            if (to - at < word.length()) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                if (document[at + i] != word.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isWordPart(byte b) {
            return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b < 0;
        }

        private void number() {
            int start = at;
            if (isNotFinite()) {
                throw fault(JsonRequirement.FINITE_NUMBERS);
            }
            if (document[at] == '-') {
                at++;
            }
            int integer = at;
            digits(start);
            if (document[integer] == '0' && at > integer + 1) {
                throw faultAt(JsonRequirement.NUMBER_FORM, start);
            }
            if (at < to && document[at] == '.') {
                at++;
                digits(start);
            }
            if (at < to && (document[at] == 'e' || document[at] == 'E')) {
                at++;
                if (at < to && (document[at] == '+' || document[at] == '-')) {
                    at++;
                }
                digits(start);
            }
            if (at < to && (isWordPart(document[at]) || document[at] == '.' || document[at] == '+')) {
                throw faultAt(JsonRequirement.NUMBER_FORM, start);
            }
        }

        /** At least one digit. */
        private void digits(int start) {
            int first = at;
            while (at < to && document[at] >= '0' && document[at] <= '9') {
                at++;
            }
            if (at == first) {
                throw at == to ? fault(JsonRequirement.COMPLETE) : faultAt(JsonRequirement.NUMBER_FORM, start);
            }
        }

        private void string() {
            at++;
            while (true) {
                int c = peek();
                if (c == '"') {
                    at++;
                    return;
                }
                if (c < ' ') {
                    throw new Fault(new JsonFault(JsonRequirement.STRING_FORM, at, String.format("U+%04X", c)));
                }
                if (c == '\\') {
                    escape();
                } else {
                    at++;
                }
            }
        }

        private void escape() {
            int start = at++;
            int c = peek();
            at++;
            if (c == 'u') {
                for (int i = 0; i < 4; i++) {
                    if (Character.digit(peek(), 16) < 0) {
                        throw faultAt(JsonRequirement.STRING_FORM, start);
                    }
                    at++;
                }
            } else if ("\"\\/bfnrt".indexOf(c) < 0) {
                throw faultAt(JsonRequirement.STRING_FORM, start);
            }
        }

        private void space() {
            while (at < to) {
                byte b = document[at];
                if (b == '/' || b == '#') {
                    throw fault(JsonRequirement.NO_COMMENT);
                }
                if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                    return;
                }
                at++;
            }
        }

        /** The byte here; the document must not end here. */
        private int peek() {
            if (at >= to) {
                throw fault(JsonRequirement.COMPLETE);
            }
            return document[at] & 0xFF;
        }

        private Fault fault(JsonRequirement requirement) {
            return faultAt(requirement, at);
        }

        private Fault faultAt(JsonRequirement requirement, int offset) {
            return new Fault(new JsonFault(requirement, offset, wordAt(offset)));
        }

        /** The word or the one character at an offset. */
        private String wordAt(int offset) {
            if (offset >= to) {
                return "";
            }
            int end = offset;
            while (end < to && end - offset < MAX_FOUND && (isWordPart(document[end]) || isSign(document[end]))) {
                end++;
            }
            if (document[offset] == '\'') {
                end++;
                while (end < to && end - offset < MAX_FOUND && document[end - 1] >= ' ' && document[end - 1] != '\'') {
                    end++;
                }
            } else if (end == offset) {
                end = offset + (document[offset] == '\\' ? Math.min(2, to - offset) : 1);
            }
            // Not in the middle of a character.
            while (end < to && (document[end] & 0xC0) == 0x80) {
                end++;
            }
            return new String(document, offset, end - offset, StandardCharsets.UTF_8);
        }

        private static boolean isSign(byte b) {
            return b == '+' || b == '-' || b == '.';
        }
    }
}
