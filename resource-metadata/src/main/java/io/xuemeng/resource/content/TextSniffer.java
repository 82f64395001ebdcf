package io.xuemeng.resource.content;

import static io.xuemeng.resource.content.Octets.has;

/** Tells texts from each other and from all else. */
final class TextSniffer {

    private TextSniffer() {}

    static FileType sniff(byte[] b, int n) {
        int at = 0;
        if (n >= 2 && (Octets.u16(b, 0) == 0xFEFF || Octets.u16(b, 0) == 0xFFFE)) {
            return FileType.TEXT;
        }
        if (n >= 3 && Octets.u16(b, 0) == 0xEFBB && (b[2] & 0xFF) == 0xBF) {
            at = 3;
        }
        at = skipSpace(b, at, n);
        int start = at;
        boolean declared = has(b, at, n, "<?xml");
        at = skipProlog(b, at, n);
        if (at < n && b[at] == '<') {
            if (hasIgnoringCase(b, at, n, "<!doctype html") || isTag(b, at, n, "html") || isTag(b, at, n, "head")) {
                return FileType.HTML;
            }
            if (isTag(b, at, n, "svg") || hasIgnoringCase(b, at, n, "<!doctype svg")) {
                return FileType.SVG;
            }
        }
        if (declared) {
            return FileType.XML;
        }
        if (!isText(b, n)) {
            return FileType.UNKNOWN;
        }
        return start < n && isJsonStart(b, start, n) ? FileType.JSON : FileType.TEXT;
    }

    private static int skipSpace(byte[] b, int from, int n) {
        int at = from;
        while (at < n && (b[at] == ' ' || b[at] == '\t' || b[at] == '\r' || b[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** Past the XML declaration, processing instructions and comments. */
    private static int skipProlog(byte[] b, int from, int n) {
        int at = from;
        while (true) {
            int end;
            if (has(b, at, n, "<?")) {
                end = Octets.find(b, at + 2, n, "?>");
                end = end < 0 ? -1 : end + 2;
            } else if (has(b, at, n, "<!--")) {
                end = Octets.find(b, at + 4, n, "-->");
                end = end < 0 ? -1 : end + 3;
            } else {
                return at;
            }
            if (end < 0) {
                return n;
            }
            at = skipSpace(b, end, n);
        }
    }

    private static boolean isTag(byte[] b, int at, int n, String name) {
        int end = at + 1 + name.length();
        if (end >= n || !hasIgnoringCase(b, at + 1, n, name)) {
            return false;
        }
        return b[end] == '>' || b[end] <= ' ' || b[end] == '/';
    }

    private static boolean hasIgnoringCase(byte[] b, int at, int n, String lowerCase) {
        if (at + lowerCase.length() > n) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            byte c = b[at + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJsonStart(byte[] b, int at, int n) {
        if (b[at] != '{' && b[at] != '[') {
            return false;
        }
        int next = skipSpace(b, at + 1, n);
        if (next >= n) {
            return false;
        }
        return b[at] == '{' ? b[next] == '"' || b[next] == '}' : "\"{[]-0123456789".indexOf(b[next]) >= 0;
    }

    /** UTF-8, cut off anywhere, without the control characters that texts do not have. */
    private static boolean isText(byte[] b, int n) {
        int at = 0;
        while (at < n) {
            int c = b[at] & 0xFF;
            int more = c < 0x80 ? 0 : c < 0xC2 ? -1 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : c < 0xF5 ? 3 : -1;
            if (more < 0 || isForbidden(c)) {
                return false;
            }
            for (int i = 1; i <= more && at + i < n; i++) {
                if ((b[at + i] & 0xC0) != 0x80) {
                    return false;
                }
            }
            at += 1 + more;
        }
        return true;
    }

    private static boolean isForbidden(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
    }
}
