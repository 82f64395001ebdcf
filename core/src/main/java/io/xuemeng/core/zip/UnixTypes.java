package io.xuemeng.core.zip;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;

/** Reports entries that are links or devices, by the external attributes or by an extra field. */
final class UnixTypes {

    private static final int FILE_TYPE = 0170000;
    private static final int PIPE = 0010000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int BLOCK_DEVICE = 0060000;
    private static final int SYMBOLIC_LINK = 0120000;
    private static final int SOCKET = 0140000;

    private UnixTypes() {}

    /** Judges an entry by the mode of its external attributes and that of the extra fields of its central header. */
    static void check(ZipEntry entry, byte[] bytes, int extra, int extraLength, FindingSink sink) {
        if (!check(entry, entry.rawMode(), sink)) {
            checkExtra(entry, bytes, extra, extraLength, sink);
        }
    }

    /** Judges an entry by the mode in the extra fields of either of its headers, which some programs believe. */
    static void checkExtra(ZipEntry entry, byte[] bytes, int extra, int extraLength, FindingSink sink) {
        int field = ExtraFields.find(bytes, extra, extraLength, ExtraFields.ASI_UNIX);
        // The mode stands behind the field's CRC-32.
        if (field >= 0 && LittleEndian.u16(bytes, field + 2) >= 6) {
            check(entry, LittleEndian.u16(bytes, field + 8), sink);
        }
    }

    private static boolean check(ZipEntry entry, int mode, FindingSink sink) {
        int type = mode & FILE_TYPE;
        boolean link = type == SYMBOLIC_LINK;
        if (!link && !isSpecial(type)) {
            return false;
        }
        if (entry.isFirst(ZipEntry.SPECIAL)) {
            entry.markUnreadable();
            Finding.Builder finding = Finding.of(link ? PathRequirement.SYMBOLIC_LINK : PathRequirement.SPECIAL_FILE)
                    .at(Location.entry(entry.path()))
                    .with("path", entry.path());
            sink.report((link ? finding : finding.with("mode", Integer.toOctalString(mode))).build());
        }
        return true;
    }

    /** Types that no system has are no types: some tools set all bits of the mode. */
    private static boolean isSpecial(int type) {
        return type == PIPE || type == CHARACTER_DEVICE || type == BLOCK_DEVICE || type == SOCKET;
    }
}
