package io.xuemeng.resource.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.requirement.Verdict;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageReaderTest {

    private static final Path CORE_SAMPLES = Path.of("../core/src/samples");
    private static final Path GOOD = Path.of("src/samples/MAN-010/pass.zip");

    @TempDir
    Path folder;

    @Test
    void unpacksWhatItValidated() throws IOException {
        Path target = folder.resolve("分数");
        try (PackageReader reader = PackageReader.open(GOOD)) {
            assertThat(reader.extract(target)).isEqualTo(target);
            for (String file : List.of("imsmanifest.xml", "lesson/index.html", "lesson/style.css")) {
                assertThat(target.resolve(file))
                        .hasBinaryContent(reader.open(file).readAllBytes());
            }
        }
        assertThat(tree(folder)).hasSize(5);
    }

    @Test
    void unpacksIntoAnEmptyDirectory() throws IOException {
        Path target = Files.createDirectory(folder.resolve("empty"));
        try (PackageReader reader = PackageReader.open(GOOD)) {
            reader.extract(target);
        }
        assertThat(target.resolve("lesson/index.html")).exists();
    }

    @Test
    void overwritesNothing() throws IOException {
        Path target = Files.createDirectory(folder.resolve("full"));
        Files.writeString(target.resolve("mine.txt"), "mine");
        try (PackageReader reader = PackageReader.open(GOOD)) {
            assertThatThrownBy(() -> reader.extract(target)).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(tree(folder)).containsExactly(target, target.resolve("mine.txt"));
    }

    @Test
    void followsNoLinkThatStandsInPlaceOfTheTarget() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        try (PackageReader reader = PackageReader.open(GOOD)) {
            assertThatThrownBy(() -> reader.extract(link)).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(elsewhere).isEmptyDirectory();
    }

    static List<Path> refused() {
        return SampleFolder.under(CORE_SAMPLES).stream()
                .filter(sample -> sample.id().startsWith("ZIP-") || sample.id().startsWith("PATH-"))
                .flatMap(sample -> sample.failing().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void unpacksNothingThatValidationDoesNotAccept(Path sample) throws IOException {
        Path target = folder.resolve("out");
        try (PackageReader reader = PackageReader.open(sample)) {
            if (reader.report().verdict() == Verdict.ACCEPTED) {
                reader.extract(target);
                assertThat(tree(folder)).allMatch(path -> path.startsWith(target));
            } else {
                assertThatThrownBy(() -> reader.extract(target))
                        .isInstanceOf(PackageRefusedException.class)
                        .hasMessageContaining(sample.getParent().getFileName().toString());
                assertThat(tree(folder)).isEmpty();
            }
        }
    }

    @Test
    void leavesNothingWhenAPackageChangesAfterItWasValidated() throws IOException {
        Path large = folder.resolve("large.zip");
        ResourcePackage.builder(Packages.metadata())
                .content("noise.bin", Packages.noise(400_000))
                .writeTo(large);
        Path target = folder.resolve("out");
        try (PackageReader reader = PackageReader.open(large)) {
            assertThat(reader.report().verdict()).isEqualTo(Verdict.ACCEPTED);
            byte[] changed = Files.readAllBytes(large);
            changed[changed.length / 2] ^= 1;
            Files.write(large, changed);
            assertThatThrownBy(() -> reader.extract(target)).isInstanceOf(IOException.class);
        }
        assertThat(tree(folder)).containsExactly(large);
    }

    @Test
    void saysThatThereIsNoSuchFile() throws IOException {
        try (PackageReader reader = PackageReader.open(GOOD)) {
            assertThatThrownBy(() -> reader.open("lesson/nothing.html")).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void showsManifestAndMetadata() throws IOException {
        Path file = ResourcePackage.builder(Packages.metadata())
                .content("a.txt", new byte[] {'a'})
                .writeTo(folder.resolve("a.zip"));
        try (PackageReader reader = PackageReader.open(file)) {
            assertThat(reader.metadata()).contains(Packages.metadata());
            assertThat(reader.manifest().orElseThrow().format().label())
                    .isEqualTo("Xuemeng package 1.0 (IMS CP 1.1.4)");
            assertThat(reader.entries()).hasSize(2);
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root)).sorted().toList();
        }
    }
}
