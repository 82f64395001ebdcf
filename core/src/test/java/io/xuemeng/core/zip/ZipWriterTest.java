package io.xuemeng.core.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipWriterTest {

    private static final byte[] HTML = "<p>分数的初步认识</p>".repeat(200).getBytes(StandardCharsets.UTF_8);
    private static final byte[] SHORT = {1, 2, 3};

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesWhatEveryReaderReadsAlike() throws IOException {
        Path media = Files.write(folder.resolve("media"), HTML);
        try (ZipWriter zip = ZipWriter.to(out)) {
            zip.store("mimetype", SHORT);
            zip.add("内容/第一课.html", HTML);
            zip.add("short", SHORT);
            zip.add("stream.html", new ByteArrayInputStream(HTML));
            zip.add("sized.html", new ByteArrayInputStream(HTML), HTML.length);
            zip.add("empty", new ByteArrayInputStream(new byte[0]));
            zip.addDirectory("空/");
            zip.add("𠀀.html", media);
            zip.store("media.mp4", media);
        }
        Map<String, byte[]> expected = new LinkedHashMap<>();
        expected.put("mimetype", SHORT);
        expected.put("内容/第一课.html", HTML);
        expected.put("short", SHORT);
        expected.put("stream.html", HTML);
        expected.put("sized.html", HTML);
        expected.put("empty", new byte[0]);
        expected.put("空/", new byte[0]);
        expected.put("𠀀.html", HTML);
        expected.put("media.mp4", HTML);

        assertThat(readByUs()).containsExactlyEntriesOf(expected);
        assertThat(OtherReaders.jdkFile(out.toByteArray(), folder)).containsExactlyEntriesOf(expected);
        assertThat(OtherReaders.jdkStream(out.toByteArray())).containsExactlyEntriesOf(expected);
        assertThat(OtherReaders.commonsCompress(out.toByteArray())).containsExactlyEntriesOf(expected);
    }

    private Map<String, byte[]> readByUs() throws IOException {
        FindingCollector findings = new FindingCollector();
        Map<String, byte[]> found = OtherReaders.ours(out.toByteArray(), findings);
        assertThat(findings.findings()).isEmpty();
        return found;
    }

    @Test
    void writesMoreEntriesThanAnEndRecordCanCount() throws IOException {
        try (ZipWriter zip = ZipWriter.to(out)) {
            for (int i = 0; i < 70_000; i++) {
                zip.store("n" + i, SHORT);
            }
        }
        assertThat(readByUs()).hasSize(70_000);
        assertThat(OtherReaders.jdkFile(out.toByteArray(), folder)).hasSize(70_000);
        assertThat(OtherReaders.commonsCompress(out.toByteArray())).hasSize(70_000);
    }

    @Test
    void writesSizesOf64BitsAfterTheData() throws IOException {
        byte[] data = HandDeflate.stored(SHORT);
        CRC32 crc = new CRC32();
        crc.update(SHORT);
        try (ZipOutput zip = new ZipOutput(out)) {
            zip.beginStreamed("a".getBytes(StandardCharsets.US_ASCII), 0x21_0000, true);
            zip.write(data, 0, data.length);
            zip.endStreamed((int) crc.getValue(), data.length, SHORT.length);
            zip.finish();
        }
        assertThat(readByUs().get("a")).isEqualTo(SHORT);
        assertThat(OtherReaders.jdkFile(out.toByteArray(), folder).get("a")).isEqualTo(SHORT);
        assertThat(OtherReaders.commonsCompress(out.toByteArray()).get("a")).isEqualTo(SHORT);
    }

    @Test
    void givesTheSameBytesForTheSameCalls() throws IOException {
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        for (ByteArrayOutputStream target : new ByteArrayOutputStream[] {out, second}) {
            try (ZipWriter zip = ZipWriter.to(target)) {
                zip.add("a.html", HTML);
                zip.add("b.html", new ByteArrayInputStream(HTML));
            }
        }
        assertThat(out.toByteArray()).isEqualTo(second.toByteArray());
    }

    @Test
    void statesTheTimeItIsGiven() throws IOException {
        LocalDateTime time = LocalDateTime.of(2026, 9, 1, 8, 30, 58);
        try (ZipWriter zip = ZipWriter.to(out)) {
            zip.add("first", SHORT);
            zip.lastModified(time).add("second", SHORT);
        }
        try (ZipArchive archive =
                ZipArchive.open(PositionalSource.of(out.toByteArray()), Limits.defaults(), new FindingCollector())) {
            assertThat(archive.entries())
                    .extracting(entry -> entry.lastModified().orElseThrow())
                    .containsExactly(LocalDateTime.of(1980, 1, 1, 0, 0), time);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZipWriter.to(out).lastModified(LocalDateTime.of(1979, 12, 31, 0, 0)))
                .withMessageContaining("1980");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../a",
                "a/../b",
                "/a",
                "\\a",
                "C:/a",
                "//server/a",
                "a\\b",
                "a:b",
                "%2e%2e/a",
                "a//b",
                "./a",
                "NUL",
                "a. /b",
                "a?b",
                "a\nb",
                "a\u202Eb",
                "dir/"
            })
    void refusesAPathThatItsReaderFindsFaultWith(String path) throws IOException {
        try (ZipWriter zip = ZipWriter.to(out)) {
            assertThatIllegalArgumentException().isThrownBy(() -> zip.add(path, SHORT));
            zip.add("a", SHORT);
        }
        assertThat(readByUs()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"content/A.html", "content/a.HTML", "Content/ａ.html", "content", "content/a.html/b", "CONTENT"})
    void refusesAPathThatIsTaken(String path) throws IOException {
        try (ZipWriter zip = ZipWriter.to(out)) {
            zip.add("content/a.html", SHORT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> zip.add(path, SHORT))
                    .withMessageContaining(path.equals("content/A.html") ? "PATH-016" : "PATH-01");
            zip.addDirectory("content");
        }
        assertThat(readByUs()).containsOnlyKeys("content/a.html", "content/");
    }

    @Test
    void leavesAnArchiveWithoutItsEndWhenAnEntryFails() throws IOException {
        ZipWriter zip = ZipWriter.to(out);
        zip.add("a", HTML);
        assertThatThrownBy(() -> zip.add("b", new ByteArrayInputStream(HTML), HTML.length + 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stated");
        assertThatIllegalStateException().isThrownBy(() -> zip.add("c", SHORT));
        zip.close();

        FindingCollector findings = new FindingCollector();
        ZipArchive.open(PositionalSource.of(out.toByteArray()), Limits.defaults(), findings)
                .close();
        assertThat(findings.findings()).extracting(finding -> finding.id()).containsExactly("ZIP-003");
    }

    @Test
    void copiesEntriesOfAnotherArchiveAsTheyAre() throws IOException {
        LocalDateTime time = LocalDateTime.of(2026, 9, 1, 8, 30, 2);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(first)) {
            zip.lastModified(time);
            zip.add("内容/a.html", HTML);
            zip.addDirectory("空");
            zip.add("streamed.html", new ByteArrayInputStream(HTML));
        }
        FindingCollector findings = new FindingCollector();
        try (ZipArchive archive =
                        ZipArchive.open(PositionalSource.of(first.toByteArray()), Limits.defaults(), findings);
                ZipWriter zip = ZipWriter.to(out)) {
            zip.store("first", SHORT);
            for (ZipEntry entry : archive.entries()) {
                zip.copy(archive, entry);
            }
            zip.comment("注释".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(readByUs())
                .containsExactly(
                        Map.entry("first", SHORT),
                        Map.entry("内容/a.html", HTML),
                        Map.entry("空/", new byte[0]),
                        Map.entry("streamed.html", HTML));
        try (ZipArchive archive =
                ZipArchive.open(PositionalSource.of(out.toByteArray()), Limits.defaults(), findings)) {
            assertThat(archive.find("内容/a.html").orElseThrow().lastModified()).contains(time);
            assertThat(archive.find("内容/a.html").orElseThrow().compressedSize()).isLessThan(HTML.length);
            assertThat(new String(archive.comment(), StandardCharsets.UTF_8)).isEqualTo("注释");
        }
        assertThat(findings.findings()).isEmpty();
        assertThat(OtherReaders.jdkFile(out.toByteArray(), folder)).hasSize(4);
    }

    @Test
    void copiesUnixModesAndWhatIsOnlyWarnedOf() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(first)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("content/con.html");
            entry.setUnixMode(0100640);
            zip.putArchiveEntry(entry);
            zip.write(HTML);
            zip.closeArchiveEntry();
        }
        try (ZipArchive archive =
                        ZipArchive.open(PositionalSource.of(first.toByteArray()), Limits.defaults(), finding -> {});
                ZipWriter zip = ZipWriter.to(out)) {
            assertThatIllegalArgumentException().isThrownBy(() -> zip.add("content/con.html", HTML));
            zip.copy(archive, archive.entries().get(0));
        }
        try (ZipArchive archive =
                ZipArchive.open(PositionalSource.of(out.toByteArray()), Limits.defaults(), finding -> {})) {
            assertThat(archive.entries().get(0).unixMode()).hasValue(0100640);
        }
    }

    @Test
    void copiesNothingThatHasFaults() throws IOException {
        byte[] damaged =
                SamplePackage.of("a.html").edit(zip -> zip.last().method = 12).build();
        try (ZipArchive archive = ZipArchive.open(PositionalSource.of(damaged), Limits.defaults(), finding -> {});
                ZipWriter zip = ZipWriter.to(out)) {
            ZipEntry entry = archive.find("a.html").orElseThrow();
            assertThatIllegalArgumentException().isThrownBy(() -> zip.copy(archive, entry));
            zip.add("a.html", SHORT);
            assertThatIllegalArgumentException().isThrownBy(() -> zip.comment(new byte[] {'x', 'P', 'K', 5, 6}));
            assertThatIllegalArgumentException().isThrownBy(() -> zip.comment(new byte[65_536]));
        }
        assertThat(readByUs()).containsOnlyKeys("a.html");
    }
}
