package io.xuemeng.core.zip;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.io.IOException;
import java.util.Locale;

/** What holds whatever bytes the zip reader is given; for tests and for fuzzing. */
final class ZipInvariants {

    private static final Limits LIMITS =
            Limits.defaults().toBuilder().archiveInflatedBytes(8 << 20).build();

    private ZipInvariants() {}

    /** Reads an archive wholly. */
    static void hold(byte[] bytes) throws IOException {
        FindingCollector findings = new FindingCollector();
        try (ZipArchive archive = ZipArchive.open(PositionalSource.of(bytes), LIMITS, findings)) {
            require(archive.isReadable() || !findings.isEmpty(), "an archive is unreadable and nobody says why");
            require(archive.isReadable() || archive.entries().isEmpty(), "an unreadable archive has entries");
            for (ZipEntry entry : archive.entries()) {
                hold(archive, entry, findings);
            }
        }
        for (Finding finding : findings.findings()) {
            finding.message(Locale.ENGLISH);
            finding.message(Locale.SIMPLIFIED_CHINESE);
        }
    }

    private static void hold(ZipArchive archive, ZipEntry entry, FindingCollector known) throws IOException {
        entry.lastModified();
        require(entry.isReadable() || !known.isEmpty(), "an entry is unreadable and nobody says why");
        require(entry.path().isEmpty() || archive.find(entry.path()).isPresent(), "an entry is not found by its path");
        FindingCollector findings = new FindingCollector();
        long[] count = {0};
        boolean intact = archive.drain(entry, (buffer, offset, length) -> count[0] += length, findings);
        require(count[0] <= entry.size(), "an entry gives more than its declared size");
        require(!intact || count[0] == entry.size(), "an intact entry gives less than its declared size");
        require(intact == (entry.isReadable() && findings.isEmpty()), "an entry is damaged and nobody says why");
        findings.findings().forEach(known::report);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
