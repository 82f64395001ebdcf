package io.xuemeng.resource.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests that would take far more memory than their bytes are read up to a limit, and no further. */
class HugeManifestTest {

    private static final Limits LIMITS =
            Limits.defaults().toBuilder().archiveEntries(1000).build();
    private static final String HEAD =
            "<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" identifier=\"M\" xmlns:x=\"urn:"
                    + "n".repeat(20_000) + "\">";

    static Stream<String> bodies() {
        return Stream.of(
                "<organizations><organization identifier=\"O\">" + numbered("<item identifier=\"i#\"/>"),
                "<organizations><organization identifier=\"O\">" + numbered("<item identifier=\"i#\" x:a#=\"\"/>"),
                "<resources><resource identifier=\"R\">" + numbered("<file href=\"f#\"/>"),
                "<resources><resource identifier=\"R\">" + numbered("<dependency identifierref=\"R\"/>"),
                "<metadata>" + numbered("<lom/>"),
                "<metadata>" + numbered("<x:location/>"),
                numbered("<x:y/>"));
    }

    private static String numbered(String element) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            text.append(element.replace("#", Integer.toString(i)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void readsThemUpToALimitAndSaysSo(String body) {
        FindingCollector findings = new FindingCollector();
        byte[] document = (HEAD + body).getBytes(StandardCharsets.UTF_8);
        ManifestDocument read = ManifestReader.read(document, "imsmanifest.xml", LIMITS, findings);
        assertThat(read).isNotNull();
        assertThat(read.isComplete()).isFalse();
        assertThat(read.manifest().identifier()).isEqualTo("M");
        // The document breaks off further on, which nobody finds out any more.
        assertThat(findings.findings())
                .extracting(Finding::id)
                .contains("MAN-008")
                .doesNotContain("XML-002");
    }
}
