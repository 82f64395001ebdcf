package io.xuemeng.core.code;

import java.util.Locale;

/** Recognises language tags of RFC 5646 in one pass without objects. */
final class LanguageTagScanner {

    /** The grandfathered tags that the grammar of language tags does not cover; the regular ones it does. */
    private static final String[] IRREGULAR = {
        "en-gb-oed",
        "i-ami",
        "i-bnn",
        "i-default",
        "i-enochian",
        "i-hak",
        "i-klingon",
        "i-lux",
        "i-mingo",
        "i-navajo",
        "i-pwn",
        "i-tao",
        "i-tay",
        "i-tsu",
        "sgn-be-fr",
        "sgn-be-nl",
        "sgn-ch-de"
    };

    // What may still follow, in the order of the grammar.
    private static final int EXTENDED_LANGUAGE = 0;
    private static final int SCRIPT = 3;
    private static final int REGION = 4;
    private static final int VARIANT = 5;
    private static final int EXTENSION = 6;

    private LanguageTagScanner() {}

    static boolean isWellFormed(CharSequence text) {
        int end = subtagEnd(text, 0);
        if (end < 0) {
            return false;
        }
        if (end == 1) {
            return Ascii.toLowerCase(text.charAt(0)) == 'x' ? isPrivateUse(text, 1) : isIrregular(text);
        }
        if (!areLetters(text, 0, end)) {
            return false;
        }
        return isRestOfTag(text, end, end <= 3 ? EXTENDED_LANGUAGE : SCRIPT) || isIrregular(text);
    }

    private static boolean isRestOfTag(CharSequence text, int from, int allowed) {
        int next = allowed;
        int variants = -1;
        long singletons = 0;
        boolean extensionIsEmpty = false;
        int hyphen = from;
        while (hyphen < text.length()) {
            int start = hyphen + 1;
            int end = subtagEnd(text, start);
            if (end < 0) {
                return false;
            }
            int length = end - start;
            if (length == 1) {
                char singleton = Ascii.toLowerCase(text.charAt(start));
                long bit = 1L << (Ascii.isDigit(singleton) ? singleton - '0' : singleton - 'a' + 10);
                if (extensionIsEmpty || (singletons & bit) != 0) {
                    return false;
                }
                if (singleton == 'x') {
                    return isPrivateUse(text, end);
                }
                singletons |= bit;
                extensionIsEmpty = true;
                next = EXTENSION;
            } else if (next == EXTENSION) {
                extensionIsEmpty = false;
            } else {
                next = afterSubtag(text, start, end, next);
                if (next < 0) {
                    return false;
                }
                if (next == VARIANT && isVariant(text, start, end)) {
                    if (variants >= 0 && stoodBefore(text, variants, start, end)) {
                        return false;
                    }
                    variants = variants < 0 ? start : variants;
                }
            }
            hyphen = end;
        }
        return !extensionIsEmpty;
    }

    /** What may follow after a subtag that is no extension, or -1 when the subtag may not stand here. */
    private static int afterSubtag(CharSequence text, int start, int end, int next) {
        int length = end - start;
        boolean letters = areLetters(text, start, end);
        if (length == 3 && letters && next < SCRIPT) {
            return next + 1;
        }
        if (length == 4 && letters && next <= SCRIPT) {
            return REGION;
        }
        boolean region = (length == 2 && letters) || (length == 3 && Ascii.areDigits(text, start, end));
        if (region && next <= REGION) {
            return VARIANT;
        }
        return isVariant(text, start, end) ? VARIANT : -1;
    }

    private static boolean isVariant(CharSequence text, int start, int end) {
        return end - start >= 5 || (end - start == 4 && Ascii.isDigit(text.charAt(start)));
    }

    private static boolean stoodBefore(CharSequence text, int variants, int start, int end) {
        for (int at = variants; at < start; ) {
            int atEnd = subtagEnd(text, at);
            if (atEnd - at == end - start && sameLetters(text, at, start, end - start)) {
                return true;
            }
            at = atEnd + 1;
        }
        return false;
    }

    private static boolean sameLetters(CharSequence text, int a, int b, int length) {
        for (int i = 0; i < length; i++) {
            if (Ascii.toLowerCase(text.charAt(a + i)) != Ascii.toLowerCase(text.charAt(b + i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether at least one subtag follows, and nothing else. */
    private static boolean isPrivateUse(CharSequence text, int from) {
        int hyphen = from;
        while (hyphen < text.length()) {
            hyphen = subtagEnd(text, hyphen + 1);
            if (hyphen < 0) {
                return false;
            }
        }
        return hyphen > from;
    }

    /** Where a subtag of one to eight letters and digits ends, or -1 when there is none. */
    private static int subtagEnd(CharSequence text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '-') {
            if (!Ascii.isLetterOrDigit(text.charAt(at))) {
                return -1;
            }
            at++;
        }
        return at == start || at - start > 8 ? -1 : at;
    }

    private static boolean areLetters(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Ascii.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIrregular(CharSequence text) {
        for (String tag : IRREGULAR) {
            if (Ascii.equalsIgnoreCase(text, 0, text.length(), tag)) {
                return true;
            }
        }
        return false;
    }

    /** Regions in upper case, scripts in title case, everything else, and all that follows a singleton, in lower case. */
    static String conventionalCase(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower);
        boolean afterSingleton = false;
        for (int start = 0; start < lower.length(); ) {
            int end = subtagEnd(lower, start);
            int length = end - start;
            afterSingleton |= length == 1;
            if (start > 0 && !afterSingleton && (length == 2 || length == 4)) {
                int upperEnd = length == 2 ? end : start + 1;
                out.replace(start, upperEnd, lower.substring(start, upperEnd).toUpperCase(Locale.ROOT));
            }
            start = end + 1;
        }
        return out.toString();
    }
}
