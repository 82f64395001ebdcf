package io.xuemeng.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    Path folder;

    private final List<String> found = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException {
        for (String name : List.of(
                "a.zip",
                "B.ZIP",
                "course.imscc",
                "record.json",
                "lom.xml",
                "old.rar",
                "notes.txt",
                ".hidden/secret.zip",
                "__MACOSX/a.zip",
                "deep/er/数学.zip",
                "unpacked/IMSManifest.xml",
                "unpacked/data/questions.xml")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private void walk(Predicate<Path> excluded, Path... paths) throws InterruptedException {
        new Inputs(excluded, new Inputs.Visitor() {
                    @Override
                    public void input(Path file) {
                        found.add(name(file));
                    }

                    @Override
                    public void skipped(Path file) {
                        skipped.add(name(file));
                    }

                    @Override
                    public void link(Path link) {
                        links.add(name(link));
                    }
                })
                .walk(List.of(paths));
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Test
    void takesPackagesManifestsAndRecordsOfAFolderAndItsFolders() throws InterruptedException {
        walk(Set.of()::contains, folder);

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "a.zip",
                        "B.ZIP",
                        "course.imscc",
                        "record.json",
                        "lom.xml",
                        "old.rar",
                        "deep/er/数学.zip",
                        "unpacked/IMSManifest.xml");
    }

    @Test
    void saysWhichFilesOfAFolderItLeftOut() throws InterruptedException {
        walk(Set.of()::contains, folder);

        assertThat(skipped).containsExactly("notes.txt");
    }

    @Test
    void takesANamedFileWhateverItsName() throws InterruptedException {
        walk(Set.of()::contains, folder.resolve("notes.txt"), folder.resolve("missing.zip"));

        assertThat(found).containsExactly("notes.txt", "missing.zip");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void walksAFolderThatIsNamedByALinkAndCallsItsFilesAsItWasNamed() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("incoming"), folder.resolve("deep"));

        walk(Set.of()::contains, link);

        assertThat(found).containsExactly("incoming/er/数学.zip");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLinkWithinAFolderAndSaysWhichItLeftOut() throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("deep/circle"), folder);
        Files.createSymbolicLink(folder.resolve("deep/other.zip"), folder.resolve("a.zip"));

        walk(Set.of()::contains, folder.resolve("deep"));

        assertThat(found).containsExactly("deep/er/数学.zip");
        assertThat(links).containsExactlyInAnyOrder("deep/circle", "deep/other.zip");
        assertThat(skipped).isEmpty();
    }

    @Test
    void leavesOutTheReportsBeingWritten() throws InterruptedException {
        walk(folder.resolve("record.json")::equals, folder);

        assertThat(found).contains("a.zip").doesNotContain("record.json");
    }
}
