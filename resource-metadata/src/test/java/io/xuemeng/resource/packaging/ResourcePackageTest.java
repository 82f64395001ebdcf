package io.xuemeng.resource.packaging;

import static io.xuemeng.resource.packaging.ResourcePackage.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.resource.manifest.Manifest;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcePackageTest {

    @TempDir
    Path folder;

    private Path courseware;

    @BeforeEach
    void writeCourseware() throws IOException {
        courseware = folder.resolve("courseware");
        write("video/intro.mp4", "\0\0\0\u0018ftypisom\0\0\2\0isommp42");
        write("quiz/index.html", "<!DOCTYPE html>\n<html><body>练习</body></html>\n");
        write("quiz/样式 100%#1.css", "body { margin: 0 }\n");
        write(".DS_Store", "left behind");
        write("quiz/Thumbs.db", "left behind");
    }

    private void write(String path, String content) throws IOException {
        Path file = courseware.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private ResourcePackage.Builder builder() {
        return ResourcePackage.builder(Packages.metadata())
                .organization("第八单元", item("微课", "video/intro.mp4"), item("练习", "quiz/index.html"))
                .content(courseware);
    }

    @Test
    void buildsWhatTheValidatorAcceptsWithoutAWord() throws IOException {
        Path file = builder().writeTo(folder.resolve("fractions.zip"));
        Report report = PackageValidator.forProfile(MetadataProfile.lom()).validate(file);
        assertThat(report.findings()).isEmpty();
        assertThat(report.subject().title()).isEqualTo("分数的初步认识");
        assertThat(report.subject().format()).isEqualTo("Xuemeng package 1.0 (IMS CP 1.1.4)");
    }

    @Test
    void buildsWhatTheAllianceProfileAccepts() throws IOException {
        Path file = builder().writeTo(folder.resolve("fractions.zip"));
        Report report = PackageValidator.forProfile(MetadataProfile.alliance()).validate(file);
        assertThat(report.findings()).allMatch(finding -> finding.severity() == Severity.INFO);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Path file = builder()
                .organization("附录", item("资料", item("练习", "quiz/index.html")))
                .writeTo(folder.resolve("fractions.zip"));
        try (PackageReader reader = PackageReader.open(file)) {
            Manifest manifest = reader.manifest().orElseThrow();
            assertThat(manifest.organizations()).hasSize(2);
            assertThat(manifest.organizations()
                            .get(1)
                            .items()
                            .get(0)
                            .items()
                            .get(0)
                            .identifierRef())
                    .isEqualTo(manifest.organizations().get(0).items().get(1).identifierRef());
            assertThat(reader.metadata()).contains(Packages.metadata());
            assertThat(reader.entries())
                    .extracting(Object::toString)
                    .containsExactly("imsmanifest.xml", "quiz/index.html", "quiz/样式 100%#1.css", "video/intro.mp4");
        }
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        Path one = builder().writeTo(folder.resolve("one.zip"));
        Path other = builder().writeTo(folder.resolve("other.zip"));
        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void refusesAnItemThatOpensNothing() {
        assertThatThrownBy(() -> ResourcePackage.builder(Packages.metadata())
                        .organization("第八单元", item("微课", "video/Intro.mp4"))
                        .content(courseware)
                        .writeTo(folder.resolve("a.zip")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("微课")
                .hasMessageContaining("there is video/intro.mp4");
        assertThat(folder.resolve("a.zip")).doesNotExist();
    }

    @Test
    void refusesContentThatIsThePackagesOwn() throws IOException {
        write("imsmanifest.xml", "<manifest/>");
        assertThatThrownBy(() -> builder().writeTo(folder.resolve("a.zip")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("imsmanifest.xml");
    }

    @Test
    void refusesTwoFilesWithOnePath() {
        assertThatThrownBy(
                        () -> builder().content("quiz/index.html", new byte[0]).writeTo(folder.resolve("a.zip")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quiz/index.html");
        assertThatThrownBy(() -> builder().content("a", new byte[0]).content("a", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPackageWithoutContent() {
        assertThatThrownBy(() -> ResourcePackage.builder(Packages.metadata()).writeTo(folder.resolve("a.zip")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWhatItWouldNotAccept() throws IOException {
        assertThatThrownBy(
                        () -> builder().content("zeros.bin", new byte[4 << 20]).writeTo(folder.resolve("a.zip")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zeros.bin");
        assertThatThrownBy(() -> builder().content("../a", new byte[1]).writeTo(folder.resolve("a.zip")))
                .isInstanceOf(IllegalStateException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(courseware);
        }
    }

    @Test
    void leavesAnOlderPackageWhenItFails() throws IOException {
        Path file = Files.writeString(folder.resolve("a.zip"), "older");
        assertThatThrownBy(() -> builder()
                        .content("broken", () -> {
                            throw new IOException("no such stream");
                        })
                        .writeTo(file))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("older");
    }
}
