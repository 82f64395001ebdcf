package io.xuemeng.resource.validation;

import io.xuemeng.core.code.PersonalData;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.resource.requirement.MetadataRequirement;

/** Finds personal data in texts that are going to be published. */
final class PersonalDataCheck {

    /** Mobile numbers, the shortest of what is looked for, have so many digits. */
    private static final int DIGITS = 11;

    private PersonalDataCheck() {}

    static void check(String text, String elementPath, Reporter reporter) {
        if (text.length() < DIGITS || !hasDigits(text)) {
            return;
        }
        for (PersonalData found : PersonalData.find(text)) {
            MetadataRequirement requirement = switch (found.kind()) {
                case CITIZEN_ID, STUDENT_NUMBER -> MetadataRequirement.CITIZEN_ID;
                case MOBILE_NUMBER -> MetadataRequirement.MOBILE_NUMBER;
                // The usual way to reach a contributor, and part of many vCards.
                case EMAIL_ADDRESS -> null;
            };
            if (requirement != null) {
                Finding.Builder finding = reporter.of(requirement).with("element", elementPath);
                reporter.report(finding.with("value", masked(text, found)));
            }
        }
    }

    /** The first character and the last: enough to find the number by, too little to use it. */
    private static String masked(String text, PersonalData found) {
        return text.charAt(found.start()) + "***" + text.charAt(found.end() - 1);
    }

    /** Most texts have few digits; this is cheaper than looking for numbers in them. */
    private static boolean hasDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= '０' && c <= '９')) {
                if (++digits == DIGITS) {
                    return true;
                }
            }
        }
        return false;
    }
}
