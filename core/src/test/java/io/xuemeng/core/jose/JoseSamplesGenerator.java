package io.xuemeng.core.jose;

import io.xuemeng.core.xml.SampleFolders;
import java.io.IOException;

/** Writes the samples of this package below {@code src/samples}; run it in the module's folder after a change. */
final class JoseSamplesGenerator {

    private JoseSamplesGenerator() {}

    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(JoseSamples.all());
    }
}
