package io.xuemeng.resource.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.resource.manifest.ManifestRequirement;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageValidatorTest {

    private static final Path SAMPLES = Path.of("src/samples");
    private static final Path GOOD = SAMPLES.resolve("MAN-010/pass.zip");
    private static final PackageValidator VALIDATOR = PackageValidator.forProfile(MetadataProfile.lom());

    @TempDir
    Path folder;

    @Test
    void saysWhatADisputeNeeds() throws Exception {
        Report report = VALIDATOR.validate(GOOD);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(GOOD));
        assertThat(report.subject().sha256()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(report.subject().size()).isEqualTo(Files.size(GOOD));
        assertThat(report.subject().name()).isEqualTo(GOOD.toString());
        assertThat(report.subject().format()).isEqualTo("IMS CP 1.1.4");
        assertThat(report.subject().title()).isEqualTo("分数的初步认识");
        assertThat(report.profile()).isEqualTo(MetadataProfile.lom().reference());
        assertThat(report.truncated()).isFalse();
        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void hashesEveryByteOfALargePackage() throws Exception {
        Path file = ResourcePackage.builder(Packages.metadata())
                .content("a.bin", Packages.noise(700_000))
                .content(
                        "b.txt",
                        HexFormat.of().formatHex(Packages.noise(400_000)).getBytes(StandardCharsets.US_ASCII))
                .content("c.bin", Packages.noise(300_000))
                .writeTo(folder.resolve("large.zip"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        Report report = VALIDATOR.validate(file);
        assertThat(report.subject().sha256()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void hashesWhatIsNoPackage() throws Exception {
        Path file = Files.write(folder.resolve("noise.zip"), Packages.noise(500_000));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        Report report = VALIDATOR.validate(file);
        assertThat(report.subject().sha256()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(report.verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void readsAManifestAndARecordThatAreNotInAPackage() throws IOException {
        Report manifest = VALIDATOR.validate(SAMPLES.resolve("MAN-070/pass.xml"));
        assertThat(manifest.subject().format()).isEqualTo("SCORM 2004 4th Edition (IMS CP 1.1.4)");
        assertThat(manifest.subject().title()).isEqualTo("分数的初步认识");
        Report record = VALIDATOR.validate(SAMPLES.resolve("META-001/pass.xml"));
        assertThat(record.subject().format()).isEqualTo("LOM XML");
    }

    @Test
    void readsAnArchiveWhateverItsName() throws IOException {
        Path misnamed = Files.copy(GOOD, folder.resolve("package.xml"));
        assertThat(VALIDATOR.validate(misnamed).subject().format()).isEqualTo("IMS CP 1.1.4");
    }

    @Test
    void readsADocumentWithoutAnEndingInItsName() throws IOException {
        byte[] manifest = Files.readAllBytes(SAMPLES.resolve("MAN-070/pass.xml"));
        Report report = VALIDATOR.validate(PositionalSource.of(manifest), "object-4711");
        assertThat(report.subject().format()).startsWith("SCORM 2004");
    }

    @Test
    void readsNamesInGbk() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String manifest = ManifestSamples.zippedManifest().replace("lesson/index.html", "第一课/首页.html");
        try (ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GBK"))) {
            for (Map.Entry<String, String> file : gbkFiles(manifest).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Report report = VALIDATOR.validate(PositionalSource.of(out.toByteArray()), "gbk.zip");
        assertThat(report.findings()).extracting(Finding::id).containsOnly("PATH-022");
        assertThat(report.findings().get(0).location().entry()).isEqualTo("第一课/首页.html");
    }

    private static Map<String, String> gbkFiles(String manifest) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", manifest);
        files.put("第一课/首页.html", "<!DOCTYPE html>\n<html></html>\n");
        files.put("lesson/style.css", "body { margin: 0 }\n");
        return files;
    }

    @Test
    void namesTheFilesThatTheManifestForgetsInOneLine() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("imsmanifest.xml", ManifestSamples.zippedManifest());
        files.put("lesson/index.html", "<!DOCTYPE html>\n<html></html>\n");
        files.put("lesson/style.css", "body { margin: 0 }\n");
        for (int i = 0; i < 1000; i++) {
            files.put("notes/备注" + i + ".txt", "备注\n");
        }
        Report report = VALIDATOR.validate(PositionalSource.of(ManifestSamples.zip(files)), "many.zip");
        assertThat(report.findings()).hasSize(1);
        Finding finding = report.findings().get(0);
        assertThat(finding.requirement()).isEqualTo(ManifestRequirement.DECLARED);
        assertThat(finding.occurrences()).isEqualTo(1000);
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).contains("notes/备注0.txt", "999");
    }

    @Test
    void asksForMetadataThatIsNotThere() throws IOException {
        Report report = PackageValidator.forProfile(MetadataProfile.alliance()).validate(GOOD);
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(report.findings())
                .allMatch(finding -> "imsmanifest.xml".equals(finding.location().entry()));
    }

    @Test
    void reportsThatTheTimeIsOver() throws IOException {
        Report report = VALIDATOR.withTimeLimit(Duration.ofNanos(1)).validate(GOOD);
        assertThat(report.findings())
                .extracting(Finding::requirement)
                .containsExactly(ManifestRequirement.TIME_ALLOWED);
        assertThat(report.truncated()).isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(report.findings().get(0).message(Locale.ENGLISH)).doesNotContain("{");
        assertThatThrownBy(() -> VALIDATOR.withTimeLimit(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            byte[] bytes = ManifestSamples.zip(Map.of("imsmanifest.xml", ManifestSamples.zippedManifest()));
            assertThatThrownBy(() -> VALIDATOR.validate(PositionalSource.of(bytes), "a.zip"))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void throwsOnlyForWhatItCannotRead() {
        assertThatThrownBy(() -> VALIDATOR.validate(folder.resolve("nothing.zip")))
                .isInstanceOf(NoSuchFileException.class);
        PositionalSource broken = new PositionalSource() {
            @Override
            public long size() {
                return 1000;
            }

            @Override
            public int read(ByteBuffer target, long position) throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public void close() {
                throw new IllegalStateException("not the validator's to close");
            }
        };
        assertThatThrownBy(() -> VALIDATOR.validate(broken, "a.zip"))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void givesTheSameReportsToSeveralThreads() throws Exception {
        List<Path> packages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../core/src/samples"))) {
            files.filter(file -> file.toString().endsWith(".zip")).sorted().forEach(packages::add);
        }
        List<String> expected = reports(packages);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> reports(packages));
            }
            for (Future<List<String>> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> reports(List<Path> packages) throws IOException {
        List<String> reports = new ArrayList<>();
        for (Path file : packages) {
            Report report = VALIDATOR.validate(file);
            StringBuilder text = new StringBuilder(report.subject().toString());
            report.findings()
                    .forEach(finding -> text.append(finding).append(finding.message(Locale.SIMPLIFIED_CHINESE)));
            reports.add(text.toString());
        }
        return reports;
    }
}
