package io.xuemeng.lrs.statement.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.Result;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.Verbs;
import io.xuemeng.lrs.statement.XapiVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader does as a whole; what it finds is held by the samples. */
class StatementReaderTest {

    private static final StatementReader READER = StatementReader.forVersion(XapiVersion.V2_0);

    private static final String STATEMENT = """
            {
              "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
              "timestamp": "2015-11-18T12:17:00+08:00",
              "actor": {"objectType": "Agent", "mbox": "mailto:info@example.org"},
              "verb": {"id": "http://example.com/xapi/verbs#sent", "display": {"en-US": "sent"}},
              "object": {
                "id": "http://example.com/xapi/activity/simple",
                "definition": {"name": {"en-US": "simple statement"}}
              },
              "context": {
                "registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
                "contextActivities": {"parent": {"id": "http://example.com/course"}}
              }
            }
            """;

    @Test
    void readsWhatWasBuilt() {
        Statement built = Statement.builder()
                .id(UUID.randomUUID())
                .actor(Agent.account("https://hub.example.cn", "8f1c"))
                .verb(Verbs.COMPLETED)
                .object(Activity.of("https://example.cn/lesson/312", LanguageMap.zh("分数的初步认识")))
                .result(Result.score(0.85).duration(Duration.ofMinutes(32)))
                .build();

        StatementReading reading = READER.read(StatementWriter.write(built));

        assertThat(reading.isValid()).isTrue();
        assertThat(reading.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.statement()).isEqualTo(built);
        });
    }

    @Test
    void indexesWithoutARecord() {
        StatementReading reading = READER.index(STATEMENT.getBytes(StandardCharsets.UTF_8));

        StatementOutcome outcome = reading.outcomes().get(0);
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.statement()).isNull();
        StatementIndex index = outcome.index();
        assertThat(index.id()).contains(UUID.fromString("fd41c918-b88b-4b20-a0a5-a4c32391aaa0"));
        assertThat(index.verb()).isEqualTo("http://example.com/xapi/verbs#sent");
        assertThat(index.registration()).contains(UUID.fromString("ec531277-b57b-4c15-8d91-d292c5b2b8f7"));
        assertThat(index.agents())
                .extracting(mention -> mention.identifier().key())
                .containsExactly("mbox mailto:info@example.org");
        assertThat(index.activities())
                .extracting(ActivityMention::id, ActivityMention::role)
                .containsExactly(
                        tuple("http://example.com/xapi/activity/simple", ActivityRole.OBJECT),
                        tuple("http://example.com/course", ActivityRole.PARENT));
        assertThat(text(STATEMENT, index.activities().get(0).definition()))
                .isEqualTo("{\"name\": {\"en-US\": \"simple statement\"}}");
        assertThat(text(STATEMENT, index.verbDisplay().orElseThrow())).isEqualTo("{\"en-US\": \"sent\"}");
        assertThat(text(STATEMENT, index.range())).isEqualTo(STATEMENT.strip());
    }

    private static String text(String json, ByteRange range) {
        return json.substring(range.from(), range.to());
    }

    @Test
    void completesAStatementInItsOwnBytes() {
        byte[] json = STATEMENT.getBytes(StandardCharsets.UTF_8);
        StatementIndex index = READER.index(json).outcomes().get(0).index();
        byte[] authority = "{\"mbox\":\"mailto:lrs@example.org\"}".getBytes(StandardCharsets.UTF_8);

        byte[] stored = StatementCompletion.of(Instant.parse("2026-09-01T00:00:00Z"), authority, XapiVersion.V2_0)
                .complete(json, index, index.id().orElseThrow());

        assertThat(new String(stored, StandardCharsets.UTF_8))
                .isEqualTo(STATEMENT
                        .strip()
                        .replaceFirst(
                                "\\{",
                                "{\"stored\":\"2026-09-01T00:00:00Z\",\"authority\":{\"mbox\":\"mailto:lrs@example.org\"},"
                                        + "\"version\":\"2.0.0\",")
                        .replace("2015-11-18T12:17:00+08:00", "2015-11-18T04:17:00Z")
                        .replace(
                                "{\"id\": \"http://example.com/course\"}",
                                "[{\"id\": \"http://example.com/course\"}]"));
        assertThat(READER.read(stored).isValid()).isTrue();
    }

    @Test
    void reportsEveryBadStatementOfABatch() {
        String bad = STATEMENT.replace("mailto:info@example.org", "info@example.org");
        String batch = "["
                + String.join(
                        ",",
                        List.of(STATEMENT.replace("fd41", "aaaa"), bad, "17", STATEMENT.replace("fd41", "bbbb"), bad))
                + "]";

        StatementReading reading = READER.read(batch.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.isBatch()).isTrue();
        assertThat(reading.isValid()).isFalse();
        assertThat(reading.outcomes())
                .extracting(
                        outcome -> outcome.findings().stream().map(Finding::id).toList())
                .containsExactly(
                        List.of(), List.of("REC-033"), List.of("REC-001"), List.of(), List.of("REC-033", "REC-120"));
        assertThat(reading.outcomes().get(1).findings().get(0).location().path())
                .isEqualTo("/1/actor/mbox");
        assertThat(reading.outcomes().get(1).findings().get(0).location().line())
                .isEqualTo(18);
        assertThat(reading.outcomes().get(0).statement()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"actor\":",
                "{",
                "[",
                "[{}",
                "[{},",
                "nul",
                "{} {}",
                "[] []",
                "\u0000",
                "{\"id\":\"fd41c918-b88b-4b20-a0a5-a4c32391aaa0\""
            })
    void whatIsNoJsonIsReportedAndNeverValid(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        for (StatementReading reading : List.of(READER.read(bytes), READER.index(bytes))) {
            assertThat(reading.isValid()).isFalse();
            assertThat(reported(reading)).extracting(Finding::id).anyMatch(id -> id.startsWith("JSON-"));
        }
    }

    @Test
    void aBatchThatEndsTooSoonKeepsWhatWasSaidOfItsStatements() {
        String bad = STATEMENT.replace("mailto:info@example.org", "info@example.org");

        StatementReading reading = READER.read(("[" + bad + ",{\"id\":").getBytes(StandardCharsets.UTF_8));

        assertThat(reading.isValid()).isFalse();
        assertThat(reported(reading)).extracting(Finding::id).containsExactly("REC-033", "JSON-002");
    }

    @Test
    void namesThatComeTwiceAreReportedInTheirStatementOnly() {
        String twice = STATEMENT.replace("fd41", "bbbb").replaceFirst("\\{", "{\"verb\": {},");
        String batch = "[" + String.join(",", STATEMENT, twice, STATEMENT.replace("fd41", "cccc")) + "]";

        StatementReading reading = READER.index(batch.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.isValid()).isFalse();
        assertThat(reading.outcomes()).extracting(StatementOutcome::isValid).containsExactly(true, false, true);
        assertThat(reading.outcomes().get(1).findings())
                .extracting(Finding::id, finding -> finding.location().path())
                .contains(tuple("JSON-005", "/1/verb"));
    }

    @Test
    void aReaderThatMetABadDocumentReadsTheNextOne() {
        StatementReader reader = StatementReader.forVersion(XapiVersion.V1_0);
        reader.read("{\"actor\":".getBytes(StandardCharsets.UTF_8));

        StatementReading reading = reader.read(STATEMENT.getBytes(StandardCharsets.UTF_8));

        assertThat(reported(reading)).isEmpty();
        assertThat(reading.isValid()).isTrue();
    }

    @Test
    void oneReaderServesManyThreads() {
        byte[] good = STATEMENT.getBytes(StandardCharsets.UTF_8);
        byte[] bad =
                STATEMENT.replace("http://example.com/xapi/verbs#sent", "sent").getBytes(StandardCharsets.UTF_8);

        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .mapToObj(i -> READER.read(i % 2 == 0 ? good : bad).isValid() == (i % 2 == 0)))
                .containsOnly(true);
    }

    @ParameterizedTest
    @CsvSource({
        "2.0.0, true",
        "2.0, true",
        "2.1.0, true",
        "20.0.0, true",
        "1.0.9, true",
        "1.0, true",
        "1.1.0, false",
        "0.9.9, false",
        "01.1.0, false",
        "1.0.x, false"
    })
    void takesStatementsOfTheVersionsThatXapiHasOrMayHaveOneDay(String version, boolean taken) {
        String statement = STATEMENT.replaceFirst("\\{", "{\"version\": \"" + version + "\",");

        assertThat(READER.read(statement.getBytes(StandardCharsets.UTF_8)).isValid())
                .isEqualTo(taken);
    }

    private static List<Finding> reported(StatementReading reading) {
        List<Finding> findings = new ArrayList<>();
        reading.reportTo(findings::add);
        return findings;
    }
}
