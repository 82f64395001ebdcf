package io.xuemeng.conformance.producer;

import static io.xuemeng.conformance.producer.ProducerMutant.writing;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.conformance.mutant.ArchiveDraft;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** Producers with archive writers of their own, which state sizes before the data and get them wrong. */
final class DraftMutants {

    private static final int UNICODE_PATH = 0x7075;

    private DraftMutants() {}

    static List<ProducerMutant> all() {
        return List.of(
                last("forgets to say that it deflated", entry -> entry.method = 0),
                last("states a size before the last line is written", entry -> entry.size -= 5),
                last("states the size of a buffer for that of the content", entry -> entry.size += 512),
                last("fills the last block with zeros", entry -> {
                    entry.data = Arrays.copyOf(entry.data, entry.data.length + 16);
                    entry.packed = entry.data.length;
                }),
                last("computes checksums of what it deflated", entry -> entry.crc = checksum(entry.data)),
                last("states that the last file goes on into the directory", entry -> entry.packed += 64),
                each("states sizes in zip64 fields that it does not write", entry -> entry.size = -1),
                each("breaks off within extra fields", entry -> entry.extra = new byte[] {0x0a, 0, 0x20, 0, 0, 0}),
                each("writes short names and other names into the Unicode field", entry -> {
                    if (new String(entry.name, StandardCharsets.UTF_8).endsWith(".html")) {
                        entry.extra = unicodePath(entry.name, "page.html");
                    }
                }),
                draft("counts the next header as part of a file", draft -> {
                    List<ArchiveDraft.Entry> entries = draft.entries();
                    if (entries.size() > 3) {
                        entries.get(entries.size() - 3).packed += 20;
                    }
                }),
                draft("packs a file without a name", draft -> draft.add("", "a".getBytes(StandardCharsets.UTF_8))),
                draft("announces zip64 and writes none", draft -> draft.zip64(new byte[0])),
                draft("writes zip64 records with another number of entries", draft -> draft.zip64(zip64(draft))));
    }

    private static ProducerMutant draft(String name, Consumer<ArchiveDraft> edit) {
        return writing(
                name,
                bytes -> Archive.files(bytes, StandardCharsets.UTF_8)
                        .map(files -> {
                            ArchiveDraft draft = ArchiveDraft.of(files);
                            edit.accept(draft);
                            return draft.write();
                        })
                        .orElse(bytes));
    }

    private static ProducerMutant each(String name, Consumer<ArchiveDraft.Entry> edit) {
        return draft(
                name,
                draft -> draft.entries().stream()
                        .filter(ArchiveDraft.Entry::isDeflated)
                        .forEach(edit));
    }

    /** An edit of the last entry, where it deflates something. */
    private static ProducerMutant last(String name, Consumer<ArchiveDraft.Entry> edit) {
        return draft(name, draft -> {
            ArchiveDraft.Entry entry = draft.entries().get(draft.entries().size() - 1);
            if (entry.isDeflated()) {
                edit.accept(entry);
            }
        });
    }

    private static int checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static byte[] unicodePath(byte[] name, String other) {
        byte[] path = other.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(9 + path.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) UNICODE_PATH)
                .putShort((short) (5 + path.length))
                .put((byte) 1)
                .putInt(checksum(name))
                .put(path)
                .array();
    }

    /** A zip64 end record with one entry too many, and the locator that leads to it. */
    private static byte[] zip64(ArchiveDraft draft) {
        byte[] right = draft.write();
        ByteBuffer end = ByteBuffer.wrap(right).order(ByteOrder.LITTLE_ENDIAN);
        int length = end.getInt(right.length - 10);
        int directory = end.getInt(right.length - 6);
        int count = draft.entries().size() + 1;
        return ArchiveDraft.record(
                76,
                0x06064b50,
                record -> record.putLong(44)
                        .putInt(0x2d002d)
                        .putLong(0)
                        .putLong(count)
                        .putLong(count)
                        .putLong(length)
                        .putLong(directory)
                        .putInt(0x07064b50)
                        .putInt(0)
                        .putLong((long) directory + length)
                        .putInt(1));
    }
}
