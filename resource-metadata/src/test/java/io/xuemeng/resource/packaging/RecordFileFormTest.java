package io.xuemeng.resource.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.zip.ZipWriter;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record beside the manifest that is named as JSON is told as JSON, whatever it holds. */
class RecordFileFormTest {

    private static final PackageValidator VALIDATOR = PackageValidator.forProfile(MetadataProfile.lom());
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M">
              <metadata><schema>IMS Content</schema><schemaversion>1.1.4</schemaversion></metadata>
              <organizations/>
              <resources>
                <resource identifier="R" type="webcontent" href="a.html"><file href="a.html"/></resource>
              </resources>
            </manifest>
            """;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``,JSON-002", "`  `,JSON-002", "`\"a\"`,META-048", "7,META-048", "nil,JSON-001"})
    void tellsWhatIsNoObjectAsJson(String record, String id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipWriter zip = ZipWriter.to(out)) {
            zip.add("imsmanifest.xml", MANIFEST.getBytes(StandardCharsets.UTF_8));
            zip.add("metadata.json", record.getBytes(StandardCharsets.UTF_8));
            zip.add("a.html", "<p>分数</p>".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(VALIDATOR
                        .validate(PositionalSource.of(out.toByteArray()), "a.zip")
                        .findings())
                .extracting(Finding::id)
                .containsExactly(id);
    }
}
