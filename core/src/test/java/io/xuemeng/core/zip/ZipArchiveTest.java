package io.xuemeng.core.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {

    private final FindingCollector findings = new FindingCollector();

    private ZipArchive open(byte[] bytes) throws IOException {
        return ZipArchive.open(PositionalSource.of(bytes), Limits.defaults(), findings);
    }

    private ZipArchive open(RawZip zip) throws IOException {
        return open(zip.build());
    }

    private List<String> ids() {
        return findings.findings().stream().map(Finding::id).toList();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void tellsWhatTheCentralDirectorySays() throws IOException {
        RawZip zip = new RawZip();
        zip.add("content/", "");
        zip.add("content/课.html", "abc").edit(entry -> {
            entry.madeBy = 3;
            entry.mode = 0100640;
            entry.deflate();
        });
        try (ZipArchive archive = open(zip)) {
            assertThat(archive.isReadable()).isTrue();
            ZipEntry folder = archive.entries().get(0);
            assertThat(folder.isDirectory()).isTrue();
            assertThat(folder.unixMode()).isEmpty();
            ZipEntry file = archive.entries().get(1);
            assertThat(file.path()).isEqualTo("content/课.html").hasToString(file.toString());
            assertThat(file.rawName()).isEqualTo("content/课.html".getBytes(UTF_8));
            assertThat(file.isDirectory()).isFalse();
            assertThat(file.isReadable()).isTrue();
            assertThat(file.isExtractable()).isTrue();
            assertThat(file.size()).isEqualTo(3);
            assertThat(file.compressedSize()).isEqualTo(8);
            assertThat(file.crc()).isEqualTo(0x352441C2L);
            assertThat(file.method()).isEqualTo(8);
            assertThat(file.unixMode()).hasValue(0100640);
            assertThat(file.lastModified())
                    .hasValueSatisfying(time -> assertThat(time).hasToString("1980-01-01T00:00"));
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void handsOutCopiesOfTheRawName() throws IOException {
        byte[] gbk = "课.html".getBytes(Charset.forName("GBK"));
        RawZip zip = new RawZip();
        zip.add("课.html", "").edit(entry -> {
            entry.name = gbk;
            entry.flags = 0;
        });
        try (ZipArchive archive = open(zip)) {
            ZipEntry entry = archive.find("课.html").orElseThrow();
            entry.rawName()[0] = 0;
            assertThat(entry.rawName()).isEqualTo(gbk);
        }
    }

    @Test
    void findsAnEntryByItsExactPathOnly() throws IOException {
        try (ZipArchive archive = open(SamplePackage.of("content/A.html", "content/a.html", "课/"))) {
            assertThat(archive.find("content/A.html"))
                    .hasValueSatisfying(entry -> assertThat(entry.path()).isEqualTo("content/A.html"));
            assertThat(archive.find("content/a.html"))
                    .hasValueSatisfying(entry -> assertThat(entry.path()).isEqualTo("content/a.html"));
            assertThat(archive.find("CONTENT/a.html")).isEmpty();
            assertThat(archive.find("课/")).isPresent();
            assertThat(archive.find("课")).isEmpty();
            assertThat(archive.find("")).isEmpty();
        }
    }

    @Test
    void findsTheFirstOfTwoEntriesWithOnePath() throws IOException {
        RawZip zip = SamplePackage.of();
        zip.add("twice", "first");
        zip.add("twice", "second");
        try (ZipArchive archive = open(zip);
                InputStream in = archive.open(archive.find("twice").orElseThrow(), findings)) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("first");
        }
    }

    @Test
    void readsTheOthersWhenOneEntryIsBad() throws IOException {
        RawZip zip = SamplePackage.of("encrypted", "bzip2", "renamed", "damaged", "last");
        zip.entries.get(2).flags = 1;
        zip.entries.get(3).method = 12;
        zip.entries.get(4).localName = "other".getBytes(UTF_8);
        zip.entries.get(5).deflate();
        zip.entries.get(5).data[0] |= 6;
        try (ZipArchive archive = open(zip)) {
            List<String> intact = new ArrayList<>();
            for (ZipEntry entry : archive.entries()) {
                if (archive.verify(entry, findings)) {
                    intact.add(entry.path());
                }
            }
            assertThat(intact).containsExactly("imsmanifest.xml", "content/index.html", "last");
        }
        assertThat(ids()).containsExactly("ZIP-033", "ZIP-034", "ZIP-014", "ZIP-032");
    }

    @Test
    void refusesToOpenAnEntryThatCannotBeRead() throws IOException {
        try (ZipArchive archive = open(SamplePackage.of("a").edit(zip -> zip.last().flags = 1))) {
            ZipEntry entry = archive.find("a").orElseThrow();
            assertThat(entry.isReadable()).isFalse();
            assertThat(entry.isExtractable()).isFalse();
            assertThatThrownBy(() -> archive.open(entry, findings))
                    .isInstanceOf(ZipContentException.class)
                    .hasMessageContaining("a");
        }
        assertThat(ids()).containsExactly("ZIP-033");
    }

    @Test
    void readsButDoesNotExtractAnEntryWithAnUnsafePath() throws IOException {
        try (ZipArchive archive = open(SamplePackage.of("../a"))) {
            ZipEntry entry = archive.find("../a").orElseThrow();
            assertThat(entry.isReadable()).isTrue();
            assertThat(entry.isExtractable()).isFalse();
            assertThat(archive.verify(entry, findings)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void throwsAtTheLastDeclaredByteWhenTheChecksumIsWrong(boolean deflated) throws IOException {
        RawZip zip = SamplePackage.of("a");
        zip.last().crc = zip.last().crc() ^ 1;
        if (deflated) {
            zip.last().deflate();
        }
        try (ZipArchive archive = open(zip)) {
            ZipEntry entry = archive.find("a").orElseThrow();
            try (InputStream in = archive.open(entry, findings)) {
                assertThatThrownBy(() -> in.readNBytes((int) entry.size())).isInstanceOf(ZipContentException.class);
                assertThat(in.read()).isEqualTo(-1);
            }
        }
        assertThat(ids()).containsExactly("ZIP-031");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void readsContentOfEverySizeFromLargeAndSmallArchives(int size) throws IOException {
        byte[] content = random(size);
        for (byte[] filler : List.of(new byte[0], random(400_000))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipWriter zip = ZipWriter.to(out)) {
                zip.store("filler", filler);
                zip.store("stored", content);
                zip.add("deflated", new ByteArrayInputStream(content));
            }
            try (ZipArchive archive = open(out.toByteArray())) {
                for (String path : List.of("stored", "deflated")) {
                    ZipEntry entry = archive.find(path).orElseThrow();
                    try (InputStream in = archive.open(entry, findings)) {
                        assertThat(in.readAllBytes()).isEqualTo(content);
                    }
                    ByteArrayOutputStream drained = new ByteArrayOutputStream();
                    assertThat(archive.drain(entry, drained::write, findings)).isTrue();
                    assertThat(drained.toByteArray()).isEqualTo(content);
                }
            }
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void readsByteByByteAndSkips() throws IOException {
        try (ZipArchive archive =
                open(SamplePackage.of().edit(zip -> zip.add("a", "abcdef").deflate()))) {
            try (InputStream in = archive.open(archive.find("a").orElseThrow(), findings)) {
                assertThat(in.read()).isEqualTo('a');
                assertThat(in.skip(2)).isEqualTo(2);
                assertThat(in.read(new byte[0])).isZero();
                assertThat(in.readNBytes(10)).asString(UTF_8).isEqualTo("def");
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void passesOnWhatTheConsumerThrowsAndReadsOn() throws IOException {
        try (ZipArchive archive = open(SamplePackage.of("a"))) {
            ZipEntry entry = archive.find("a").orElseThrow();
            assertThatThrownBy(() -> archive.drain(
                            entry,
                            (buffer, offset, length) -> {
                                throw new IOException("disk full");
                            },
                            findings))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
            assertThat(archive.verify(entry, findings)).isTrue();
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void readsNothingOnceItIsClosed() throws IOException {
        ZipArchive archive = open(SamplePackage.of("a"));
        ZipEntry entry = archive.find("a").orElseThrow();
        InputStream in = archive.open(entry, findings);
        in.close();
        in.close();
        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
        archive.close();
        assertThatThrownBy(() -> archive.open(entry, findings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void readsDifferentEntriesInSeveralThreads() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(out)) {
            for (int i = 0; i < 40; i++) {
                zip.add("content/" + i, new ByteArrayInputStream(random(20_000 + i)));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (ZipArchive archive = open(out.toByteArray())) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int round = 0; round < 5; round++) {
                for (ZipEntry entry : archive.entries()) {
                    results.add(threads.submit(() -> {
                        ByteArrayOutputStream content = new ByteArrayOutputStream();
                        return archive.drain(entry, content::write, new FindingCollector())
                                && Arrays.equals(content.toByteArray(), random((int) entry.size()));
                    }));
                }
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counts the reads of an archive, and fails them when told to. */
    private static final class WatchedSource implements PositionalSource {
        private final PositionalSource bytes;
        private int reads;
        private boolean failing;
        private boolean closed;

        private WatchedSource(byte[] bytes) {
            this.bytes = PositionalSource.of(bytes);
        }

        @Override
        public long size() throws IOException {
            return bytes.size();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            reads++;
            if (failing) {
                throw new IOException("the disk is gone");
            }
            return bytes.read(target, position);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static byte[] manyFiles(int count, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(out)) {
            for (int i = 0; i < count; i++) {
                zip.store("content/" + i, random(size));
            }
        }
        return out.toByteArray();
    }

    @Test
    void opensASmallArchiveWithOneRead() throws IOException {
        WatchedSource source = new WatchedSource(manyFiles(20, 10_000));
        try (ZipArchive archive = ZipArchive.open(source, Limits.defaults(), findings)) {
            for (ZipEntry entry : archive.entries()) {
                archive.verify(entry, findings);
            }
        }
        assertThat(source.reads).isEqualTo(1);
        assertThat(source.closed).isTrue();
    }

    @Test
    void opensALargeArchiveWithFewReads() throws IOException {
        WatchedSource source = new WatchedSource(manyFiles(1_000, 1_000));
        ZipArchive.open(source, Limits.defaults(), findings).close();
        assertThat(source.reads).isLessThan(30);
        assertThat(ids()).isEmpty();
    }

    @Test
    void closesTheSourceAndThrowsWhenItCannotBeRead() throws IOException {
        WatchedSource source = new WatchedSource(manyFiles(1, 1));
        source.failing = true;
        assertThatThrownBy(() -> ZipArchive.open(source, Limits.defaults(), findings))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
        assertThat(source.closed).isTrue();
        assertThat(ids()).isEmpty();
    }

    @Test
    void throwsAndReportsNothingWhenTheSourceFailsDuringARead() throws IOException {
        WatchedSource source = new WatchedSource(manyFiles(1, 400_000));
        try (ZipArchive archive = ZipArchive.open(source, Limits.defaults(), findings)) {
            source.failing = true;
            assertThatThrownBy(() -> archive.verify(archive.entries().get(0), findings))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(ZipContentException.class);
            source.failing = false;
            assertThat(archive.verify(archive.entries().get(0), findings)).isTrue();
        }
        assertThat(ids()).isEmpty();
    }

    @Test
    void allocatesNothingWhileItReads() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(out)) {
            zip.store("stored", random(8 << 20));
            zip.add("deflated", new ByteArrayInputStream(random(8 << 20)));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ZipArchive archive = open(out.toByteArray())) {
            for (ZipEntry entry : archive.entries()) {
                archive.verify(entry, findings);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (ZipEntry entry : archive.entries()) {
                archive.verify(entry, findings);
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64 << 10);
        }
    }
}
