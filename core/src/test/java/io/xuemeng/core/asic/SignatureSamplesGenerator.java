package io.xuemeng.core.asic;

import io.xuemeng.core.xml.SampleFolders;
import java.io.IOException;

/** Writes the samples of signed containers below {@code src/samples}; run it in the module's folder after a change. */
final class SignatureSamplesGenerator {

    private SignatureSamplesGenerator() {}

    public static void main(String[] arguments) throws IOException {
        SampleFolders.write(SignatureSamplesTest.all());
    }
}
