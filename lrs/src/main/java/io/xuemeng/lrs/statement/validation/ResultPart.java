package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.code.IsoDuration;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.MemberSet;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Extensions;
import io.xuemeng.lrs.statement.Result;
import io.xuemeng.lrs.statement.Score;
import io.xuemeng.lrs.statement.form.ValueRules;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads results. */
final class ResultPart {

    private static final List<String> PROPERTIES =
            List.of("score", "success", "completion", "response", "duration", "extensions");
    private static final List<String> SCORE_PROPERTIES = List.of("scaled", "raw", "min", "max");

    private final Cursor cursor;
    private final MapPart maps;

    ResultPart(Cursor cursor, MapPart maps) {
        this.cursor = cursor;
        this.maps = maps;
    }

    /** The result that is the value; null when it is none, and when records are not made. */
    @Nullable
    Result result() throws UnreadableJsonException {
        if (!cursor.object("result")) {
            return null;
        }
        Score score = null;
        Boolean success = null;
        Boolean completion = null;
        String response = null;
        String duration = null;
        Extensions extensions = null;
        boolean any = false;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            any = true;
            switch (member) {
                case Members.SCORE -> score = score();
                case Members.SUCCESS -> success = cursor.flag("success");
                case Members.COMPLETION -> completion = cursor.flag("completion");
                case Members.RESPONSE -> response = cursor.text("response");
                case Members.DURATION -> duration = duration();
                case Members.EXTENSIONS -> extensions = maps.extensions();
                default -> cursor.unknown(PROPERTIES);
            }
        }
        if (!any) {
            cursor.empty("result");
        }
        return cursor.binding ? new Result(score, success, completion, response, duration, extensions) : null;
    }

    private @Nullable String duration() throws UnreadableJsonException {
        CharSequence view = cursor.view("duration");
        if (view == null) {
            return null;
        }
        if (!IsoDuration.isValid(view)) {
            cursor.report(StatementRequirement.DURATION_FORM, view);
            return null;
        }
        return cursor.binding ? view.toString() : null;
    }

    private @Nullable Score score() throws UnreadableJsonException {
        if (!cursor.object("score")) {
            return null;
        }
        JsonReader json = cursor.json;
        BigDecimal scaled = null;
        BigDecimal raw = null;
        BigDecimal min = null;
        BigDecimal max = null;
        int rawOffset = 0;
        int minOffset = 0;
        boolean any = false;
        for (int member = cursor.next(); member != MemberSet.END; member = cursor.next()) {
            any = true;
            switch (member) {
                case Members.SCALED -> {
                    scaled = cursor.number("scaled");
                    if (scaled != null && !ValueRules.isScaled(scaled)) {
                        cursor.report(StatementRequirement.SCALED_RANGE, json.text());
                    }
                }
                case Members.RAW -> {
                    rawOffset = json.offset();
                    raw = cursor.number("raw");
                }
                case Members.MIN -> {
                    minOffset = json.offset();
                    min = cursor.number("min");
                }
                case Members.MAX -> max = cursor.number("max");
                default -> cursor.unknown(SCORE_PROPERTIES);
            }
        }
        if (!any) {
            cursor.empty("score");
        }
        check(raw, min, max, rawOffset, minOffset);
        return cursor.binding ? new Score(scaled, raw, min, max) : null;
    }

    private void check(
            @Nullable BigDecimal raw,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            int rawOffset,
            int minOffset) {
        if (min != null && max != null && min.compareTo(max) >= 0) {
            cursor.report(Finding.of(StatementRequirement.MIN_MAX)
                    .with("min", min.toString())
                    .with("max", max.toString())
                    .at(cursor.place(minOffset, "min")));
            return;
        }
        if (raw != null && !ValueRules.isRaw(raw, min, max)) {
            cursor.report(Finding.of(StatementRequirement.RAW_RANGE)
                    .with("value", raw.toString())
                    .at(cursor.place(rawOffset, "raw")));
        }
    }
}
