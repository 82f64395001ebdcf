package io.xuemeng.core.zip;

/** The numbers of one record of the central directory, zip64 already resolved. Reused from record to record. */
final class DirectoryRecord {

    static final int SIGNATURE = 0x02014b50;
    static final int LENGTH = 46;

    static final int FLAG_ENCRYPTED = 1;
    static final int FLAG_DESCRIPTOR = 1 << 3;
    static final int FLAG_STRONG_ENCRYPTION = 1 << 6;
    static final int FLAG_UTF8 = 1 << 11;
    static final int FLAG_MASKED = 1 << 13;

    static final long SATURATED_32 = 0xFFFF_FFFFL;
    static final int SATURATED_16 = 0xFFFF;

    int madeBy;
    int flags;
    int method;
    int dosTime;
    int crc;
    long compressedSize;
    long size;
    int nameLength;
    int extraLength;
    int commentLength;
    long disk;
    int externalAttributes;
    long localHeader;

    /** Reads the fixed part at {@code at}, where the signature stands. */
    void read(byte[] bytes, int at) {
        madeBy = bytes[at + 5];
        flags = LittleEndian.u16(bytes, at + 8);
        method = LittleEndian.u16(bytes, at + 10);
        dosTime = LittleEndian.i32(bytes, at + 12);
        crc = LittleEndian.i32(bytes, at + 16);
        compressedSize = LittleEndian.u32(bytes, at + 20);
        size = LittleEndian.u32(bytes, at + 24);
        nameLength = LittleEndian.u16(bytes, at + 28);
        extraLength = LittleEndian.u16(bytes, at + 30);
        commentLength = LittleEndian.u16(bytes, at + 32);
        disk = LittleEndian.u16(bytes, at + 34);
        externalAttributes = LittleEndian.i32(bytes, at + 38);
        localHeader = LittleEndian.u32(bytes, at + 42);
    }

    int totalLength() {
        return LENGTH + nameLength + extraLength + commentLength;
    }

    /**
     * Replaces the numbers that do not fit 32 bits by those of the zip64 extra field (APPNOTE 6.3.10, 4.5.3).
     *
     * @return false when the field is missing, too short, or contradicts a number that did fit
     */
    boolean resolveZip64(byte[] bytes, int extra) {
        boolean needed = size == SATURATED_32
                || compressedSize == SATURATED_32
                || localHeader == SATURATED_32
                || disk == SATURATED_16;
        int field = ExtraFields.find(bytes, extra, extraLength, ExtraFields.ZIP64);
        if (field < 0) {
            return !needed;
        }
        int at = field + 4;
        int end = at + LittleEndian.u16(bytes, field + 2);
        if (!needed) {
            // Some writers always store both sizes; they may, if they store the same ones.
            return end - at < 16
                    || (LittleEndian.i64(bytes, at) == size && LittleEndian.i64(bytes, at + 8) == compressedSize);
        }
        if (size == SATURATED_32) {
            if (end - at < 8) {
                return false;
            }
            size = LittleEndian.i64(bytes, at);
            at += 8;
        }
        if (compressedSize == SATURATED_32) {
            if (end - at < 8) {
                return false;
            }
            compressedSize = LittleEndian.i64(bytes, at);
            at += 8;
        }
        if (localHeader == SATURATED_32) {
            if (end - at < 8) {
                return false;
            }
            localHeader = LittleEndian.i64(bytes, at);
            at += 8;
        }
        if (disk == SATURATED_16) {
            if (end - at < 4) {
                return false;
            }
            disk = LittleEndian.u32(bytes, at);
        }
        return size >= 0 && compressedSize >= 0 && localHeader >= 0;
    }
}
