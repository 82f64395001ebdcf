package io.xuemeng.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Holds the reader against the parser of the JDK, on documents that are nearly good. */
class XmlOracleTest {

    // No character outside the BMP: as part of a name it divides the editions of XML 1.0, and with them the parsers.
    private static final String[] PIECES = {
        "<",
        ">",
        "/",
        "</",
        "/>",
        "<b>",
        "</b>",
        "<b/>",
        "<p:b/>",
        "=",
        "\"",
        "'",
        " c=\"1\"",
        " p:c='x'",
        "&",
        "&amp;",
        "&#x4E00;",
        "&#1;",
        "&nbsp;",
        ";",
        "<!--",
        "-->",
        "--",
        "<![CDATA[",
        "]]>",
        "<?pi d?>",
        "<?xml",
        "?>",
        " ",
        "\n",
        "\t",
        "\u0001",
        "分",
        "\uFFFE",
        "\u202E",
        "x",
        ":",
        " xmlns:p=''",
        " xmlns='urn:q'",
        "<!DOCTYPE a>"
    };

    private static final String DOCUMENT = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<a xmlns=\"urn:a\" xmlns:p=\"urn:p\" id=\"x\"><!-- c --><b p:d='1'>分数 &lt; &#20998;</b>"
            + "<p:e/><![CDATA[<x>]]><f>  <?t d?>  </f></a>\n";

    @Provide
    Arbitrary<byte[]> nearlyGood() {
        Arbitrary<String> random =
                Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> "<a>" + String.join("", pieces) + "</a>");
        Arbitrary<String> edited = Combinators.combine(
                        Arbitraries.integers().between(0, DOCUMENT.length()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(PIECES).list().ofMaxSize(2))
                .as((at, removed, pieces) -> DOCUMENT.substring(0, at)
                        + String.join("", pieces)
                        + DOCUMENT.substring(Math.min(DOCUMENT.length(), at + removed)));
        return Arbitraries.oneOf(random, edited, edited).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void readsNothingThatTheParserOfTheJdkRefuses(@ForAll("nearlyGood") byte[] document) {
        FindingCollector findings = new FindingCollector();
        boolean readable = Walk.through(document, Limits.defaults(), findings);
        List<Finding> found = findings.findings();
        boolean encodingDoubted = found.stream()
                .anyMatch(finding -> finding.requirement() == XmlRequirement.KNOWN_ENCODING
                        || finding.requirement() == XmlRequirement.UNICODE_ENCODING
                        || finding.requirement() == XmlRequirement.VALID_BYTES);
        assertThat(readable).isEqualTo(!findings.hasFatal());
        // Not the other way round: the JDK reads names such as :e, which Namespaces in XML does not allow.
        if (!encodingDoubted && readable) {
            assertThat(isReadByTheJdk(document))
                    .as(new String(document, StandardCharsets.UTF_8) + " " + found)
                    .isTrue();
        }
    }

    @Test
    void refusesAControlCharacterInTheDeclarationAsTheParserOfTheJdkDoes() {
        byte[] document = "<?xml\u0001 version=\"1.0\" encoding=\"UTF-8\"?><a/>".getBytes(StandardCharsets.UTF_8);
        FindingCollector findings = new FindingCollector();

        assertThat(isReadByTheJdk(document)).isFalse();
        assertThat(Walk.through(document, Limits.defaults(), findings)).isFalse();
        assertThat(findings.findings()).extracting(Finding::id).containsExactly("XML-001");
    }

    private static boolean isReadByTheJdk(byte[] document) {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DefaultHandler silent = new DefaultHandler();
            factory.newSAXParser().parse(new ByteArrayInputStream(document), silent);
            return true;
        } catch (SAXException | IOException e) {
            return false;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the parser of the JDK has these features", e);
        }
    }

    @Property(tries = 500)
    void throwsNothingButWhatIsDocumentedForAnyBytes(@ForAll @Size(max = 60) byte[] document) {
        assertReadOrReported(document);
    }

    @Property(tries = 500)
    void throwsNothingButWhatIsDocumentedWhenBytesOfADocumentAreChanged(
            @ForAll @Size(max = 4) List<Integer> places, @ForAll byte other) {
        byte[] document = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        for (int place : places) {
            document[Math.floorMod(place, document.length)] = other;
        }
        assertReadOrReported(document);
    }

    @Property(tries = 300)
    void throwsNothingButWhatIsDocumentedWhateverEncodingIsDeclared(
            @ForAll("encodings") String encoding, @ForAll @Size(max = 30) byte[] text) {
        byte[] head = ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>").getBytes(StandardCharsets.US_ASCII);
        byte[] document = new byte[head.length + text.length];
        System.arraycopy(head, 0, document, 0, head.length);
        System.arraycopy(text, 0, document, head.length, text.length);
        assertReadOrReported(document);
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of(java.nio.charset.Charset.availableCharsets().keySet());
    }

    private static void assertReadOrReported(byte[] document) {
        FindingCollector findings = new FindingCollector();
        boolean readable = Walk.through(document, Limits.defaults(), findings);
        assertThat(readable
                        || findings.findings().stream()
                                .anyMatch(finding -> finding.severity().compareTo(Severity.ERROR) <= 0))
                .isTrue();
    }
}
