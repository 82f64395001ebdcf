package io.xuemeng.core.zip;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads large archives in a Java machine with a heap of 64 MiB. */
class BoundedMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void readsAPackageOf4GibInASmallHeap() throws Exception {
        assertThat(inSmallHeap()).isEqualTo("2 intact []");
    }

    @Test
    void readsAsManyEntriesAsAreAllowedInASmallHeap() throws Exception {
        int count = Limits.defaults().archiveEntries();
        Path file = folder.resolve("many.zip");
        byte[] content = "内容".getBytes(StandardCharsets.UTF_8);
        try (ZipWriter zip = ZipWriter.to(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < count; i++) {
                zip.store("Content/第" + i / 100 + "课/picture-" + i + ".png", content);
            }
        }
        assertThat(inSmallHeap(file.toString())).isEqualTo(count + " intact []");
    }

    private static String inSmallHeap(String... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx64m");
        command.add("-cp");
        command.add(location(ZipArchive.class) + File.pathSeparator + location(SmallHeap.class));
        command.add(SmallHeap.class.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
