package io.xuemeng.conformance.mutant;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * An archive that is written field by field, for mutants whose headers say something else than there is: sizes stand in front of the data,
 * as home-made programs write them. Not thread-safe.
 */
public final class ArchiveDraft {

    private static final int UTF8 = 0x800;
    private static final int VERSION = 20;
    private static final int DOS_DATE = 0x21; // the first of January 1980
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** What is written of one entry, whether or not it is so. */
    public static final class Entry {
        public byte[] name;
        public byte[] extra = new byte[0];
        public byte[] data;
        public int method;
        public int crc;
        public int packed;
        public int size;

        private int offset;

        Entry(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.size = content.length;
            CRC32 sum = new CRC32();
            sum.update(content);
            this.crc = (int) sum.getValue();
            boolean stored = name.equals("mimetype") || content.length == 0;
            this.method = stored ? STORED : DEFLATED;
            this.data = stored ? content : deflated(content);
            this.packed = data.length;
        }

        /** Whether something was deflated, so that it can go wrong. */
        public boolean isDeflated() {
            return method == DEFLATED;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private byte[] betweenDirectoryAndEnd = new byte[0];
    private int offsetInEnd;

    /** A faultless draft. */
    public static ArchiveDraft of(Map<String, byte[]> files) {
        ArchiveDraft draft = new ArchiveDraft();
        files.forEach(draft::add);
        return draft;
    }

    /** Adds an entry, of whatever name. */
    public void add(String name, byte[] content) {
        entries.add(new Entry(name, content));
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Says that the place of the directory stands in a zip64 end record, and writes these bytes where that should be. */
    public void zip64(byte[] records) {
        betweenDirectoryAndEnd = records;
        offsetInEnd = -1;
    }

    /** The archive. */
    public byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            entry.offset = out.size();
            out.writeBytes(record(30, 0x04034b50, head -> common(head, entry)));
            out.writeBytes(entry.name);
            out.writeBytes(entry.extra);
            out.writeBytes(entry.data);
        }
        int directory = out.size();
        for (Entry entry : entries) {
            out.writeBytes(record(46, 0x02014b50, head -> {
                head.putShort((short) VERSION);
                common(head, entry);
                head.putInt(42, entry.offset);
            }));
            out.writeBytes(entry.name);
            out.writeBytes(entry.extra);
        }
        int length = out.size() - directory;
        out.writeBytes(betweenDirectoryAndEnd);
        out.writeBytes(record(
                22,
                0x06054b50,
                end -> end.putInt(0)
                        .putShort((short) entries.size())
                        .putShort((short) entries.size())
                        .putInt(length)
                        .putInt(offsetInEnd == 0 ? directory : offsetInEnd)));
        return out.toByteArray();
    }

    private static void common(ByteBuffer head, Entry entry) {
        head.putShort((short) VERSION).putShort((short) UTF8).putShort((short) entry.method);
        head.putShort((short) 0).putShort((short) DOS_DATE).putInt(entry.crc).putInt(entry.packed);
        head.putInt(entry.size).putShort((short) entry.name.length).putShort((short) entry.extra.length);
    }

    /** A record of a fixed length that begins with its signature. */
    public static byte[] record(int length, int signature, Consumer<ByteBuffer> fields) {
        byte[] record = new byte[length];
        fields.accept(ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).putInt(signature));
        return record;
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
