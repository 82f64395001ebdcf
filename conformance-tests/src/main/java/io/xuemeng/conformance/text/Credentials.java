package io.xuemeng.conformance.text;

import io.xuemeng.conformance.text.CredentialNames.Kind;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds credentials by where they stand: in addresses, header fields, cookies, members of JSON, fields of forms, elements of XML, commands, and
 * signed tokens wherever they stand. What a name of a credential is followed by in a sentence is none. Each character is looked at a few
 * times at most, whatever the text. For one text; not thread-safe.
 */
final class Credentials {

    private static final Set<String> ATTRIBUTES =
            Set.of("path", "domain", "expires", "max-age", "samesite", "version", "priority");
    private static final Set<String> SCHEMES =
            Set.of("basic", "bearer", "digest", "dpop", "negotiate", "ntlm", "mac", "hawk", "token");
    /** Schemes that a credential follows also where no field is named. */
    private static final Set<String> TOKEN_SCHEMES = Set.of("basic", "bearer", "dpop", "negotiate");

    private static final int SHORTEST_CODE = 8;
    private static final String LINES = "\r\n";
    private static final String BLANKS = " \t" + LINES;
    private static final String QUOTES = "\"'";
    private static final String JWT = "eyJ";
    private static final int SHORTEST_HEADER = 11;
    private static final String PEM = "-----BEGIN";
    private static final String PEM_KEY = "PRIVATE KEY-----";
    private static final String PEM_END = "-----END";
    private static final int LONGEST_PEM_TYPE = 24;
    private static final int LONGEST_USER = 64;
    private static final int LONGEST_PORT = 5;

    private final Scanned text;
    private final int length;
    private final StringBuilder out;
    private final BitSet keys;
    private int copied;

    /** Where the value ends that was last looked at, and what comes after the blanks behind it: several names may stand before one end. */
    private int valueEnd = -1;

    private int valueNext = -1;

    private Credentials(CharSequence text) {
        this.text = new Scanned(text);
        this.length = text.length();
        this.out = new StringBuilder(length);
        this.keys = KeyObjects.in(this.text);
    }

    /** The text with {@link Redaction#MASK} in the place of each of them. */
    static String masked(CharSequence text) {
        return new Credentials(text).mask();
    }

    private String mask() {
        int at = 0;
        while (at < length) {
            if (!Scanned.isWord(text.charAt(at))) {
                int chinese = text.charAt(at) < 0x80 ? 0 : CredentialNames.chinese(text, at);
                at = chinese == 0 ? at + 1 : value(at, at + chinese, Kind.PLAIN);
                continue;
            }
            int end = at + 1;
            while (end < length && Scanned.isWord(text.charAt(end))) {
                end++;
            }
            at = word(at, end);
        }
        text.appendTo(out, copied, length);
        return out.toString();
    }

    /** Looks at one word and at what follows it; returns from where to go on. */
    private int word(int start, int end) {
        int token = token(start, end);
        if (token >= 0) {
            return cover(token, end);
        }
        if (text.startsWith("://", end)) {
            return user(end + 3);
        }
        if (text.isOneOf(start, end, PEM)) {
            return privateKey(end);
        }
        if (text.isOneOf(start, end, "-u", "--user")) {
            return commandUser(end);
        }
        int[] input = InputTag.secret(text, start, end);
        if (input.length > 0) {
            return cover(input[0], input[1]);
        }
        int scheme = behindScheme(start, end);
        if (scheme > end) {
            return scheme;
        }
        Kind kind = CredentialNames.kind(text, start, end);
        if (kind == Kind.NONE && keys.get(start) && CredentialNames.isOfPrivateKey(text, start, end)) {
            kind = Kind.PLAIN;
        }
        return kind == Kind.NONE ? end : value(start, end, kind);
    }

    /** Puts the mask in the place of a part, unless it is empty; returns its end. */
    private int cover(int from, int to) {
        if (from < to) {
            text.appendTo(out, copied, from);
            out.append(Redaction.MASK);
            copied = to;
        }
        return to;
    }

    /** Masks the token that a word for a scheme is followed by; returns its end, or that of the word. */
    private int behindScheme(int start, int end) {
        if (end - start > 9 || !TOKEN_SCHEMES.contains(text.part(start, end).toLowerCase(Locale.ROOT))) {
            return end;
        }
        int from = text.skipBlanks(end);
        int to = from;
        while (to < length && (Scanned.isWord(text.charAt(to)) || "~+/".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        boolean parameter = text.startsWith("=\"", to);
        return from == end || parameter || !looksLikeOne(from, to, "") ? end : cover(from, text.skip(to, "="));
    }

    /** Where a signed or encrypted token in compact form begins within a word; -1 when none does. */
    private int token(int start, int end) {
        int begin = -1;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '.') {
                if (begin >= 0 && i - begin >= SHORTEST_HEADER && i + 1 < end) {
                    return begin;
                }
                begin = -1;
            } else if (begin < 0 && i + JWT.length() <= end && text.startsWith(JWT, i)) {
                begin = i;
            }
        }
        return -1;
    }

