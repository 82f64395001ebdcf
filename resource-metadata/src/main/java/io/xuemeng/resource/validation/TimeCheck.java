package io.xuemeng.resource.validation;

import io.xuemeng.core.code.IsoDateTime;
import io.xuemeng.core.code.IsoDuration;
import io.xuemeng.core.code.IsoForm;
import io.xuemeng.resource.requirement.MetadataRequirement;

/** Judges dates, times and durations that are not blank. */
final class TimeCheck {

    private TimeCheck() {}

    static void date(String text, Reporter reporter) {
        IsoForm form = IsoDateTime.formOf(text);
        if (form == IsoForm.STANDARD) {
            reporter.report(reporter.of(MetadataRequirement.DATE_TIME_OUTSIDE_LOM)
                    .with("value", text)
                    .with("suggestion", IsoDateTime.repair(text).orElse("2026-09-01T08:00:00.0+08:00")));
        } else if (form == IsoForm.INVALID) {
            reporter.report(reporter.of(MetadataRequirement.DATE_TIME_MALFORMED).with("value", text));
        }
    }

    static void duration(String text, Reporter reporter) {
        IsoForm form = IsoDuration.formOf(text);
        if (form == IsoForm.STANDARD) {
            reporter.report(
                    reporter.of(MetadataRequirement.DURATION_OUTSIDE_LOM).with("value", text));
        } else if (form == IsoForm.INVALID) {
            reporter.report(reporter.of(MetadataRequirement.DURATION_MALFORMED).with("value", text));
        }
    }
}
