package io.xuemeng.resource.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the values of a PDF one by one. Bounded in depth, in values and in the length of texts, and never surprised. */
final class PdfParser {

    private static final int MAX_DEPTH = 24;
    private static final int MAX_VALUES = 1 << 16;

    private final PdfBytes bytes;
    private final int textLength;
    private long at;
    private int values;

    PdfParser(PdfBytes bytes, long at, int textLength) {
        this.bytes = bytes;
        this.at = at;
        this.textLength = textLength;
    }

    long at() {
        return at;
    }

    void moveTo(long place) {
        at = place;
    }

    /** The next value; null when there is none, or nothing that can be read. */
    @Nullable
    PdfValue next() {
        return value(0);
    }

    /** The next value when it is a number that is not negative, else -1. */
    long nextWhole() {
        skipSpace();
        return isDigit(bytes.at(at)) ? digits() : -1;
    }

    /** Passes over a keyword if it comes next. */
    boolean skipKeyword(String keyword) {
        skipSpace();
        if (bytes.has(at, keyword)) {
            at += keyword.length();
            return true;
        }
        return false;
    }

    private @Nullable PdfValue value(int depth) {
        skipSpace();
        int c = bytes.at(at);
        if (c < 0 || depth > MAX_DEPTH || ++values > MAX_VALUES) {
            return null;
        }
        return switch (c) {
            case '/' -> name();
            case '(' -> literal();
            case '<' -> bytes.at(at + 1) == '<' ? dictionary(depth) : hexadecimal();
            case '[' -> array(depth);
            case '+', '-', '.' -> number();
            default -> isDigit(c) ? numberOrReference() : keyword();
        };
    }

    /** Passes over white space and comments. */
    void skipSpace() {
        while (true) {
            int c = bytes.at(at);
            if (c == '%') {
                while (c >= 0 && c != '\r' && c != '\n') {
                    c = bytes.at(++at);
                }
            } else if (isSpace(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    private PdfValue name() {
        StringBuilder name = new StringBuilder();
        int c = bytes.at(++at);
        while (isRegular(c) && name.length() < textLength) {
            int high = Character.digit(bytes.at(at + 1), 16);
            int low = Character.digit(bytes.at(at + 2), 16);
            if (c == '#' && high >= 0 && low >= 0) {
                name.append((char) (high * 16 + low));
                at += 3;
            } else {
                name.append((char) c);
                at++;
            }
            c = bytes.at(at);
        }
        return new PdfValue.Name(name.toString());
    }

    private @Nullable PdfValue literal() {
        StringBuilder text = new StringBuilder();
        int open = 1;
        at++;
        while (text.length() <= textLength) {
            int c = bytes.at(at++);
            if (c < 0) {
                return null;
            }
            if (c == '\\') {
                escape(text);
                continue;
            }
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0) {
                return new PdfValue.Text(text.toString());
            }
            if (c == '\r') {
                // An end of line of any kind counts as a line feed.
                at += bytes.at(at) == '\n' ? 1 : 0;
                c = '\n';
            }
            text.append((char) c);
        }
        return null;
    }

    private void escape(StringBuilder text) {
        int c = bytes.at(at++);
        switch (c) {
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case '\n' -> {
                // A line is continued.
            }
            case '\r' -> at += bytes.at(at) == '\n' ? 1 : 0;
            default -> {
                if (c >= '0' && c <= '7') {
                    int value = c - '0';
                    for (int i = 0; i < 2 && bytes.at(at) >= '0' && bytes.at(at) <= '7'; i++) {
                        value = value * 8 + bytes.at(at++) - '0';
                    }
                    text.append((char) (value & 0xFF));
                } else if (c >= 0) {
                    text.append((char) c);
                }
            }
        }
    }

    private @Nullable PdfValue hexadecimal() {
        StringBuilder text = new StringBuilder();
        int high = -1;
        at++;
        while (text.length() <= textLength) {
            int c = bytes.at(at++);
            if (c == '>') {
                if (high >= 0) {
                    text.append((char) (high * 16));
                }
                return new PdfValue.Text(text.toString());
            }
            int digit = Character.digit(c, 16);
            if (digit < 0 && !isSpace(c)) {
                return null;
            }
            if (digit >= 0 && high >= 0) {
                text.append((char) (high * 16 + digit));
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        return null;
    }

    private PdfValue array(int depth) {
        List<PdfValue> items = new ArrayList<>();
        at++;
        while (true) {
            skipSpace();
            if (bytes.at(at) == ']') {
                at++;
                break;
            }
            PdfValue item = value(depth + 1);
            if (item == null) {
                break;
            }
            items.add(item);
        }
        return new PdfValue.Array(items);
    }

    /** What can be read of a dictionary: a broken entry ends it. */
    private PdfValue dictionary(int depth) {
        Map<String, PdfValue> entries = new LinkedHashMap<>();
        at += 2;
        while (true) {
            skipSpace();
            if (bytes.at(at) == '>') {
                at += 2;
                break;
            }
            PdfValue key = value(depth + 1);
            PdfValue value = key instanceof PdfValue.Name ? value(depth + 1) : null;
            if (!(key instanceof PdfValue.Name name) || value == null) {
                break;
            }
            entries.putIfAbsent(name.value(), value);
        }
        return new PdfValue.Dictionary(entries);
    }

    private PdfValue numberOrReference() {
        long first = digits();
        if (isSpace(bytes.at(at))) {
            long back = at;
            if (nextWhole() >= 0 && isSpace(bytes.at(at))) {
                skipSpace();
                if (bytes.at(at) == 'R' && !isRegular(bytes.at(at + 1))) {
                    at++;
                    return new PdfValue.Reference(first);
                }
            }
            at = back;
        }
        skipFraction();
        return new PdfValue.Whole(first);
    }

    private PdfValue number() {
        boolean negative = bytes.at(at) == '-';
        if (bytes.at(at) != '.') {
            at++;
        }
        long value = digits();
        skipFraction();
        return new PdfValue.Whole(negative ? -value : value);
    }

    private void skipFraction() {
        if (bytes.at(at) == '.') {
            at++;
            digits();
        }
    }

    /** Digits; what would overflow stays at the largest number. */
    private long digits() {
        long value = 0;
        while (isDigit(bytes.at(at))) {
            int digit = bytes.at(at++) - '0';
            value = value > (Long.MAX_VALUE - 9) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        return value;
    }

    private @Nullable PdfValue keyword() {
        StringBuilder keyword = new StringBuilder();
        while (isRegular(bytes.at(at)) && keyword.length() < 32) {
            keyword.append((char) bytes.at(at++));
        }
        return keyword.isEmpty() ? null : new PdfValue.Keyword(keyword.toString());
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static boolean isRegular(int c) {
        return c > ' ' && "()<>[]{}/%".indexOf(c) < 0;
    }
}
