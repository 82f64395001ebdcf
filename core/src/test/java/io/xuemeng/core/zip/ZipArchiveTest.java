package io.xuemeng.core.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipArchiveTest {

    private final FindingCollector findings = new FindingCollector();

    @Test
    void readsWhatTheJdkWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String path : new String[] {"imsmanifest.xml", "内容/", "内容/第一课.html"}) {
                zip.putNextEntry(new java.util.zip.ZipEntry(path));
                if (!path.endsWith("/")) {
                    zip.write(path.repeat(100).getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }

        try (ZipArchive archive =
                ZipArchive.open(PositionalSource.of(out.toByteArray()), Limits.defaults(), findings)) {
            assertThat(archive.isReadable()).isTrue();
            assertThat(archive.entries())
                    .extracting(ZipEntry::path)
                    .containsExactly("imsmanifest.xml", "内容/", "内容/第一课.html");
            for (ZipEntry entry : archive.entries()) {
                assertThat(archive.verify(entry, findings)).isTrue();
            }
            ZipEntry entry = archive.find("内容/第一课.html").orElseThrow();
            try (InputStream in = archive.open(entry, findings)) {
                assertThat(in.readAllBytes()).isEqualTo(entry.path().repeat(100).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(findings.findings()).isEmpty();
    }
}
