package io.xuemeng.lrs.statement.form;

import io.xuemeng.core.code.Iri;

/** What identifies agents and groups, and addresses. */
public final class Identifiers {

    private static final String MAILTO = "mailto:";
    /** What RFC 5322 allows in the parts of a local part beside letters and digits, as far as an IRI can hold it. */
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

    private Identifiers() {}

    /**
     * Whether a text is {@code mailto:} and one e-mail address (RFC 6068, section 2, without header fields), and an IRI. The
     * part before the {@code @} is a dot-atom, in which other characters stand percent-encoded; characters beyond ASCII are
     * fine on both sides (RFC 6531).
     */
    public static boolean isMailto(CharSequence text) {
        int length = text.length();
        if (length <= MAILTO.length() || !MAILTO.contentEquals(text.subSequence(0, MAILTO.length()))) {
            return false;
        }
        int at = localPartEnd(text, MAILTO.length());
        return at > 0 && at < length && text.charAt(at) == '@' && isDomain(text, at + 1) && Iri.isValid(text);
    }

    /** Where the local part ends, or -1 when there is none or a dot stands where none may. */
    private static int localPartEnd(CharSequence text, int start) {
        int at = start;
        boolean dot = true;
        while (at < text.length() && text.charAt(at) != '@') {
            char c = text.charAt(at);
            if (c == '.') {
                if (dot) {
                    return -1;
                }
                dot = true;
            } else if (c >= 0x80 || Characters.isLetterOrDigit(c) || (ATOM.indexOf(c) >= 0 && c != '?' && c != '&')) {
                dot = false;
            } else {
                return -1;
            }
            at++;
        }
        return dot ? -1 : at;
    }

    /** Labels of letters, digits and hyphens joined by dots, or an address in brackets, to the end. */
    private static boolean isDomain(CharSequence text, int start) {
        int length = text.length();
        if (start < length && text.charAt(start) == '[') {
            // An IRI holds brackets only percent-encoded in this place.
            return false;
        }
        int label = start;
        for (int i = start; i <= length; i++) {
            char c = i == length ? '.' : text.charAt(i);
            if (c == '.') {
                if (i == label || text.charAt(label) == '-' || text.charAt(i - 1) == '-') {
                    return false;
                }
                label = i + 1;
            } else if (c < 0x80 && c != '-' && !Characters.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a SHA-1 hash: 40 hexadecimal digits in either case. */
    public static boolean isSha1(CharSequence text) {
        return text.length() == 40 && Characters.areHexDigits(text);
    }

    /** Whether a text is a SHA-2 hash in hexadecimal digits: of SHA-224, SHA-256, SHA-384 or SHA-512 (FIPS 180-4). */
    public static boolean isSha2(CharSequence text) {
        return switch (text.length()) {
            case 56, 64, 96, 128 -> Characters.areHexDigits(text);
            default -> false;
        };
    }

    /** Whether a text is a URI with a scheme: an IRI without characters beyond ASCII (RFC 3986). */
    public static boolean isUri(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return Iri.isValid(text);
    }

    /** Whether a text is an IRL: an IRI that locates something. A URN only names it (RFC 8141, section 1.1). */
    public static boolean isIrl(CharSequence text) {
        return Iri.isValid(text) && !isUrn(text);
    }

    /** Whether an IRI is a URN. */
    public static boolean isUrn(CharSequence text) {
        return text.length() > 4
                && (text.charAt(0) | 0x20) == 'u'
                && (text.charAt(1) | 0x20) == 'r'
                && (text.charAt(2) | 0x20) == 'n'
                && text.charAt(3) == ':';
    }
}