    /** The user and the password of an address, in front of an at sign (RFC 3986, 3.2.1), or of the place where a text was cut. */
    private int user(int start) {
        int at = start;
        int colon = -1;
        boolean port = true;
        while (at < length && isOfUser(text.charAt(at), colon >= 0)) {
            char c = text.charAt(at);
            port &= colon < 0 || (Character.isDigit(c) && at - colon <= LONGEST_PORT);
            if (c == ':' && colon < 0) {
                colon = at;
            }
            at++;
        }
        boolean cut = at >= length || text.charAt(at) == '…';
        boolean user = cut ? colon >= 0 && !port : text.charAt(at) == '@';
        return user ? cover(start, at) : start;
    }

    /** What RFC 3986 allows, and what people write although it does not; nothing that ends an address in JSON, XML or a sentence. */
    private static boolean isOfUser(char c, boolean password) {
        return c < 0x7f ? c > ' ' && "/?#@\"<>[]{}\\".indexOf(c) < 0 : password && Character.isLetterOrDigit(c);
    }

    /** What is between the lines around a private key (RFC 7468, 10), also when they are no lines but within a string. */
    private int privateKey(int end) {
        int from = end;
        while (from < end + LONGEST_PEM_TYPE && !text.startsWith(PEM_KEY, from)) {
            from++;
        }
        if (!text.startsWith(PEM_KEY, from)) {
            return end;
        }
        int close = from + PEM_KEY.length();
        while (close < length && !text.startsWith(PEM_END, close)) {
            close++;
        }
        return cover(from + PEM_KEY.length(), close);
    }

    /** A name and a password behind an option of curl's. */
    private int commandUser(int end) {
        int from = text.skipBlanks(end);
        char first = from < length ? text.charAt(from) : ' ';
        boolean quoted = QUOTES.indexOf(first) >= 0;
        if (quoted || first == '=') {
            from++;
        }
        int colon = text.until(from, Math.min(from + LONGEST_USER, length), ":" + BLANKS + QUOTES);
        boolean both = from > end && colon < length && text.charAt(colon) == ':';
        return both ? cover(from, text.until(colon, length, quoted ? LINES + first : BLANKS + QUOTES)) : end;
    }

    /** Masks what a name of a credential is followed by, when it is followed by one. */
    private int value(int start, int end, Kind kind) {
        int behind = Enclosed.index(text, end);
        int[] nested = Enclosed.encoded(text, behind);
        if (nested.length > 0) {
            return cover(nested[0], nested[1]);
        }
        String quote = text.quote(behind);
        if (quote.isEmpty()) {
            int[] element = Enclosed.element(text, start, end);
            if (element.length > 0) {
                return cover(element[0], element[1]);
            }
        }
        int at = quote.isEmpty() ? text.skipBlanks(behind) : text.skipSpace(behind + quote.length());
        if (at >= length) {
            return end;
        }
        char separator = text.charAt(at);
        boolean colon = separator == ':' || separator == '：';
        if (!colon && separator != '=' && separator != '＝') {
            return end;
        }
        // An arrow is what some languages have in the place of a colon.
        boolean arrow = text.startsWith("=>", at);
        colon |= arrow;
        at += arrow ? 2 : 1;
        int from = quote.isEmpty() ? text.skipBlanks(at) : text.skipSpace(at);
        if (from >= length || text.charAt(from) == '=') {
            return end;
        }
        if (!quote.isEmpty()) {
            return colon ? member(from, quote, kind) : end;
        }
        // A sentence goes on in its language; a credential seldom is of it.
        boolean sentence = (separator == '：' || text.charAt(start) >= 0x80) && text.charAt(from) >= 0x80;
        if (sentence || (colon && "{[".indexOf(text.charAt(from)) >= 0)) {
            return from;
        }
        return colon ? header(start, from, kind) : field(from, kind);
    }

    /** The value of a member of JSON, or the values of an array. */
    private int member(int from, String quote, Kind kind) {
        int at = from;
        if (text.charAt(at) == '[') {
            at = text.skipSpace(at + 1);
            while (text.startsWith(quote, at)) {
                at = text.skipSpace(quoted(at + quote.length(), quote, kind) + quote.length());
                if (at >= length || text.charAt(at) != ',') {
                    return Math.min(at, length);
                }
                at = text.skipSpace(at + 1);
            }
            return Math.min(at, length);
        }
        if (text.startsWith(quote, at)) {
            return quoted(at + quote.length(), quote, kind);
        }
        int end = text.until(at, length, BLANKS + QUOTES + ",:}]");
        boolean number = end > at && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-');
        return number ? cover(at, end) : from;
    }

