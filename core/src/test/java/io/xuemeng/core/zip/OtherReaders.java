package io.xuemeng.core.zip;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.FindingSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What each reader makes of an archive: its files by path, or an exception where it refuses. */
final class OtherReaders {

    private OtherReaders() {}

    static Map<String, byte[]> ours(byte[] archive, FindingSink findings) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipArchive zip = ZipArchive.open(PositionalSource.of(archive), Limits.defaults(), findings)) {
            for (ZipEntry entry : zip.entries()) {
                try (InputStream in = zip.open(entry, findings)) {
                    files.put(entry.path(), in.readAllBytes());
                } catch (ZipContentException e) {
                    files.put(entry.path(), null);
                }
            }
        }
        return files;
    }

    static Map<String, byte[]> jdkFile(byte[] archive, Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path file = Files.write(folder.resolve("archive.zip"), archive);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    static Map<String, byte[]> jdkStream(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static Map<String, byte[]> commonsCompress(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = org.apache.commons.compress.archivers.zip.ZipFile.builder()
                .setByteArray(archive)
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }
}
