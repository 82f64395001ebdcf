package io.xuemeng.core.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** What {@link BoundedMemoryTest} runs in a Java machine of its own, whose heap is small. */
final class SmallHeap {

    private static final long HUGE = 4L << 30;

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1) {
            verify(PositionalSource.of(Path.of(arguments[0])));
        } else {
            verify(huge());
        }
    }

    private static void verify(PositionalSource source) throws IOException {
        FindingCollector findings = new FindingCollector();
        int intact = 0;
        try (ZipArchive archive = ZipArchive.open(source, Limits.defaults(), findings)) {
            for (ZipEntry entry : archive.entries()) {
                intact += archive.verify(entry, findings) ? 1 : 0;
            }
        }
        System.out.println(intact + " intact " + findings.findings());
    }

    /** A stored file of 4 GiB and one after it, so that sizes and offsets need zip64. */
    private static SparseSource huge() throws IOException {
        SparseSource source = new SparseSource();
        byte[] page = "after 4 GiB".getBytes(US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(page);
        try (ZipOutput out = new ZipOutput(source.appender())) {
            out.beginKnown("video.mp4".getBytes(US_ASCII), ZipEntry.STORED, 0x21_0000, crcOfZeros(), HUGE, HUGE);
            for (long left = HUGE; left > 0; left -= SparseSource.ZEROS.length) {
                out.write(SparseSource.ZEROS, 0, SparseSource.ZEROS.length);
            }
            out.beginKnown(
                    "page.html".getBytes(US_ASCII),
                    ZipEntry.STORED,
                    0x21_0000,
                    (int) crc.getValue(),
                    page.length,
                    page.length);
            out.write(page, 0, page.length);
            out.finish();
        }
        return source;
    }

    private static int crcOfZeros() {
        CRC32 crc = new CRC32();
        for (long left = HUGE; left > 0; left -= SparseSource.ZEROS.length) {
            crc.update(SparseSource.ZEROS);
        }
        return (int) crc.getValue();
    }
}