    /** Masks up to the closing quotation mark; returns where that is, or the end of the text. */
    private int quoted(int from, String quote, Kind kind) {
        char mark = quote.charAt(quote.length() - 1);
        int backslashes = 0;
        for (int at = from; at < length; at++) {
            char c = text.charAt(at);
            if (c == mark && (quote.length() == 1 ? backslashes % 2 == 0 : backslashes == quote.length() - 1)) {
                int end = at - (quote.length() - 1);
                masks(from, end, kind);
                return end;
            }
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        masks(from, length, kind);
        return length;
    }

    /** Masks a whole value, but for the scheme of an authorization, and the names and attributes of cookies. */
    private void masks(int from, int end, Kind kind) {
        switch (kind) {
            case NONE, PLAIN -> cover(from, end);
            case AUTHORIZATION -> cover(afterScheme(from, end), end);
            case COOKIE -> cookies(from, end);
        }
    }

    private int afterScheme(int from, int end) {
        int at = from;
        while (at < end && Scanned.isWord(text.charAt(at))) {
            at++;
        }
        boolean scheme = SCHEMES.contains(text.part(from, at).toLowerCase(Locale.ROOT));
        int rest = Math.min(text.skipBlanks(at), end);
        return scheme && rest > at ? rest : from;
    }

    private void cookies(int from, int end) {
        int at = from;
        boolean first = true;
        while (at < end) {
            int close = Enclosed.cookieEnd(text, at, end);
            int begin = Math.min(text.skipBlanks(at), close);
            int equals = text.until(begin, close, "=");
            String name = text.part(begin, equals).strip().toLowerCase(Locale.ROOT);
            boolean flag = equals == close && !first;
            if (!flag && !ATTRIBUTES.contains(name)) {
                cover(equals == close ? begin : equals + 1, close);
            }
            first = false;
            at = close + 1;
        }
    }

    /** The value of a field of a form, of a parameter, or of a line of settings. */
    private int field(int from, Kind kind) {
        char first = text.charAt(from);
        if (first == '"' || first == '\'') {
            return quoted(from + 1, String.valueOf(first), kind);
        }
        int begin = first == '[' ? from + 1 : from;
        if (kind == Kind.COOKIE) {
            int end = text.until(begin, length, LINES + QUOTES + (first == '[' ? "]" : "&<>}"));
            cookies(begin, end);
            return end;
        }
        if (kind == Kind.AUTHORIZATION) {
            begin = afterScheme(begin, length);
        }
        int end = text.until(begin, length, BLANKS + QUOTES + "&;<>]");
        while (end > begin && ",)}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return cover(begin, end);
    }

    /** The value of a header field, or of a line of settings; a sentence with a colon is neither. */
    private int header(int start, int from, Kind kind) {
        int before = start;
        while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
            before--;
        }
        char outside = before == 0 ? '\n' : text.charAt(before - 1);
        boolean atStart = "\r\n{,<>".indexOf(outside) >= 0;
        boolean quotes = outside == '"' || outside == '\'';
        boolean cookie = kind == Kind.COOKIE && Enclosed.isCookie(text, from);
        if (cookie || (kind != Kind.PLAIN && (atStart || quotes))) {
            int end = text.until(from, length, quotes ? LINES + outside : LINES);
            masks(from, end, kind);
            return end;
        }
        if (atStart && QUOTES.indexOf(text.charAt(from)) >= 0) {
            return quoted(from + 1, String.valueOf(text.charAt(from)), kind);
        }
        int begin = kind == Kind.AUTHORIZATION ? afterScheme(from, length) : from;
        int close = valueEnd(begin);
        return begin > from || ((atStart || quotes) && isLast()) || looksLikeOne(begin, close, ":：/")
                ? cover(begin, close)
                : from;
    }

    private int valueEnd(int from) {
        if (valueEnd < from) {
            valueEnd = text.until(from, length, BLANKS + QUOTES + "<>,;}");
            valueNext = text.skipBlanks(valueEnd);
        }
        return valueEnd;
    }

    /** Whether nothing more follows the value that was last looked at. */
    private boolean isLast() {
        return valueNext >= length || (LINES + QUOTES + ",;}").indexOf(text.charAt(valueNext)) >= 0;
    }

    /** Letters and digits together, and nothing that is not of one. */
    private boolean looksLikeOne(int from, int to, String others) {
        boolean letter = false;
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (others.indexOf(c) >= 0) {
                return false;
            }
            letter |= Character.isLetter(c);
            digit |= Character.isDigit(c);
        }
        return letter && digit && to - from >= SHORTEST_CODE;
    }
}
