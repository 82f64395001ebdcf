package io.xuemeng.core.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Holds the reader against the JDK's two readers and Commons Compress. */
class DifferentialTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Set<String> GUESSED_NAMES = Set.of("PATH-022", "PATH-023", "PATH-024");

    private static final Map<String, Reader> READERS = Map.of(
            "JDK ZipFile", archive -> OtherReaders.jdkFile(archive, folder()),
            "JDK ZipInputStream", OtherReaders::jdkStream,
            "Commons Compress", OtherReaders::commonsCompress);

    private static Path folder;

    private static Path folder() {
        return folder;
    }

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("differential");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("archive.zip"));
        Files.delete(folder);
    }

    /** How the sizes of an entry are stated. */
    enum Sizes {
        IN_HEADER,
        IN_ZIP64,
        AFTER,
        AFTER_WITHOUT_SIGNATURE,
        AFTER_IN_64_BITS
    }

    /** How the name of an entry is written. */
    enum Names {
        FLAGGED,
        UNFLAGGED,
        GBK
    }

    record File(String path, int size, int seed, boolean random, boolean deflated, Sizes sizes, Names names) {

        byte[] content() {
            byte[] bytes = new byte[path.endsWith("/") ? 0 : size];
            if (random) {
                new Random(seed).nextBytes(bytes);
            } else {
                Arrays.fill(bytes, (byte) seed);
            }
            return bytes;
        }
    }

    record Archive(List<File> files, String comment) {}

    @Provide
    Arbitrary<Archive> archives() {
        return archives(Arbitraries.of(0, 1, 10, 100, 4096, 65_535, 65_536, 65_537, 150_000));
    }

    @Provide
    Arbitrary<Archive> smallArchives() {
        return archives(Arbitraries.integers().between(0, 20));
    }

    private static Arbitrary<Archive> archives(Arbitrary<Integer> sizes) {
        Arbitrary<String> segments = Arbitraries.of(
                "a", "index", "内容", "第一课", "é", "𠀀", "x y", "(1)", "课-１", "ß", "very-long-" + "n".repeat(100));
        Arbitrary<String> paths = segments.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join("/", list));
        Arbitrary<File> files = Combinators.combine(
                        paths,
                        sizes,
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Sizes.class),
                        Arbitraries.of(Names.class))
                .as(File::new);
        // One tool writes the names of an archive: of short names nobody could tell one encoding from the other.
        Arbitrary<List<File>> lists = Combinators.combine(
                        files.list().ofMinSize(1).ofMaxSize(8), Arbitraries.of(Names.UNFLAGGED, Names.GBK))
                .as(DifferentialTest::distinct);
        return Combinators.combine(lists, Arbitraries.of("", "comment", "注释")).as(Archive::new);
    }

    /** Numbers the paths, so that none is another's folder or folds to another. */
    private static List<File> distinct(List<File> files, Names unflagged) {
        return IntStream.range(0, files.size())
                .mapToObj(i -> {
                    File file = files.get(i);
                    String end = file.seed() % 9 == 0 ? "/" : "";
                    return new File(
                            i + "-" + file.path() + end,
                            file.size(),
                            file.seed(),
                            file.random(),
                            file.deflated(),
                            file.sizes(),
                            file.names() == Names.FLAGGED ? Names.FLAGGED : unflagged);
                })
                .toList();
    }

    private static byte[] build(Archive archive) {
        RawZip zip = new RawZip();
        zip.comment = archive.comment().getBytes(StandardCharsets.UTF_8);
        for (File file : archive.files()) {
            RawZip.Entry entry = zip.add(file.path(), file.content());
            if (file.names() == Names.UNFLAGGED) {
                entry.flags = 0;
            } else if (file.names() == Names.GBK && GBK.newEncoder().canEncode(file.path())) {
                entry.flags = 0;
                entry.name = file.path().getBytes(GBK);
            }
            if (file.deflated()) {
                entry.method = 8;
                entry.data = deflate(entry.content);
            }
            switch (file.sizes()) {
                case IN_HEADER -> {
                    // As every writer does that knows them.
                }
                case IN_ZIP64 -> {
                    entry.extra = RawZip.extra(1, entry.content.length, entry.data().length);
                    entry.localExtra = entry.extra;
                    entry.size = 0xFFFF_FFFFL;
                    entry.compressedSize = entry.size;
                }
                case AFTER -> entry.describe(true, false);
                case AFTER_WITHOUT_SIGNATURE -> entry.describe(false, false);
                case AFTER_IN_64_BITS -> entry.describe(true, true);
            }
        }
        return zip.build();
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(6, true);
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

    @Property(tries = 200)
    void readsWhatTheOthersRead(@ForAll("archives") Archive archive) throws IOException {
        byte[] bytes = build(archive);
        FindingCollector findings = new FindingCollector();
        Map<String, byte[]> ours = OtherReaders.ours(bytes, findings);

        assertThat(findings.findings()).extracting(Finding::id).isSubsetOf("PATH-022", "PATH-025");
        assertThat(ours.keySet())
                .containsExactlyElementsOf(
                        archive.files().stream().map(File::path).toList());
        for (File file : archive.files()) {
            assertThat(ours.get(file.path())).isEqualTo(file.content());
        }
        compare(bytes, ours, findings.findings(), true);
        for (Sizes sizes : Sizes.values()) {
            Statistics.label(sizes.name())
                    .collect(archive.files().stream().anyMatch(file -> file.sizes() == sizes))
                    .coverage(coverage -> coverage.check(true).percentage(percent -> percent >= 5));
        }
        Statistics.label("GBK")
                .collect(findings.findings().stream()
                        .anyMatch(finding -> finding.id().equals("PATH-022")))
                .coverage(coverage -> coverage.check(true).percentage(percent -> percent >= 5));
    }

    @Property(tries = 100)
    void readsWhatTheJdkAndCommonsCompressWrite(@ForAll("archives") Archive archive) throws IOException {
        for (byte[] bytes : List.of(byJdk(archive), byCommonsCompress(archive))) {
            FindingCollector findings = new FindingCollector();
            Map<String, byte[]> ours = OtherReaders.ours(bytes, findings);
            assertThat(findings.findings()).isEmpty();
            assertThat(ours).hasSameSizeAs(archive.files());
            for (File file : archive.files()) {
                assertThat(ours.get(file.path())).isEqualTo(file.content());
            }
        }
    }

    private static byte[] byJdk(Archive archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (File file : archive.files()) {
                java.util.zip.ZipEntry entry = new java.util.zip.ZipEntry(file.path());
                if (!file.deflated()) {
                    CRC32 crc = new CRC32();
                    crc.update(file.content());
                    entry.setMethod(java.util.zip.ZipEntry.STORED);
                    entry.setSize(file.content().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.content());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] byCommonsCompress(Archive archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            zip.setUseZip64(archive.files().size() % 2 == 0 ? Zip64Mode.Always : Zip64Mode.AsNeeded);
            for (File file : archive.files()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.path());
                entry.setSize(file.content().length);
                if (!file.deflated()) {
                    CRC32 crc = new CRC32();
                    crc.update(file.content());
                    entry.setMethod(java.util.zip.ZipEntry.STORED);
                    entry.setCrc(crc.getValue());
                }
                zip.putArchiveEntry(entry);
                zip.write(file.content());
                zip.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    @Property(tries = 500)
    void neverAcceptsWhatAnotherReaderReadsDifferently(@ForAll("smallArchives") Archive archive, @ForAll Random random)
            throws IOException {
        byte[] whole = build(archive);
        for (int i = 0; i < 4; i++) {
            byte[] bytes = mutate(whole, random);
            FindingCollector findings = new FindingCollector();
            Map<String, byte[]> ours = OtherReaders.ours(bytes, findings);
            boolean accepted = findings.findings().stream()
                    .noneMatch(finding -> finding.severity().compareTo(Severity.ERROR) <= 0);
            Statistics.collect(accepted ? "accepted" : "refused");
            if (accepted) {
                compare(bytes, ours, findings.findings(), false);
            }
        }
    }

    private static byte[] mutate(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
                case 3 -> bytes = splice(bytes, at, new byte[0], Math.min(random.nextInt(40), bytes.length - at));
                case 4 ->
                    bytes = splice(
                            bytes, at, Arrays.copyOfRange(whole, 0, random.nextInt(Math.min(whole.length, 120))), 0);
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(8), bytes.length - Math.max(from, at));
                    System.arraycopy(bytes.clone(), from, bytes, at, length);
                }
            }
            if (bytes.length == 0) {
                return bytes;
            }
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int at, byte[] inserted, int removed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(inserted);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }

    /** What another reader shows must be what we show; that it refuses an archive, or shows less, is its own matter. */
    private static void compare(byte[] bytes, Map<String, byte[]> ours, List<Finding> findings, boolean valid) {
        boolean guessed = findings.stream().anyMatch(finding -> GUESSED_NAMES.contains(finding.id()));
        for (Map.Entry<String, Reader> reader : READERS.entrySet()) {
            Map<String, byte[]> theirs;
            try {
                theirs = reader.getValue().read(bytes);
            } catch (IOException | IllegalArgumentException e) {
                theirs = null;
            }
            boolean read = theirs != null;
            Statistics.label(reader.getKey())
                    .collect(read)
                    .coverage(coverage -> coverage.check(true).percentage(percent -> percent >= 10));
            if (theirs == null) {
                continue;
            }
            if (guessed) {
                continue;
            }
            if (valid) {
                assertThat(theirs.keySet()).isSubsetOf(ours.keySet());
            }
            theirs.forEach((path, content) ->
                    assertThat(ours.get(path)).as(describe(path, findings)).isEqualTo(content));
        }
    }

    private static String describe(String path, List<Finding> findings) {
        return path + findings.stream().map(Finding::toString).collect(Collectors.joining(", ", " [", "]"));
    }

    /** One of the other readers. */
    private interface Reader {
        Map<String, byte[]> read(byte[] archive) throws IOException;
    }
}
