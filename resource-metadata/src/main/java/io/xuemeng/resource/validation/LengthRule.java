package io.xuemeng.resource.validation;

import io.xuemeng.resource.profile.ProfileRequirement;

/** A text of the element has at most so many characters. */
record LengthRule(ProfileRequirement requirement, int max) {

    void check(String text, Reporter reporter) {
        // Code points are counted only where the count of chars leaves a doubt.
        if (text.length() > max) {
            int length = text.codePointCount(0, text.length());
            if (length > max) {
                reporter.report(reporter.of(requirement)
                        .with("length", length)
                        .with("value", text.substring(0, text.offsetByCodePoints(0, Math.min(length, 40)))));
            }
        }
    }
}
