package io.xuemeng.core.json;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Severity;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reports escapes of surrogates that are not a pair: parsers let them pass, and no UTF-8 can hold the text they make. They can
 * only stand in a document as escapes, so a document without a backslash costs one look at each byte.
 */
final class LoneSurrogates {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private LoneSurrogates() {}

    /**
     * Reports them all, up to the first in a name.
     *
     * @return that one, or null: versions of the parser differ in whether they read such a name, so nothing is read on
     */
    static @Nullable Finding report(byte[] document, int from, int to, @Nullable String entry, FindingSink findings) {
        Positions positions = null;
        for (int at = nextBackslash(document, from, to); at < to; at = nextBackslash(document, at + 1, to)) {
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
            boolean inName = isInName(document, at, to);
            Finding finding = Finding.of(JsonRequirement.PAIRED_SURROGATES)
                    .severity(inName ? Severity.FATAL : JsonRequirement.PAIRED_SURROGATES.severity())
                    .with("found", String.format("u%04x", unit))
                    .at(Location.at(entry, null, positions.line(), positions.column()))
                    .build();
            findings.report(finding);
            if (inName) {
                return finding;
            }
            at += 5;
        }
        return null;
    }

    /** Whether a colon follows the string that an index lies in. */
    private static boolean isInName(byte[] document, int inside, int to) {
        int at = inside;
        while (at < to && document[at] != '"') {
            at += document[at] == '\\' ? 2 : 1;
        }
        at++;
        while (at < to && document[at] <= ' ' && document[at] >= 0) {
            at++;
        }
        return at < to && document[at] == ':';
    }

    /** The next backslash, eight bytes at a time, or the end. */
    private static int nextBackslash(byte[] document, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            // A byte of the difference is zero where a backslash stands; only a zero borrows into its own high bit.
            long difference = (long) LONGS.get(document, at) ^ BACKSLASHES;
            if (((difference - LOW_BITS) & ~difference & HIGH_BITS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < to && document[at] != '\\') {
            at++;
        }
        return at;
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
