package io.xuemeng.core.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the samples of {@link ZipRequirement}; the failing one is its passing twin with one edit. */
final class ZipSamples extends SampleFiles {

    // Where the locator begins after the zip64 end record.
    private static final int LOCATOR = 56;

    private ZipSamples() {}

    /** The samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        ZipSamples samples = new ZipSamples();
        samples.directory();
        samples.localHeaders();
        samples.layout();
        samples.sizes();
        samples.content();
        samples.unsupported();
        samples.zip64();
        samples.volumes();
        samples.extras();
        samples.files.putAll(EndSamples.all());
        return samples.files;
    }

    private static RawZip deflated() {
        return plain().edit(zip -> zip.last().deflate());
    }

    private void directory() {
        pair(ZipRequirement.DIRECTORY_DAMAGED, zip -> zip.last().centralSignature = 0);
        fail(ZipRequirement.DIRECTORY_DAMAGED, "fail-nowhere", zip -> {
            zip.directoryOffset = 3;
            zip.directorySize = 40;
        });
        cutLastRecord();
        pair(ZipRequirement.DIRECTORY_OFFSET_WRONG, zip -> {
            zip.build();
            zip.directoryOffset = zip.directoryStart + 5;
            zip.entries.forEach(entry -> entry.offset = -1);
        });
        pair(ZipRequirement.WRONG_ENTRY_COUNT, zip -> zip.count = 4);
        fail(ZipRequirement.WRONG_ENTRY_COUNT, "fail-fewer", zip -> zip.count = 2);
        fail(ZipRequirement.WRONG_ENTRY_COUNT, "fail-on-this-volume", zip -> zip.countHere = 1);
        put(
                ZipRequirement.WRONG_ENTRY_COUNT,
                "fail-on-this-volume-zip64",
                zip64End(true, record -> record.putLong(24, 1)));
        pair(ZipRequirement.TOO_MANY_ENTRIES, zip -> zip.add("content/third.html", "3"));
        limits(ZipRequirement.TOO_MANY_ENTRIES, "archiveEntries=3\n");
        pair(ZipRequirement.DIRECTORY_TOO_LARGE, zip -> zip.add("content/third.html", "3"));
        limits(ZipRequirement.DIRECTORY_TOO_LARGE, "centralDirectoryBytes=190\n");
    }

    /** The last record says that it has more bytes than the directory has left. */
    private void cutLastRecord() {
        byte[] bytes = plain().build();
        int nameLength = "content/second.html".length();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(bytes.length - 22 - nameLength - 46 + 30, (short)
                9);
        put(ZipRequirement.DIRECTORY_DAMAGED, "fail-cut-record", bytes);
    }

    private void localHeaders() {
        pair(ZipRequirement.LOCAL_HEADER_MISSING, zip -> zip.last().localSignature = 0);
        pair(ZipRequirement.LOCAL_NAME_DIFFERS, zip -> zip.last().localName = "content/secret.html".getBytes(UTF_8));
        pair(ZipRequirement.LOCAL_METHOD_DIFFERS, zip -> zip.last().localMethod = 8);
        pair(ZipRequirement.LOCAL_SIZE_DIFFERS, zip -> zip.last().localSize = 5);
        fail(ZipRequirement.LOCAL_SIZE_DIFFERS, "fail-compressed", zip -> zip.last().localCompressedSize = 5);
        fail(ZipRequirement.LOCAL_SIZE_DIFFERS, "fail-called-masked", zip -> {
            zip.last().flags = 1 << 13;
            zip.last().localSize = 5;
        });
        pair(ZipRequirement.LOCAL_CRC_DIFFERS, zip -> zip.last().localCrc = 5);
        pair(ZipRequirement.LOCAL_FLAGS_DIFFER, zip -> zip.last().localFlags = 1);
        put(
                ZipRequirement.LOCAL_FLAGS_DIFFER,
                "pass-ascii",
                plain().edit(zip -> zip.last().localFlags = 1 << 11).build());
        put(
                ZipRequirement.LOCAL_FLAGS_DIFFER,
                "fail-utf8",
                SamplePackage.of("content/第二课.html")
                        .edit(zip -> zip.last().localFlags = 0)
                        .build());

        put(
                ZipRequirement.DESCRIPTOR_DIFFERS,
                "pass",
                deflated().edit(zip -> zip.last().describe(true, false)).build());
        put(
                ZipRequirement.DESCRIPTOR_DIFFERS,
                "pass-without-signature",
                deflated().edit(zip -> zip.last().describe(false, false)).build());
        put(
                ZipRequirement.DESCRIPTOR_DIFFERS,
                "pass-64-bit",
                deflated().edit(zip -> zip.last().describe(true, true)).build());
        put(
                ZipRequirement.DESCRIPTOR_DIFFERS,
                "pass-stored",
                plain().edit(zip -> zip.entries.forEach(entry -> entry.describe(true, false)))
                        .build());
        put(
                ZipRequirement.DESCRIPTOR_DIFFERS,
                "fail",
                deflated()
                        .edit(zip -> {
                            zip.last().describe(true, false);
                            zip.last().descriptor[4] ^= 1;
                        })
                        .build());
        put(
                ZipRequirement.DESCRIPTOR_DIFFERS,
                "fail-missing",
                deflated()
                        .edit(zip -> {
                            zip.last().describe(true, false);
                            zip.last().descriptor = new byte[0];
                        })
                        .build());
        pair(ZipRequirement.STORED_SIZES_DIFFER, zip -> zip.last().size = 5);
    }

