package io.xuemeng.resource.validation;

import io.xuemeng.core.code.IsoDateTime;
import io.xuemeng.core.code.IsoDuration;
import io.xuemeng.core.code.IsoForm;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.util.regex.Pattern;

/** Judges dates, times and durations that are not blank. */
final class TimeCheck {

    /** What lacks nothing but the fraction that the LOM wants before a time zone. */
    private static final Pattern ZONED =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}(:\\d{2}){0,2}(Z|[+-]\\d{2}(:?\\d{2})?)");

    private static final Argument ZONE =
            new Argument.Term("a time zone needs a fraction of a second before it", "时区之前必须有秒的小数部分");
    private static final Argument FORM = new Argument.Term(
            "dates and times are written in the extended calendar form YYYY-MM-DDThh:mm:ss.s",
            "日期和时间须采用扩展格式 YYYY-MM-DDThh:mm:ss.s");

    private TimeCheck() {}

    static void date(String text, Reporter reporter) {
        IsoForm form = IsoDateTime.formOf(text);
        if (form == IsoForm.STANDARD) {
            reporter.report(reporter.of(MetadataRequirement.DATE_TIME_OUTSIDE_LOM)
                    .with("value", text)
                    .with("detail", ZONED.matcher(text).matches() ? ZONE : FORM)
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
