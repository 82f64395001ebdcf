package io.xuemeng.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    Path folder;

    private final List<String> found = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

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

    private void walk(List<Path> excluded, Path... paths) throws InterruptedException {
        new Inputs(excluded, new Inputs.Visitor() {
                    @Override
                    public void input(Path file) {
                        found.add(name(file));
                    }

                    @Override
                    public void skipped(Path file) {
                        skipped.add(name(file));
                    }
                })
                .walk(List.of(paths));
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Test
    void takesPackagesManifestsAndRecordsOfAFolderAndItsFolders() throws InterruptedException {
        walk(List.of(), folder);

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
        walk(List.of(), folder);

        assertThat(skipped).containsExactly("notes.txt");
    }

    @Test
    void takesANamedFileWhateverItsName() throws InterruptedException {
        walk(List.of(), folder.resolve("notes.txt"), folder.resolve("missing.zip"));

        assertThat(found).containsExactly("notes.txt", "missing.zip");
    }

    @Test
    void leavesOutTheReportsBeingWritten() throws InterruptedException {
        walk(List.of(folder.resolve("deep/../record.json")), folder);

        assertThat(found).contains("a.zip").doesNotContain("record.json");
    }
}
