package io.xuemeng.core.zip;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.IOException;
import java.nio.file.Path;

/** What {@link BoundedMemoryTest} runs in a Java machine of its own, whose heap is small. */
final class SmallHeap {

    private static final long HUGE = 4L << 30;

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1) {
            verify(PositionalSource.of(Path.of(arguments[0])));
        } else {
            verify(SparseSource.archive(1, HUGE));
        }
    }

    private static void verify(PositionalSource source) throws IOException {
        FindingCollector findings = new FindingCollector();
        int intact = 0;
        try (ZipArchive archive = ZipArchive.open(source, Limits.defaults(), findings)) {
            for (ZipEntry entry : archive.entries()) {
                intact += archive.verify(entry, findings) ? 1 : 0;
            }
        }
        System.out.println(intact + " intact " + findings.findings());
    }
}
