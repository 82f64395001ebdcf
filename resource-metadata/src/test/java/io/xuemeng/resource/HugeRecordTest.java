package io.xuemeng.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.manifest.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of 16 MiB that would take far more memory than that are read up to a limit, and no further. */
class HugeRecordTest {

    private static final String TITLE = "<general><title><string>T</string></title>";

    private static byte[] huge(String head, String element) {
        int count = (Limits.defaults().documentBytes() - head.length()) / element.length();
        return (head + element.repeat(count)).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<keyword><string>a</string></keyword>",
                "<keyword/>",
                "<identifier/>",
                "</general><classification><taxonPath><taxon/></taxonPath></classification><general>"
            })
    void stopAtTheLimitInXml(String element) {
        FindingCollector findings = new FindingCollector();
        MetadataDocument read = MetadataReader.read(
                huge("<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\">" + TITLE, element),
                null,
                Limits.defaults(),
                findings);
        assertThat(read).isNotNull();
        assertThat(read.metadata().general().title().texts()).hasSize(1);
        assertThat(read.positions().size()).isEqualTo(Limits.defaults().recordElements());
        // The document breaks off further on, which nobody finds out any more.
        assertThat(ids(findings)).contains("META-014").doesNotContain("XML-002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"general\":{\"keyword\":[|[],",
                "\"general\":{\"keyword\":[|null,",
                "\"general\":{\"title\":[|{},",
                "\"general\":{\"language\":[|\"\",",
                "\"general\":{\"aggregationLevel\":[|0,",
                "\"classification\":[|{\"taxonPath\":[{}]},",
                "\"extensions\":[|0,"
            })
    void stopAtTheLimitInJson(String head, String element) {
        FindingCollector findings = new FindingCollector();
        MetadataDocument read = MetadataReader.read(
                huge("{\"annotation\":[{\"date\":{\"dateTime\":\"2026\"}}]," + head, element),
                null,
                Limits.defaults(),
                findings);
        assertThat(read).isNotNull();
        assertThat(read.metadata().annotations()).hasSize(1);
        assertThat(ids(findings)).contains("META-049");
    }

    @Test
    void addUpWithinAManifest() {
        String record = "<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><general>" + "<keyword/>".repeat(40_000)
                + "</general></lom>";
        FindingCollector findings = new FindingCollector();
        ManifestReader.read(
                huge("<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"><metadata>", record),
                "imsmanifest.xml",
                Limits.defaults(),
                findings);
        assertThat(ids(findings)).contains("MAN-008").doesNotContain("META-014");
    }

    private static List<String> ids(FindingCollector findings) {
        return findings.findings().stream().map(Finding::id).distinct().toList();
    }
}
