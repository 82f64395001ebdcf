package io.xuemeng.core.zip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Builds an archive whose every field can be made to lie. Nothing is compressed by a library, so that the bytes are the
 * same on every platform.
 */
final class RawZip {

    /** One entry; what is null or negative follows from the rest. */
    static final class Entry {
        byte[] name;
        byte[] content;
        byte[] data;
        int method;
        int flags;
        int madeBy;
        int mode;
        int disk;
        long crc = -1;
        long size = -1;
        long compressedSize = -1;
        long offset = -1;
        byte[] extra = {};
        byte[] descriptor = {};
        byte[] before = {};

        byte[] localName;
        int localMethod = -1;
        int localFlags = -1;
        long localCrc = -1;
        long localSize = -1;
        long localCompressedSize = -1;
        byte[] localExtra = {};
        int localSignature = 0x04034b50;
        int centralSignature = 0x02014b50;

        boolean listed = true;
        boolean written = true;

        void deflate() {
            method = 8;
            data = HandDeflate.stored(content);
        }

        /** Leaves the sizes of the local header open and states them after the data. */
        void describe(boolean signature, boolean wide) {
            flags |= 8;
            localCrc = 0;
            localSize = 0;
            localCompressedSize = 0;
            ByteBuffer buffer = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            if (signature) {
                buffer.putInt(0x08074b50);
            }
            buffer.putInt((int) crc());
            if (wide) {
                buffer.putLong(data().length).putLong(content.length);
            } else {
                buffer.putInt(data().length).putInt(content.length);
            }
            descriptor = Arrays.copyOf(buffer.array(), buffer.position());
        }

        void edit(Consumer<Entry> edit) {
            edit.accept(this);
        }

        byte[] data() {
            return data == null ? content : data;
        }

        long crc() {
            if (crc >= 0) {
                return crc;
            }
            CRC32 actual = new CRC32();
            actual.update(content);
            return actual.getValue();
        }

        long size() {
            return size >= 0 ? size : content.length;
        }

        long compressedSize() {
            return compressedSize >= 0 ? compressedSize : data().length;
        }
    }

    final List<Entry> entries = new ArrayList<>();
    byte[] prefix = {};
    boolean offsetsCountPrefix;
    byte[] beforeEndRecord = {};
    byte[] zip64End = {};
    byte[] comment = {};
    byte[] after = {};
    int commentLength = -1;
    int count = -1;
    int countHere = -1;
    int disk;
    long directorySize = -1;
    long directoryOffset = -1;
    long directoryStart;

    Entry add(String path, byte[] content) {
        Entry entry = new Entry();
        entry.name = path.getBytes(StandardCharsets.UTF_8);
        entry.content = content;
        if (path.chars().anyMatch(c -> c > 0x7F)) {
            entry.flags = 1 << 11;
        }
        entries.add(entry);
        return entry;
    }

    Entry add(String path, String content) {
        return add(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Entry last() {
        return entries.get(entries.size() - 1);
    }

    /** Takes the content from the last entry. */
    void empty() {
        last().content = new byte[0];
    }

    RawZip edit(Consumer<RawZip> edit) {
        edit.accept(this);
        return this;
    }

    byte[] build() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        long base = offsetsCountPrefix ? 0 : prefix.length;
        for (Entry entry : entries) {
            if (entry.written) {
                out.writeBytes(entry.before);
                if (entry.offset < 0) {
                    entry.offset = out.size() - base;
                }
                out.writeBytes(localHeader(entry));
                out.writeBytes(entry.data());
                out.writeBytes(entry.descriptor);
            }
        }
        directoryStart = out.size();
        int listed = 0;
        for (Entry entry : entries) {
            if (entry.listed) {
                out.writeBytes(centralHeader(entry));
                listed++;
            }
        }
        long size = out.size() - directoryStart;
        out.writeBytes(beforeEndRecord);
        out.writeBytes(zip64End);
        int stated = count >= 0 ? count : listed;
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50)
                .putShort((short) disk)
                .putShort((short) disk)
                .putShort((short) (countHere >= 0 ? countHere : stated))
                .putShort((short) stated)
                .putInt((int) (directorySize >= 0 ? directorySize : size))
                .putInt((int) (directoryOffset >= 0 ? directoryOffset : directoryStart - base))
                .putShort((short) (commentLength >= 0 ? commentLength : comment.length));
        out.writeBytes(end.array());
        out.writeBytes(comment);
        out.writeBytes(after);
        return out.toByteArray();
    }

    static byte[] localHeader(Entry entry) {
        byte[] name = entry.localName == null ? entry.name : entry.localName;
        ByteBuffer header =
                ByteBuffer.allocate(30 + name.length + entry.localExtra.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(entry.localSignature)
                .putShort((short) 20)
                .putShort((short) (entry.localFlags >= 0 ? entry.localFlags : entry.flags))
                .putShort((short) (entry.localMethod >= 0 ? entry.localMethod : entry.method))
                .putInt(0x0021_0000)
                .putInt((int) (entry.localCrc >= 0 ? entry.localCrc : entry.crc()))
                .putInt((int) (entry.localCompressedSize >= 0 ? entry.localCompressedSize : entry.compressedSize()))
                .putInt((int) (entry.localSize >= 0 ? entry.localSize : entry.size()))
                .putShort((short) name.length)
                .putShort((short) entry.localExtra.length)
                .put(name)
                .put(entry.localExtra);
        return header.array();
    }

    static byte[] centralHeader(Entry entry) {
        ByteBuffer header =
                ByteBuffer.allocate(46 + entry.name.length + entry.extra.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(entry.centralSignature)
                .put((byte) 20)
                .put((byte) entry.madeBy)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0x0021_0000)
                .putInt((int) entry.crc())
                .putInt((int) entry.compressedSize())
                .putInt((int) entry.size())
                .putShort((short) entry.name.length)
                .putShort((short) entry.extra.length)
                .putShort((short) 0)
                .putShort((short) entry.disk)
                .putShort((short) 0)
                .putInt(entry.mode << 16)
                .putInt((int) entry.offset)
                .put(entry.name)
                .put(entry.extra);
        return header.array();
    }

    /** An extra field of numbers of 8 bytes. */
    static byte[] extra(int id, long... values) {
        ByteBuffer field = ByteBuffer.allocate(4 + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        field.putShort((short) id).putShort((short) (8 * values.length));
        for (long value : values) {
            field.putLong(value);
        }
        return field.array();
    }

    /** A Unicode path extra field for an entry. */
    static byte[] unicodePath(Entry entry, String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(entry.name);
        return ByteBuffer.allocate(9 + name.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x7075)
                .putShort((short) (5 + name.length))
                .put((byte) 1)
                .putInt((int) crc.getValue())
                .put(name)
                .array();
    }

    /** The zip64 end record and its locator, to stand at {@code position}. */
    static byte[] zip64End(long position, long entries, long size, long offset) {
        return ByteBuffer.allocate(76)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0)
                .putLong(entries)
                .putLong(entries)
                .putLong(size)
                .putLong(offset)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(position)
                .putInt(1)
                .array();
    }
}
