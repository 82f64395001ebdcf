package io.xuemeng.core.json;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import org.jspecify.annotations.Nullable;

/**
 * Reports escapes of surrogates that are not a pair: parsers let them pass, and no UTF-8 can hold the text they make. They can
 * only stand in a document as escapes, so a document without a backslash costs one look at each byte.
 */
final class LoneSurrogates {

    private LoneSurrogates() {}

    static void report(byte[] document, int from, int to, @Nullable String entry, FindingSink findings) {
        Positions positions = null;
        for (int at = from; at < to; at++) {
            if (document[at] != '\\') {
                continue;
            }
            int unit = unitAt(document, at, to);
            if (unit < 0 || !Character.isSurrogate((char) unit)) {
                // An escaped character is passed over whole: what follows a backslash may be a backslash.
                at++;
                continue;
            }
            int next = unitAt(document, at + 6, to);
            if (Character.isHighSurrogate((char) unit) && next >= 0 && Character.isLowSurrogate((char) next)) {
                at += 11;
                continue;
            }
            if (positions == null) {
                positions = new Positions(document, from);
            }
            positions.moveTo(at);
            findings.report(Finding.of(JsonRequirement.PAIRED_SURROGATES)
                    .with("found", String.format("u%04x", unit))
                    .at(Location.at(entry, null, positions.line(), positions.column()))
                    .build());
            at += 5;
        }
    }

    /** The UTF-16 unit that an escape at an index stands for, or -1 when there is no such escape. */
    private static int unitAt(byte[] document, int at, int to) {
        if (at + 6 > to || document[at] != '\\' || document[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(document[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = (unit << 4) | digit;
        }
        return unit;
    }
}
