package io.xuemeng.conformance.text;

/** Where values stand that something else encloses: elements of XML, addresses within addresses, lists of cookies. */
final class Enclosed {

    private static final int[] NONE = {};
    private static final int LONGEST_PREFIX = 32;
    private static final int LONGEST_INDEX = 16;
    private static final String OPENS = "%5B";
    private static final String OPENS_SMALL = "%5b";
    private static final String CLOSES = "%5D";
    private static final String CLOSES_SMALL = "%5d";
    private static final int LONGEST_COOKIE_NAME = 64;
    private static final String BLANKS = " \t\r\n";
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private Enclosed() {}

    /** The text of the element of which a word is the name in its start tag; empty when it is no such name, or no text follows. */
    static int[] element(Scanned text, int start, int end) {
        int length = text.length();
        if (start == 0 || "<:".indexOf(text.charAt(start - 1)) < 0) {
            return NONE;
        }
        int close = end;
        if (end < length && BLANKS.indexOf(text.charAt(end)) >= 0 && opens(text, start)) {
            close = text.until(end, length, "<>");
            if (text.charAt(close - 1) == '/') {
                return NONE;
            }
        }
        if (close >= length || text.charAt(close) != '>') {
            return NONE;
        }
        int from = close + 1;
        if (text.startsWith(CDATA, from)) {
            int to = from + CDATA.length();
            while (to < length && !text.startsWith(CDATA_END, to)) {
                to++;
            }
            return new int[] {from + CDATA.length(), to};
        }
        int to = text.until(from, length, "<");
        return text.startsWith("</", to) ? new int[] {from, to} : NONE;
    }

    /** Whether a word is a name behind a bracket, with or without the prefix of a namespace. */
    private static boolean opens(Scanned text, int start) {
        int open = start - 1;
        if (text.charAt(open) == ':') {
            int most = Math.max(0, open - LONGEST_PREFIX);
            do {
                open--;
            } while (open > most && Scanned.isWord(text.charAt(open)));
        }
        return open >= 0 && text.charAt(open) == '<';
    }

    /**
     * The value behind a name within something that is encoded for an address, once or twice: of a parameter, or of a member of JSON; empty when
     * there is none.
     */
    static int[] encoded(Scanned text, int end) {
        if (end >= text.length() || text.charAt(end) != '%') {
            return NONE;
        }
        for (String percent : new String[] {"%", "%25"}) {
            String quote = percent + "22";
            boolean member = text.startsWith(quote, end);
            int behind = member ? end + quote.length() : end;
            char digit = member ? 'A' : 'D';
            String separator = percent + '3' + digit;
            if (text.startsWithAny(behind, separator, percent + '3' + Character.toLowerCase(digit))) {
                return encoded(text, behind + separator.length(), percent, member);
            }
        }
        return NONE;
    }

    private static int[] encoded(Scanned text, int behind, String percent, boolean member) {
        String quote = percent + "22";
        int from = behind;
        while (text.startsWithAny(from, "+", percent + "20")) {
            from += text.charAt(from) == '+' ? 1 : percent.length() + 2;
        }
        boolean quoted = member && text.startsWith(quote, from);
        if (quoted) {
            from += quote.length();
        }
        String close = quoted ? quote : percent + "26";
        int to = from;
        while (to < text.length()
                && (BLANKS + "\"'&;<>]").indexOf(text.charAt(to)) < 0
                && !text.startsWith(close, to)) {
            to++;
        }
        return new int[] {from, to};
    }

    /** The end of a cookie or of its attribute: a semicolon, or a comma that another cookie follows; dates have commas too. */
    static int cookieEnd(Scanned text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) != ';') {
            if (text.charAt(at) == ',' && isCookie(text, text.skipBlanks(at + 1))) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** Whether a name and an equals sign stand at a place. */
    static boolean isCookie(Scanned text, int from) {
        int most = Math.min(text.length(), from + LONGEST_COOKIE_NAME);
        int equals = text.until(from, most, BLANKS + "\"'=;,:<>{}[]()");
        return equals > from && equals < text.length() && text.charAt(equals) == '=';
    }

    /** Behind the index of a name, or behind what closes one that is an index itself: {@code a[0]}, {@code a[password]}; encoded ones too. */
    static int index(Scanned text, int end) {
        if (text.startsWithAny(end, "]", CLOSES, CLOSES_SMALL)) {
            return end + (text.charAt(end) == ']' ? 1 : CLOSES.length());
        }
        boolean plain = text.startsWith("[", end);
        if (!plain && !text.startsWithAny(end, OPENS, OPENS_SMALL)) {
            return end;
        }
        int from = end + (plain ? 1 : OPENS.length());
        int close = text.until(from, Math.min(text.length(), end + LONGEST_INDEX), BLANKS + (plain ? "]" : "%"));
        if (plain) {
            return text.startsWith("]", close) ? close + 1 : end;
        }
        return text.startsWithAny(close, CLOSES, CLOSES_SMALL) ? close + CLOSES.length() : end;
    }
}