    private void layout() {
        put(ZipRequirement.HIDDEN_ENTRY, "pass", plain().build());
        fail(
                ZipRequirement.HIDDEN_ENTRY,
                "fail-archive-in-front",
                zip -> zip.prefix = SamplePackage.of().build());
        for (int i = 0; i < 3; i++) {
            int hidden = i;
            RawZip zip = SamplePackage.of();
            RawZip.Entry entry = zip.add("content/hidden.html", "<p>not listed</p>");
            zip.entries.remove(entry);
            zip.entries.add(hidden, entry);
            entry.listed = false;
            put(ZipRequirement.HIDDEN_ENTRY, new String[] {"fail-first", "fail", "fail-last"}[i], zip.build());
        }
        pair(ZipRequirement.UNCLAIMED_BYTES, zip -> zip.last().before = "left over".getBytes(UTF_8));
        put(ZipRequirement.OVERLAP, "pass", deflated().build());
        put(ZipRequirement.OVERLAP, "fail", quotedOverlap());
        pair(ZipRequirement.SHARED_LOCAL_HEADER, zip -> {
            RawZip.Entry copy = zip.add("content/copy.html", zip.entries.get(2).content);
            copy.written = false;
            zip.build();
            copy.offset = zip.entries.get(2).offset;
        });
        pair(ZipRequirement.REACHES_INTO_DIRECTORY, zip -> {
            zip.last().size = zip.last().content.length + 40L;
            zip.last().compressedSize = zip.last().size;
        });
        fail(ZipRequirement.REACHES_INTO_DIRECTORY, "fail-huge", zip -> {
            zip.last().deflate();
            zip.last().extra = RawZip.extra(1, Long.MAX_VALUE);
            zip.last().localExtra = RawZip.extra(1, zip.last().content.length, Long.MAX_VALUE);
            zip.last().localSize = 0xFFFF_FFFFL;
            zip.last().compressedSize = 0xFFFF_FFFFL;
        });
        pair(ZipRequirement.DIRECTORY_WITH_CONTENT, zip -> zip.add("content/", "<p>hidden</p>"));
        put(
                ZipRequirement.DIRECTORY_WITH_CONTENT,
                "pass-directory",
                plain().edit(zip -> zip.add("content/", "")).build());
        put(
                ZipRequirement.DIRECTORY_WITH_CONTENT,
                "pass-deflated-directory",
                plain().edit(zip -> zip.add("content/", "").deflate()).build());
    }

