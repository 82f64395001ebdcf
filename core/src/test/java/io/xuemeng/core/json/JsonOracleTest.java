package io.xuemeng.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.Utf8;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Holds the reader against Jackson's own strictest settings, on documents that are nearly good. */
class JsonOracleTest {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\"b\":",
        "1",
        "-",
        "0",
        ".5",
        "1.50",
        "e",
        "E+7",
        "true",
        "null",
        "nul",
        "NaN",
        "'",
        "//",
        "/*",
        "*/",
        "#",
        "\\",
        "\\u0061",
        "\\ud83d\\ude00",
        "\\ud800",
        " ",
        "\n",
        "\t",
        "\r",
        "\u0001",
        "分数",
        "\uD842\uDFB7",
        "\u202E",
        "\"a\":1,",
        "[1,2],",
        "{\"a\":{}},",
        "+",
        "\u00A0",
        "\uFEFF",
        "\u0000"
    };

    private static final String DOCUMENT =
            "{\"a\": [1, -2.50e+3, {\"b\": \"x\\n\\u5206\\\"\"}], \"c\": {\"d\": null, \"e\": true}, \"分\": \"数\"}";

    @Provide
    Arbitrary<byte[]> nearlyGood() {
        Arbitrary<String> random = Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
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
    void acceptsWhatTheStrictMapperAccepts(@ForAll("nearlyGood") byte[] document) {
        List<Finding> findings = walk(document);
        // Jackson reads past a byte order mark and past half a surrogate pair, and we read on after saying so.
        if (findings.stream().anyMatch(JsonOracleTest::isHalfAPairInAName)) {
            return;
        }
        boolean accepted = findings.stream()
                .map(Finding::requirement)
                .allMatch(requirement -> requirement == JsonRequirement.NO_BYTE_ORDER_MARK
                        || requirement == JsonRequirement.PAIRED_SURROGATES);
        assertThat(accepted)
                .as(new String(document, StandardCharsets.UTF_8) + " " + findings)
                .isEqualTo(isAcceptedByJackson(document));
    }

    private static boolean isAcceptedByJackson(byte[] document) {
        if (document.length >= 2 && (document[0] == 0 || document[1] == 0)) {
            return false;
        }
        try {
            return !STRICT.readTree(document).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isHalfAPairInAName(Finding finding) {
        return finding.requirement() == JsonRequirement.PAIRED_SURROGATES && finding.severity() == Severity.FATAL;
    }

    @Provide
    Arbitrary<byte[]> spoilt() {
        return DocumentEdits.documents();
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void readsInEveryWayWhatTheGrammarAndTheStrictParserRead(@ForAll("spoilt") byte[] document) {
        ReadingOracle.check(document);
    }

    @Property(tries = 500)
    void findsTheFaultOfEveryDocumentThatTheParserRefuses(@ForAll("nearlyGood") byte[] document) {
        int from = Utf8.startsWithByteOrderMark(document, 0, document.length) ? 3 : 0;
        List<Finding> findings = walk(document);
        boolean notScanned = findings.stream()
                .anyMatch(finding -> finding.requirement() == JsonRequirement.UTF8
                        || finding.requirement() == JsonRequirement.NUMBER_SIZE
                        || isHalfAPairInAName(finding));
        if (!notScanned) {
            boolean refused = findings.stream().anyMatch(finding -> finding.severity() == Severity.FATAL);
            assertThat(JsonFault.find(document, from, document.length) != null)
                    .as(new String(document, StandardCharsets.UTF_8))
                    .isEqualTo(refused);
        }
    }

    @Property(tries = 500)
    void findsTheSameByReadingBySkippingAndByCapturing(@ForAll("nearlyGood") byte[] document) {
        List<String> read = ids(walk(document));
        FindingCollector skipped = new FindingCollector();
        Walk.over(document, false, skipped);
        FindingCollector captured = new FindingCollector();
        Walk.over(document, true, captured);
        assertThat(ids(skipped.findings())).isEqualTo(read);
        assertThat(ids(captured.findings())).isEqualTo(read);
    }

    @Property(tries = 500)
    void throwsNothingButWhatIsDocumentedForAnyBytes(@ForAll @Size(max = 60) byte[] document) {
        FindingCollector findings = new FindingCollector();
        boolean readable = Walk.through(document, Limits.defaults(), findings);
        assertThat(readable || !findings.isEmpty()).isTrue();
    }

    @Property(tries = 300)
    void throwsNothingButWhatIsDocumentedWhenBytesOfADocumentAreChanged(
            @ForAll @Size(max = 4) List<Integer> places, @ForAll byte other) {
        byte[] document = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        for (int place : places) {
            document[Math.floorMod(place, document.length)] = other;
        }
        FindingCollector findings = new FindingCollector();
        boolean readable = Walk.through(document, Limits.defaults(), findings);
        assertThat(readable || !findings.isEmpty()).isTrue();
    }

    private static List<Finding> walk(byte[] document) {
        FindingCollector findings = new FindingCollector();
        Walk.through(document, Limits.defaults(), findings);
        return findings.findings();
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).sorted().toList();
    }
}
