package io.xuemeng.core.xml;

import java.io.IOException;

/** Writes the samples of this package below {@code src/samples}; run it in the module's folder after a change. */
final class XmlSamplesGenerator {

    private XmlSamplesGenerator() {}

    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(XmlSamples.all());
    }
}
