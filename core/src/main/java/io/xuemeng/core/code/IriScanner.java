package io.xuemeng.core.code;

/** Recognises IRIs of RFC 3987 in one pass without objects or backtracking. */
final class IriScanner {

    private static final int SCHEME = 1;
    private static final int USER = 2;
    private static final int HOST = 4;
    private static final int PATH = 8;
    private static final int QUERY = 16;
    private static final int FRAGMENT = 32;

    /** Where each ASCII character may stand. */
    private static final byte[] ALLOWED = allowed();

    private IriScanner() {}

    private static byte[] allowed() {
        byte[] allowed = new byte[128];
        for (char c = 0; c < 128; c++) {
            if (Ascii.isLetterOrDigit(c) || "-._~!$&'()*+,;=".indexOf(c) >= 0) {
                allowed[c] = USER | HOST | PATH | QUERY | FRAGMENT;
            }
            if (Ascii.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0) {
                allowed[c] |= SCHEME;
            }
        }
        allowed[':'] = USER | PATH | QUERY | FRAGMENT;
        allowed['@'] = PATH | QUERY | FRAGMENT;
        allowed['/'] = PATH | QUERY | FRAGMENT;
        allowed['?'] = QUERY | FRAGMENT;
        return allowed;
    }

    /** The index of the first character that does not fit, or -1. */
    static int firstError(CharSequence text) {
        return isCommon(text) ? -1 : scan(text);
    }

    /**
     * Whether a text is a web address as most are: small letters for the scheme, a plain host name, ASCII without percent signs.
     * What this does not know may be an IRI all the same.
     */
    private static boolean isCommon(CharSequence text) {
        int host = hostStart(text);
        int at = skipAscii(text, host, HOST);
        int length = text.length();
        if (host == 0 || at == host || (at < length && text.charAt(at) != '/')) {
            return false;
        }
        at = skipAscii(text, at, PATH);
        if (at < length && text.charAt(at) == '?') {
            at = skipAscii(text, at + 1, QUERY);
        }
        if (at < length && text.charAt(at) == '#') {
            at = skipAscii(text, at + 1, FRAGMENT);
        }
        return at == length;
    }

    /** Where the host of {@code https://} or {@code http://} starts; 0 for everything else. */
    private static int hostStart(CharSequence text) {
        if (text.length() < 9
                || text.charAt(0) != 'h'
                || text.charAt(1) != 't'
                || text.charAt(2) != 't'
                || text.charAt(3) != 'p') {
            return 0;
        }
        int colon = text.charAt(4) == 's' ? 5 : 4;
        boolean slashes = text.charAt(colon) == ':' && text.charAt(colon + 1) == '/' && text.charAt(colon + 2) == '/';
        return slashes ? colon + 3 : 0;
    }

