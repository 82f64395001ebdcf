package io.xuemeng.lrs.statement.form;

/** Internet media types with their parameters (RFC 2045, section 5.1; RFC 9110, section 8.3.1). */
public final class MediaTypes {

    private static final String TOKEN = "!#$%&'*+-.^_`|~";

    private MediaTypes() {}

    /** Whether a text is a media type, such as {@code text/plain; charset=utf-8}. */
    public static boolean isValid(CharSequence text) {
        int slash = tokenEnd(text, 0);
        if (slash == 0 || slash == text.length() || text.charAt(slash) != '/') {
            return false;
        }
        int at = tokenEnd(text, slash + 1);
        if (at == slash + 1) {
            return false;
        }
        while (at < text.length()) {
            at = space(text, at);
            if (at == text.length()) {
                return true;
            }
            if (text.charAt(at) != ';') {
                return false;
            }
            at = space(text, at + 1);
            if (at < text.length() && text.charAt(at) != ';') {
                at = parameterEnd(text, at);
                if (at < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a media type is one of a kind, its parameters aside. Both standards of HTTP and MIME ignore the case. */
    public static boolean is(CharSequence text, String type) {
        int length = type.length();
        if (text.length() < length || (text.length() > length && " \t;".indexOf(text.charAt(length)) < 0)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((Characters.isLetter(c) ? c | 0x20 : c) != type.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int parameterEnd(CharSequence text, int start) {
        int equals = tokenEnd(text, start);
        if (equals == start || equals == text.length() || text.charAt(equals) != '=') {
            return -1;
        }
        int at = equals + 1;
        if (at < text.length() && text.charAt(at) == '"') {
            return quotedEnd(text, at + 1);
        }
        int end = tokenEnd(text, at);
        return end == at ? -1 : end;
    }

    private static int quotedEnd(CharSequence text, int start) {
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\') {
                at++;
            } else if (c < ' ' && c != '\t') {
                return -1;
            }
        }
        return -1;
    }

    private static int tokenEnd(CharSequence text, int start) {
        int at = start;
        while (at < text.length()
                && (Characters.isLetterOrDigit(text.charAt(at)) || TOKEN.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static int space(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
