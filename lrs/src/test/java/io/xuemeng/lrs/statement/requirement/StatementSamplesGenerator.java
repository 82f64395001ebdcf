package io.xuemeng.lrs.statement.requirement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the samples of this module below {@code src/samples}; run it in the module's folder after a change. */
final class StatementSamplesGenerator {

    private StatementSamplesGenerator() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, byte[]> sample : StatementSamples.all().entrySet()) {
            Path target = Path.of("src", "samples").resolve(sample.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, sample.getValue());
        }
    }
}