    private static int skipAscii(CharSequence text, int start, int part) {
        int length = text.length();
        int at = start;
        while (at < length) {
            char c = text.charAt(at);
            if (c >= 128 || (ALLOWED[c] & part) == 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static int scan(CharSequence text) {
        int length = text.length();
        int at = skip(text, 0, SCHEME);
        if (length == 0 || !Ascii.isLetter(text.charAt(0))) {
            return 0;
        }
        if (at == length || text.charAt(at) != ':') {
            return at;
        }
        boolean web = isWeb(text, at);
        at++;
        if (at + 1 < length && text.charAt(at) == '/' && text.charAt(at + 1) == '/') {
            at = skipAuthority(text, at + 2, web);
            if (at < 0) {
                return ~at;
            }
        } else if (web) {
            return at;
        }
        at = skip(text, at, PATH);
        if (at < length && text.charAt(at) == '?') {
            at = skip(text, at + 1, QUERY);
        }
        if (at < length && text.charAt(at) == '#') {
            at = skip(text, at + 1, FRAGMENT);
        }
        return at == length ? -1 : at;
    }

    private static boolean isWeb(CharSequence text, int end) {
        return Ascii.equalsIgnoreCase(text, 0, end, "https") || Ascii.equalsIgnoreCase(text, 0, end, "http");
    }

    /** The index after the last character from a position on that may stand in a part of an IRI. */
    private static int skip(CharSequence text, int start, int part) {
        int at = start;
        while (true) {
            at = skipAscii(text, at, part);
            int next = at < text.length() && part != SCHEME ? skipOther(text, at, part) : at;
            if (next == at) {
                return at;
            }
            at = next;
        }
    }

    /** The index after a percent-encoded octet or a character beyond ASCII that the part allows; the same when there is none. */
    private static int skipOther(CharSequence text, int at, int part) {
        char c = text.charAt(at);
        if (c < 128) {
            return c == '%' && isPercentEncoded(text, at) ? at + 3 : at;
        }
        int codePoint = Character.codePointAt(text, at);
        if (!isUcs(codePoint) && (part != QUERY || !isPrivateUse(codePoint))) {
            return at;
        }
        return at + Character.charCount(codePoint);
    }

    private static boolean isPercentEncoded(CharSequence text, int at) {
        return at + 2 < text.length() && Ascii.isHexDigit(text.charAt(at + 1)) && Ascii.isHexDigit(text.charAt(at + 2));
    }

    /** The characters beyond ASCII that identifiers may hold, without those that steer the direction of text. */
    private static boolean isUcs(int c) {
        if (c < 0x10000) {
            return (c >= 0xa0 && c <= 0xd7ff && !isBidiControl(c))
                    || (c >= 0xf900 && c <= 0xfdcf)
                    || (c >= 0xfdf0 && c <= 0xffef);
        }
        return (c & 0xffff) <= 0xfffd && c < 0xf0000 && (c < 0xe0000 || c >= 0xe1000);
    }

    private static boolean isBidiControl(int c) {
        return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isPrivateUse(int c) {
        return (c >= 0xe000 && c <= 0xf8ff) || (c >= 0xf0000 && (c & 0xffff) <= 0xfffd);
    }

    /** The index after the authority that begins at a position, or the complement of the index of an error. */
    private static int skipAuthority(CharSequence text, int start, boolean hostIsRequired) {
        int length = text.length();
        int host = start;
        int at = skip(text, start, USER);
        if (at < length && text.charAt(at) == '@') {
            host = at + 1;
        }
        if (host < length && text.charAt(host) == '[') {
            at = skipAddress(text, host + 1);
            if (at < 0) {
                return at;
            }
        } else {
            at = skip(text, host, HOST);
            if (at == host && hostIsRequired) {
                return ~at;
            }
        }
        if (at < length && text.charAt(at) == ':') {
            at++;
            while (at < length && Ascii.isDigit(text.charAt(at))) {
                at++;
            }
        }
        return at == length || "/?#".indexOf(text.charAt(at)) >= 0 ? at : ~at;
    }

    /** The index after an IP address and its bracket, or the complement of the index of an error. */
    private static int skipAddress(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != ']') {
            char c = text.charAt(end);
            if (c >= 128 || (ALLOWED[c] & USER) == 0) {
                return ~end;
            }
            end++;
        }
        if (end == text.length() || end == start) {
            return ~end;
        }
        boolean fits = Ascii.toLowerCase(text.charAt(start)) == 'v'
                ? isFutureAddress(text, start + 1, end)
                : isIpv6Address(text, start, end);
        return fits ? end + 1 : ~start;
    }

    /** A version in hexadecimal digits, a dot, and something. */
    private static boolean isFutureAddress(CharSequence text, int start, int end) {
        int dot = start;
        while (dot < end && Ascii.isHexDigit(text.charAt(dot))) {
            dot++;
        }
        return dot > start && dot + 1 < end && text.charAt(dot) == '.';
    }

    /** Eight groups, the last two perhaps an IPv4 address, or fewer with one gap of at least one group. */
    private static boolean isIpv6Address(CharSequence text, int start, int end) {
        int groups = 0;
        boolean gap = false;
        int at = start;
        if (end - start >= 2 && text.charAt(at) == ':' && text.charAt(at + 1) == ':') {
            gap = true;
            at += 2;
        }
        while (at < end) {
            int groupEnd = at;
            while (groupEnd < end && Ascii.isHexDigit(text.charAt(groupEnd))) {
                groupEnd++;
            }
            if (groupEnd < end && text.charAt(groupEnd) == '.') {
                return isIpv4Address(text, at, end) && (gap ? groups <= 5 : groups == 6);
            }
            if (groupEnd == at || groupEnd - at > 4 || ++groups > 8) {
                return false;
            }
            at = groupEnd;
            if (at == end) {
                break;
            }
            if (text.charAt(at) != ':' || at + 1 == end) {
                return false;
            }
            at++;
            if (text.charAt(at) == ':') {
                if (gap) {
                    return false;
                }
                gap = true;
                at++;
            }
        }
        return gap ? groups <= 7 : groups == 8;
    }

    private static boolean isIpv4Address(CharSequence text, int start, int end) {
        int at = start;
        for (int octet = 0; octet < 4; octet++) {
            int octetEnd = at;
            while (octetEnd < end && octetEnd - at < 4 && Ascii.isDigit(text.charAt(octetEnd))) {
                octetEnd++;
            }
            int digits = octetEnd - at;
            if (digits < 1
                    || digits > 3
                    || (digits > 1 && text.charAt(at) == '0')
                    || Ascii.number(text, at, octetEnd) > 255
                    || (octet < 3 && (octetEnd == end || text.charAt(octetEnd) != '.'))) {
                return false;
            }
            at = octet < 3 ? octetEnd + 1 : octetEnd;
        }
        return at == end;
    }
}
