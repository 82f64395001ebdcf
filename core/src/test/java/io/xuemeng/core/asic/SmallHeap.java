package io.xuemeng.core.asic;

import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.zip.SparseSource;
import java.io.IOException;

/** What {@link BoundedMemoryTest} runs in a Java machine of its own, whose heap is small. */
final class SmallHeap {

    private static final long HALF = (2L << 30) + (1 << 20);

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        SparseSource signed = new SparseSource();
        try (PositionalSource source = SparseSource.archive(2, HALF)) {
            DemoPki.author().threads(2).build().sign(source, signed.appender());
        }
        ContainerResult result = DemoPki.verifier().threads(2).build().verify(signed);
        System.out.println(result.status() + " " + result.signatures().size() + " " + result.findings() + " "
                + result.signatures().get(0).coveredEntries());
    }
}
