package io.xuemeng.core.json;

import io.xuemeng.core.xml.SampleFolders;
import java.io.IOException;

/** Writes the samples of this package below {@code src/samples}; run it in the module's folder after a change. */
final class JsonSamplesGenerator {

    private JsonSamplesGenerator() {}

    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(JsonSamples.all());
    }
}
