package io.xuemeng.examples.quickstart;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import io.xuemeng.core.zip.ZipWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What somebody might do to a package on its way: change one file and leave everything else as it was. */
final class Tampering {

    private Tampering() {}

    static Path with(Path original, String path, Path copy) throws IOException {
        try (ZipArchive archive = ZipArchive.open(PositionalSource.of(original), Limits.defaults(), finding -> {});
                ZipWriter zip = ZipWriter.to(Files.newOutputStream(copy))) {
            for (ZipEntry entry : archive.entries()) {
                if (entry.path().equals(path)) {
                    try (InputStream content = archive.open(entry, finding -> {})) {
                        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        zip.add(path, text.replace("对折两次", "对折三次").getBytes(StandardCharsets.UTF_8));
                    }
                } else {
                    zip.copy(archive, entry);
                }
            }
        }
        return copy;
    }
}
