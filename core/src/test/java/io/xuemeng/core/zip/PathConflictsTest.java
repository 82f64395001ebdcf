package io.xuemeng.core.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path that is a file and also a folder, held against what one finds who compares each path with each. */
class PathConflictsTest {

    @Property(tries = 2000)
    void areFoundByTheReaderWhereverTheyAre(@ForAll("paths") Set<String> paths) throws IOException {
        FindingCollector findings = new FindingCollector();
        ZipArchive.open(PositionalSource.of(zip(paths)), Limits.defaults(), findings)
                .close();
        boolean found = findings.findings().stream().map(Finding::id).anyMatch("PATH-017"::equals);
        assertThat(found).as("%s", paths).isEqualTo(conflicts(paths));
    }

    @Property(tries = 2000)
    void areRefusedByTheWriter(@ForAll("paths") Set<String> paths) throws IOException {
        List<String> written = new ArrayList<>();
        try (ZipWriter zip = ZipWriter.to(OutputStream.nullOutputStream())) {
            for (String path : paths) {
                List<String> all = new ArrayList<>(written);
                all.add(path);
                boolean refused = false;
                try {
                    if (path.endsWith("/")) {
                        zip.addDirectory(path);
                    } else {
                        zip.add(path, new byte[0]);
                    }
                    written.add(path);
                } catch (IllegalArgumentException e) {
                    refused = true;
                }
                boolean doubled = written.stream()
                        .anyMatch(other -> !other.equals(path) && key(other).equals(key(path)));
                assertThat(refused).as("%s after %s", path, written).isEqualTo(conflicts(all) || doubled);
            }
        }
    }

    private static String key(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        return folded.endsWith("/") ? folded.substring(0, folded.length() - 1) : folded;
    }

    private static boolean conflicts(Collection<String> paths) {
        return paths.stream()
                .filter(path -> !path.endsWith("/"))
                .anyMatch(file -> paths.stream()
                        .anyMatch(path -> key(path).startsWith(key(file) + '/')
                                || (path.endsWith("/") && key(path).equals(key(file)))));
    }

    @Provide
    Arbitrary<Set<String>> paths() {
        Arbitrary<String> segment = Arbitraries.of("a", "A", "b", "a-", "a!", "b0", "é");
        Arbitrary<String> path = segment.list().ofMinSize(1).ofMaxSize(4).map(all -> String.join("/", all));
        return Arbitraries.oneOf(path, path, path.map(folder -> folder + '/'))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(LinkedHashSet::new);
    }

    /** Every directory above every such path, folded anew, is some gigabytes of text: that took 100 times as long. */
    @ParameterizedTest
    @ValueSource(strings = {"/a", "/A", "/é"})
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    void areLookedForInDeepPathsInOnePass(String segment) throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        for (int i = 0; i < 1000; i++) {
            paths.add("d" + i + segment.repeat(1200) + "/b");
        }
        byte[] archive = zip(paths);
        FindingCollector findings = new FindingCollector();
        try (ZipArchive zip = ZipArchive.open(PositionalSource.of(archive), Limits.defaults(), findings);
                ZipWriter copy = ZipWriter.to(OutputStream.nullOutputStream())) {
            assertThat(zip.entries()).hasSize(1000);
            assertThat(findings.findings()).isEmpty();
            for (ZipEntry entry : zip.entries()) {
                copy.copy(zip, entry);
            }
        }
    }

    private static byte[] zip(Set<String> paths) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (String path : paths) {
                zip.putArchiveEntry(new ZipArchiveEntry(path));
                zip.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }
}
