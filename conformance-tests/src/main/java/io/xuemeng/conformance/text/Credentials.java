package io.xuemeng.conformance.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds credentials by where they stand: in addresses, header fields, cookies, members of JSON, fields of forms, elements of XML, commands, and
 * signed tokens wherever they stand. What a name of a credential is followed by in a sentence is none. Each character is looked at a few
 * times at most, whatever the text. For one text; not thread-safe.
 */
final class Credentials {

    private static final List<String> NAMES = List.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "tokenhint",
            "apikey",
            "appkey",
            "keyinfo",
            "privatekey",
            "assertion");
    private static final List<String> COOKIES = List.of("cookie", "cookie2");
    private static final String AUTHORIZATION = "authorization";
    private static final Set<String> ATTRIBUTES =
            Set.of("path", "domain", "expires", "max-age", "samesite", "version", "priority");
    private static final Set<String> SCHEMES =
            Set.of("basic", "bearer", "digest", "dpop", "negotiate", "ntlm", "mac", "hawk", "token");
    private static final int LONGEST_NAME = 32;
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

    private final Scanned text;
    private final int length;
    private final StringBuilder out;
    private int copied;

    /** Where the value ends that was last looked at, and what comes after the blanks behind it: several names may stand before one end. */
    private int valueEnd = -1;

    private int valueNext = -1;

    private Credentials(CharSequence text) {
        this.text = new Scanned(text);
        this.length = text.length();
        this.out = new StringBuilder(length);
    }

    /** The text with {@link Redaction#MASK} in the place of each of them. */
    static String masked(CharSequence text) {
        return new Credentials(text).mask();
    }

    private String mask() {
        int at = 0;
        while (at < length) {
            if (!Scanned.isWord(text.charAt(at))) {
                at++;
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
        String name = name(start, end);
        if (name.endsWith(AUTHORIZATION)) {
            return value(start, end, Kind.AUTHORIZATION);
        }
        if (COOKIES.stream().anyMatch(name::endsWith)) {
            return value(start, end, Kind.COOKIE);
        }
        return NAMES.stream().anyMatch(name::endsWith) ? value(start, end, Kind.PLAIN) : end;
    }

    private enum Kind {
        PLAIN,
        AUTHORIZATION,
        COOKIE
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

    /** The end of a word, as names are compared: small, without what parts it. */
    private String name(int start, int end) {
        StringBuilder name = new StringBuilder();
        for (int i = Math.max(start, end - LONGEST_NAME); i < end; i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                name.append(c);
            }
        }
        return name.toString().toLowerCase(Locale.ROOT);
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

    /** The user and the password of an address, which stand in front of an at sign (RFC 3986, 3.2.1). */
    private int user(int start) {
        int at = start;
        while (at < length && isOfUser(text.charAt(at))) {
            at++;
        }
        return at < length && text.charAt(at) == '@' ? cover(start, at) : start;
    }

    /** What RFC 3986 allows, and what people write although it does not; nothing that ends an address in JSON, XML or a sentence. */
    private static boolean isOfUser(char c) {
        return c > ' ' && c < 0x7f && "/?#@\"<>[]{}\\".indexOf(c) < 0;
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
        String quote = quote(end);
        int at = text.skipBlanks(end + quote.length());
        if (at >= length) {
            return end;
        }
        char separator = text.charAt(at);
        if (separator == '>'
                && quote.isEmpty()
                && at == end
                && start > 0
                && "<:".indexOf(text.charAt(start - 1)) >= 0) {
            int close = text.until(end + 1, length, "<");
            return text.startsWith("</", close) ? cover(end + 1, close) : end;
        }
        if (separator != ':' && separator != '=') {
            return end;
        }
        int from = text.skipBlanks(at + 1);
        if (from >= length || text.charAt(from) == '=') {
            return end;
        }
        if (!quote.isEmpty()) {
            return separator == ':' ? member(from, quote, kind) : end;
        }
        return separator == '=' ? field(from, kind) : header(start, from, kind);
    }

    /** The quotation mark that closes a name, with the backslash before it when the text is quoted itself; empty when there is none. */
    private String quote(int at) {
        for (String quote : new String[] {"\\\"", "\\'", "\"", "'"}) {
            if (text.startsWith(quote, at)) {
                return quote;
            }
        }
        return "";
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
            if (c == mark && (quote.length() == 1 ? backslashes % 2 == 0 : backslashes == 1)) {
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
            case PLAIN -> cover(from, end);
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
        while (at < end) {
            int close = text.until(at, end, ";");
            int begin = Math.min(text.skipBlanks(at), close);
            int equals = text.until(begin, close, "=");
            String name = text.part(begin, equals).strip().toLowerCase(Locale.ROOT);
            boolean flag = equals == close && at > from;
            if (!flag && !ATTRIBUTES.contains(name)) {
                cover(equals == close ? begin : equals + 1, close);
            }
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
        if (kind != Kind.PLAIN && (atStart || quotes)) {
            int end = text.until(from, length, quotes ? LINES + outside : LINES);
            masks(from, end, kind);
            return end;
        }
        if (atStart && QUOTES.indexOf(text.charAt(from)) >= 0) {
            return quoted(from + 1, String.valueOf(text.charAt(from)), kind);
        }
        int begin = kind == Kind.AUTHORIZATION ? afterScheme(from, length) : from;
        int close = valueEnd(begin);
        return begin > from || ((atStart || quotes) && isLast()) || looksLikeOne(begin, close)
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

    /** Letters and digits together, and no address. */
    private boolean looksLikeOne(int from, int to) {
        boolean letter = false;
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '/') {
                return false;
            }
            letter |= Character.isLetter(c);
            digit |= Character.isDigit(c);
        }
        return letter && digit && to - from >= SHORTEST_CODE;
    }
}
