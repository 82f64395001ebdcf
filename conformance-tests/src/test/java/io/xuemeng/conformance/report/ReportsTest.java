package io.xuemeng.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.conformance.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportsTest {

    @TempDir
    Path folder;

    @Test
    void theResultSurvivesItsFile() throws IOException {
        RunResult result = Results.everything();
        ResultFile.write(result, folder.resolve("result.json"));

        assertThat(ResultFile.read(folder.resolve("result.json"))).isEqualTo(result);
        assertThat(folder.resolve("result.json"))
                .content()
                .contains("\"verdict\" : \"cannot-tell\"", "\"conclusion\" : \"not-conformant\"");
    }

    @Test
    void aFileOfAnotherFormIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), "{\"format\": 7}");

        assertThatThrownBy(() -> ResultFile.read(file)).hasMessageContaining("result.json");
    }

    @Test
    void junitXmlCountsAndNamesEveryVerdict() throws Exception {
        Reports.write(Results.everything(), folder, Locale.ENGLISH);

        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("junit.xml").toFile());
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("failure").item(0).getTextContent())
                .contains("ZIP-012", "expected: rejected", "received: accepted </script>", "replay: cd /work");
    }

    @Test
    void earlHasAnAssertionForEachRequirementTestedOrNot() throws IOException {
        Reports.write(Results.everything(), folder, Locale.ENGLISH);

        JsonNode graph = new ObjectMapper()
                .readTree(folder.resolve("earl.jsonld").toFile())
                .get("@graph");
        assertThat(graph.findValuesAsText("@type").stream().filter("earl:Assertion"::equals))
                .hasSize(7);
        assertThat(graph.toString())
                .contains("earl:passed", "earl:failed", "earl:cantTell", "earl:inapplicable", "earl:untested")
                .contains("urn:x-xuemeng:requirement:package-validator:ZIP-012");
    }

    @Test
    void thePageEscapesWhatAPlatformSaid() throws IOException {
        Reports.write(Results.everything(), folder, Locale.ENGLISH);

        assertThat(folder.resolve("index.html"))
                .content()
                .doesNotContain("</script><script>", "<b>")
                .contains("&lt;/script&gt;&lt;script&gt;", "4.2 &lt;b&gt;");
    }

    @Test
    void thePageLinksEveryClauseWhoseAddressIsKnown() {
        assertThat(Clauses.links("RFC 8259, 2")).contains("https://www.rfc-editor.org/rfc/rfc8259#section-2");
        assertThat(Clauses.links("BCP 47 (RFC 5646), 2.1; LOM 1.3"))
                .contains("rfc5646#section-2.1", "https://standards.ieee.org/ieee/1484.12.1/7699/");
        assertThat(Clauses.links("APPNOTE 6.3.10, 4.4.22")).contains("APPNOTE-6.3.10.TXT");
        assertThat(Clauses.links("XML 1.0 (Fifth Edition), 2.1")).contains("https://www.w3.org/TR/xml/");
        assertThat(Clauses.links("GB/T 41469-2022, table 1")).contains("GB%2FT%2041469-2022");
        assertThat(Clauses.links("LOM 4.2; profile decision"))
                .contains("; <span class=\"zh\"", "规范自定", "profile decision");
    }
}