    /** The first page's data quotes the second one's header and goes on into its data (Fifield, 2019). */
    private static byte[] quotedOverlap() {
        RawZip zip = SamplePackage.of("content/a.html", "content/b.html");
        RawZip.Entry inner = zip.entries.get(3);
        RawZip.Entry outer = zip.entries.get(2);
        inner.deflate();
        byte[] quoted = RawZip.localHeader(inner);
        byte[] block = HandDeflate.storedBlock(quoted, false);
        outer.method = 8;
        outer.content = concat(quoted, inner.content);
        outer.data = Arrays.copyOf(block, 5);
        outer.compressedSize = (long) block.length + inner.data.length;
        return zip.build();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void sizes() {
        limits(ZipRequirement.ENTRY_RATIO, "inflationRatio=100\n");
        put(ZipRequirement.ENTRY_RATIO, "pass", runs(1_000_000));
        put(ZipRequirement.ENTRY_RATIO, "fail", runs(1_100_000));
        limits(ZipRequirement.ARCHIVE_RATIO, "inflationRatio=100\n");
        put(ZipRequirement.ARCHIVE_RATIO, "pass", runs(500_000, 500_000));
        put(ZipRequirement.ARCHIVE_RATIO, "fail", runs(550_000, 550_000));
        limits(ZipRequirement.ARCHIVE_SIZE, "archiveInflatedBytes=60000\n");
        put(ZipRequirement.ARCHIVE_SIZE, "pass", runs(50_000));
        put(ZipRequirement.ARCHIVE_SIZE, "fail", runs(60_000));
    }

    /** Texts of one letter, which compress about 158 times. */
    private static byte[] runs(int... counts) {
        String[] paths = new String[counts.length];
        for (int i = 0; i < counts.length; i++) {
            paths[i] = "content/run-" + i + ".txt";
        }
        RawZip zip = SamplePackage.of(paths);
        for (int i = 0; i < counts.length; i++) {
            RawZip.Entry entry = zip.entries.get(i + 2);
            entry.content = "a".repeat(counts[i]).getBytes(UTF_8);
            entry.method = 8;
            entry.data = HandDeflate.run('a', counts[i]);
        }
        return zip.build();
    }

    private void deflatedPair(ZipRequirement requirement, Consumer<RawZip.Entry> edit) {
        put(requirement, "pass", deflated().build());
        deflatedFail(requirement, "fail", edit);
    }

    private void deflatedFail(ZipRequirement requirement, String name, Consumer<RawZip.Entry> edit) {
        put(requirement, name, deflated().edit(zip -> edit.accept(zip.last())).build());
    }

    private void content() {
        deflatedPair(ZipRequirement.CONTENT_SHORTER, entry -> entry.size = entry.content.length + 1L);
        deflatedPair(ZipRequirement.CONTENT_LONGER, entry -> entry.size = entry.content.length - 1L);
        deflatedPair(
                ZipRequirement.COMPRESSED_DATA_LONGER, entry -> entry.data = concat(entry.data, new byte[] {1, 2, 3}));
        deflatedPair(ZipRequirement.WRONG_CRC, entry -> entry.crc = entry.crc() ^ 1);
        fail(
                ZipRequirement.WRONG_CRC,
                "fail-stored",
                zip -> zip.last().crc = zip.last().crc() ^ 1);
        deflatedPair(ZipRequirement.DATA_DAMAGED, entry -> entry.data[0] |= 6);
        deflatedFail(
                ZipRequirement.DATA_DAMAGED,
                "fail-cut-off",
                entry -> entry.data = Arrays.copyOf(entry.data, entry.data.length - 1));
    }

    private void unsupported() {
        pair(ZipRequirement.ENCRYPTED, zip -> zip.last().flags |= 1);
        put(ZipRequirement.UNSUPPORTED_METHOD, "pass", plain().build());
        fail(ZipRequirement.UNSUPPORTED_METHOD, "fail", zip -> zip.last().method = 12);
        fail(ZipRequirement.UNSUPPORTED_METHOD, "fail-deflate64", zip -> zip.last().method = 9);
        fail(ZipRequirement.UNSUPPORTED_METHOD, "fail-lzma", zip -> zip.last().method = 14);
        fail(ZipRequirement.UNSUPPORTED_METHOD, "fail-zstandard", zip -> zip.last().method = 93);
        put(ZipRequirement.NESTED_ARCHIVE, "pass", plain().build());
        for (String extension : new String[] {"zip", "jar", "7z", "rar"}) {
            put(
                    ZipRequirement.NESTED_ARCHIVE,
                    extension.equals("zip") ? "fail" : "fail-" + extension,
                    SamplePackage.of("content/second." + extension).build());
        }
    }

    private void zip64() {
        ZipRequirement field = ZipRequirement.ZIP64_FIELD_MALFORMED;
        long saturated = 0xFFFF_FFFFL;
        put(field, "pass", plain().edit(zip -> saturate(zip.last())).build());
        put(
                field,
                "pass-repeated",
                plain().edit(zip -> zip.last().extra = zip64(zip.last(), 0)).build());
        fail(field, "fail", zip -> {
            saturate(zip.last());
            zip.last().extra = new byte[0];
        });
        fail(field, "fail-short", zip -> {
            saturate(zip.last());
            zip.last().extra = RawZip.extra(1, zip.last().content.length);
        });
        fail(field, "fail-contradicts", zip -> zip.last().extra = zip64(zip.last(), 1));
        fail(field, "fail-local", zip -> {
            zip.last().localSize = saturated;
            zip.last().localCompressedSize = saturated;
        });

        ZipRequirement end = ZipRequirement.ZIP64_END_CONTRADICTS;
        put(end, "pass", zip64End(3, 0, true));
        put(end, "pass-repeated", zip64End(3, 0, false));
        put(end, "fail", zip64End(4, 0, false));
        put(end, "fail-locator", zip64End(3, 100, false));
        put(end, "fail-locator-elsewhere", zip64End(true, record -> record.putLong(LOCATOR + 8, 3)));
        put(end, "fail-no-volume", zip64End(true, record -> record.putInt(LOCATOR + 16, 0)));
        put(end, "fail-on-this-volume", zip64End(false, record -> record.putLong(24, 1)));
        byte[] prefix = "GIF89a".getBytes(UTF_8);
        put(ZipRequirement.LEADING_BYTES, "fail-zip64", concat(prefix, zip64End(3, 0, true)));
        put(ZipRequirement.ZIP64_END_MISSING, "pass", zip64End(3, 0, true));
        fail(ZipRequirement.ZIP64_END_MISSING, "fail", zip -> zip.directoryOffset = saturated);
    }

    private static void saturate(RawZip.Entry entry) {
        entry.extra = zip64(entry, 0);
        entry.localExtra = entry.extra;
        entry.size = 0xFFFF_FFFFL;
        entry.compressedSize = entry.size;
    }

    private static byte[] zip64(RawZip.Entry entry, int difference) {
        return RawZip.extra(1, entry.content.length + (long) difference, entry.data().length);
    }

    /** An archive with a zip64 end record and its locator, those edited. */
    private static byte[] zip64End(boolean saturated, Consumer<ByteBuffer> edit) {
        byte[] bytes = zip64End(3, 0, saturated);
        int record = bytes.length - 22 - 76;
        edit.accept(ByteBuffer.wrap(bytes, record, 76).slice().order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }

    private static byte[] zip64End(int count, int locatorError, boolean saturated) {
        return zip64End(plain(), count, locatorError, saturated);
    }

    private static byte[] zip64End(RawZip zip, int count, int locatorError, boolean saturated) {
        int size = zip.build().length;
        long directorySize = size - 22 - zip.directoryStart;
        zip.zip64End = RawZip.zip64End(size - 22L + locatorError, count, directorySize, zip.directoryStart);
        if (locatorError != 0) {
            zip.zip64End[0] = 0;
        }
        if (saturated) {
            zip.count = 0xFFFF;
            zip.directorySize = 0xFFFF_FFFFL;
            zip.directoryOffset = 0xFFFF_FFFFL;
        }
        zip.entries.forEach(entry -> entry.offset = -1);
        return zip.build();
    }

    private void volumes() {
        ZipRequirement volume = ZipRequirement.MULTI_VOLUME;
        pair(volume, zip -> zip.disk = 1);
        fail(volume, "fail-unresolved", zip -> zip.disk = 0xFFFF);
        put(volume, "pass-zip64", zip64End(plain().edit(zip -> zip.disk = 0xFFFF), 3, 0, true));
        put(volume, "fail-zip64-locator", zip64End(true, record -> record.putInt(LOCATOR + 4, 2)));
        put(volume, "fail-zip64-volumes", zip64End(true, record -> record.putInt(LOCATOR + 16, 5)));
        put(volume, "fail-zip64-record", zip64End(true, record -> record.putInt(16, 3)));
        put(volume, "fail-zip64-directory", zip64End(true, record -> record.putInt(20, 3)));
        pair(ZipRequirement.ENTRY_ON_OTHER_VOLUME, zip -> zip.last().disk = 1);
    }

    private void extras() {
        put(
                ZipRequirement.EXTRA_FIELD_MALFORMED,
                "pass",
                plain().edit(zip -> zip.last().extra = RawZip.extra(0x5455, 1)).build());
        put(
                ZipRequirement.EXTRA_FIELD_MALFORMED,
                "pass-padding",
                plain().edit(zip -> zip.last().extra = new byte[3]).build());
        fail(ZipRequirement.EXTRA_FIELD_MALFORMED, "fail", zip -> {
            zip.last().extra = RawZip.extra(0x5455, 1);
            zip.last().extra[2]++;
        });
        fail(ZipRequirement.EXTRA_FIELD_MALFORMED, "fail-unicode-path", zip -> {
            zip.last().extra = RawZip.unicodePath(zip.last(), SamplePackage.PAGE);
            zip.last().extra[4] = 2;
        });
    }
}
