package io.xuemeng.core.code;

import org.jspecify.annotations.Nullable;

/** Walks a text once and stops at digits and at signs; allocates only where the form of a number fits. */
final class PersonalDataScanner {

    private static final int MOBILE_DIGITS = 11;
    private static final int MAX_LOCAL_PART = 64;
    private static final int MAX_DOMAIN = 255;

    private PersonalDataScanner() {}

    /** The first personal data at or after a position, or null. */
    static @Nullable PersonalData next(CharSequence text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '@') {
                PersonalData found = email(text, at, from);
                if (found != null) {
                    return found;
                }
                at++;
            } else if (digit(c) >= 0) {
                int end = digitsEnd(text, at);
                PersonalData found = number(text, at, end, from);
                if (found != null) {
                    // Digits may be the local part of an address, which says more than the number alone.
                    int address = found.end() < text.length() && text.charAt(found.end()) == '@' ? found.end() : -1;
                    PersonalData email = address < 0 ? null : email(text, address, from);
                    return email == null ? found : email;
                }
                at = end;
            } else {
                at++;
            }
        }
        return null;
    }

    private static @Nullable PersonalData number(CharSequence text, int start, int end, int from) {
        int digits = end - start;
        boolean checkIsX = digits == 17 && end < text.length() && isX(text.charAt(end));
        if (digits == 18 || checkIsX) {
            return identity(text, start, start + 18, from);
        }
        return mobile(text, start, end, from);
    }

    private static @Nullable PersonalData identity(CharSequence text, int start, int end, int from) {
        StringBuilder number = new StringBuilder(19);
        char letter = start > from ? (char) (text.charAt(start - 1) & ~0x20) : ' ';
        for (int i = start; i < end; i++) {
            int digit = digit(text.charAt(i));
            number.append(digit < 0 ? 'X' : (char) ('0' + digit));
        }
        if (letter == 'G' || letter == 'J' || letter == 'L') {
            number.insert(0, letter);
            if (StudentNumber.isValid(number)) {
                return new PersonalData(PersonalData.Kind.STUDENT_NUMBER, start - 1, end);
            }
            number.deleteCharAt(0);
        }
        return CitizenId.isValid(number) ? new PersonalData(PersonalData.Kind.CITIZEN_ID, start, end) : null;
    }

    private static @Nullable PersonalData mobile(CharSequence text, int start, int firstEnd, int from) {
        if (start > from && Ascii.isLetter(text.charAt(start - 1))) {
            return null;
        }
        int at = start;
        if (isCountryCode(text, start, firstEnd)) {
            at = isSeparator(text, start + 2) ? start + 3 : start + 2;
        }
        int count = 0;
        int end = at;
        while (end < text.length() && count < MOBILE_DIGITS) {
            int digit = digit(text.charAt(end));
            if (digit >= 0) {
                if ((count == 0 && digit != 1) || (count == 1 && digit < 3)) {
                    return null;
                }
                count++;
            } else if (!isSeparator(text, end) || (count != 3 && count != 7) || isSeparator(text, end - 1)) {
                return null;
            }
            end++;
        }
        boolean ends = end == text.length() || (digit(text.charAt(end)) < 0 && !Ascii.isLetter(text.charAt(end)));
        return count == MOBILE_DIGITS && ends ? new PersonalData(PersonalData.Kind.MOBILE_NUMBER, start, end) : null;
    }

    private static boolean isCountryCode(CharSequence text, int start, int firstEnd) {
        int digits = firstEnd - start;
        return digits >= 2
                && digit(text.charAt(start)) == 8
                && digit(text.charAt(start + 1)) == 6
                && (digits > 2 || isSeparator(text, start + 2));
    }

    private static boolean isSeparator(CharSequence text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == ' ');
    }

    private static @Nullable PersonalData email(CharSequence text, int at, int from) {
        int start = at;
        while (start > from && at - start < MAX_LOCAL_PART && isLocalPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        int label = end;
        int dots = 0;
        while (end < text.length() && end - at <= MAX_DOMAIN) {
            char c = text.charAt(end);
            if (c == '.' && end > label && end + 1 < text.length() && Ascii.isLetterOrDigit(text.charAt(end + 1))) {
                dots++;
                label = end + 1;
            } else if (!Ascii.isLetterOrDigit(c) && c != '-') {
                break;
            }
            end++;
        }
        boolean topLevelIsAName = end - label >= 2 && Ascii.isLetter(text.charAt(label));
        return start < at && dots > 0 && topLevelIsAName
                ? new PersonalData(PersonalData.Kind.EMAIL_ADDRESS, start, end)
                : null;
    }

    private static boolean isX(char c) {
        return c == 'X' || c == 'x' || c == 'Ｘ' || c == 'ｘ';
    }

    private static boolean isLocalPart(char c) {
        return Ascii.isLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    }

    private static int digitsEnd(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && digit(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** The value of an ASCII or full-width digit, or -1. */
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }
}
