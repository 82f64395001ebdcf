package io.xuemeng.core.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes the samples of this package below {@code src/samples}; run it in the module's folder after a change. */
final class SamplesGenerator {

    private SamplesGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(ZipSamples.all());
        files.putAll(PathSamples.all());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = Path.of("src", "samples").resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
