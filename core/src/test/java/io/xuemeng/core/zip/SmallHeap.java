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
    private static SparseSource huge() {
        RawZip.Entry video = new RawZip.Entry();
        video.name = "video.mp4".getBytes(US_ASCII);
        video.crc = crcOfZeros();
        video.size = 0xFFFF_FFFFL;
        video.compressedSize = 0xFFFF_FFFFL;
        video.localExtra = RawZip.extra(1, HUGE, HUGE);
        video.extra = video.localExtra;
        video.offset = 0;
        RawZip.Entry page = new RawZip.Entry();
        page.name = "page.html".getBytes(US_ASCII);
        page.content = "after 4 GiB".getBytes(US_ASCII);
        page.offset = 0xFFFF_FFFFL;

        SparseSource source = new SparseSource();
        source.add(RawZip.localHeader(video));
        source.addZeros(HUGE);
        page.extra = RawZip.extra(1, source.size());
        source.add(RawZip.localHeader(page));
        source.add(page.content);
        long directory = source.size();
        source.add(RawZip.centralHeader(video));
        source.add(RawZip.centralHeader(page));
        source.add(RawZip.zip64End(source.size(), 2, source.size() - directory, directory));
        RawZip end = new RawZip();
        end.count = 2;
        end.directorySize = 0xFFFF_FFFFL;
        end.directoryOffset = 0xFFFF_FFFFL;
        source.add(end.build());
        return source;
    }

    private static long crcOfZeros() {
        CRC32 crc = new CRC32();
        byte[] zeros = new byte[1 << 20];
        for (long left = HUGE; left > 0; left -= zeros.length) {
            crc.update(zeros);
        }
        return crc.getValue();
    }
}
