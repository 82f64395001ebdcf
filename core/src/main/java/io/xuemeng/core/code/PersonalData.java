package io.xuemeng.core.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a text that holds personal data: an identity or student number, a mobile number, or an e-mail address. It
 * says where and what kind, never what stands there. Immutable.
 *
 * <p>Found are numbers whose form and, for identity and student numbers, whose check digit fit; digits may be full-width,
 * and a mobile number may be grouped by single hyphens or spaces and begin with 86. A number that continues into other
 * digits is not found, nor is a mobile number beside ASCII letters, which would be part of a digest. Mainland China's
 * numbers only.
 *
 * @param kind what it is
 * @param start the index of its first character
 * @param end the index after its last character
 */
public record PersonalData(Kind kind, int start, int end) {

    /** What kind of personal data. */
    public enum Kind {
        /** A citizen's identity number (GB 11643), see {@link CitizenId}. */
        CITIZEN_ID,
        /** A pupil's national enrolment number, see {@link StudentNumber}. */
        STUDENT_NUMBER,
        /** A mobile number of mainland China. */
        MOBILE_NUMBER,
        /** An e-mail address. */
        EMAIL_ADDRESS
    }

    /** All personal data in a text, in its order and without overlaps; an empty list when there is none. */
    public static List<PersonalData> find(CharSequence text) {
        PersonalData found = PersonalDataScanner.next(text, 0);
        if (found == null) {
            return List.of();
        }
        List<PersonalData> all = new ArrayList<>();
        while (found != null) {
            all.add(found);
            found = PersonalDataScanner.next(text, found.end());
        }
        return List.copyOf(all);
    }

    /** Whether a text holds any personal data. */
    public static boolean isIn(CharSequence text) {
        return PersonalDataScanner.next(text, 0) != null;
    }
}
