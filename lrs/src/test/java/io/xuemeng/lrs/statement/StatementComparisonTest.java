package io.xuemeng.lrs.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.lrs.statement.validation.StatementOutcome;
import io.xuemeng.lrs.statement.validation.StatementReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data 2.3.1; IEEE 9274.1.1-2023, 4.2. */
class StatementComparisonTest {

    private static final StatementReader READER = StatementReader.forVersion(XapiVersion.V2_0);

    private static final String STATEMENT = """
            {
              "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
              "actor": {"objectType": "Group", "member": [
                {"mbox": "mailto:a@example.org"}, {"mbox": "mailto:b@example.org", "name": "B"}]},
              "verb": {"id": "http://example.com/verbs/sent", "display": {"en": "sent"}},
              "object": {"id": "http://example.com/activity", "definition": {"name": {"en": "activity"}}},
              "result": {"score": {"raw": 1.50}, "response": "Yes", "duration": "PT1.239S",
                "extensions": {"http://example.com/e": {"a": [1, 2.0], "b": null}}},
              "context": {"registration": "ec531277-b57b-4c15-8d91-d292c5b2b8f7", "language": "en-US",
                "contextActivities": {"parent": {"id": "http://example.com/course"}}}
            }
            """;

    private static Statement read(String json) {
        StatementOutcome outcome =
                READER.read(json.getBytes(StandardCharsets.UTF_8)).outcomes().get(0);
        assertThat(outcome.isValid()).as("%s", outcome.findings()).isTrue();
        return outcome.statement();
    }

    private static boolean matchesAfter(String before, String after) {
        assertThat(STATEMENT).contains(before);
        Statement changed = read(STATEMENT.replace(before, after));
        boolean matches = StatementComparison.matches(read(STATEMENT), changed);
        assertThat(StatementComparison.matches(changed, read(STATEMENT))).isEqualTo(matches);
        return matches;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "verb"                             | "timestamp": "2026-09-01T08:00:00Z", "version": "2.0.0", "verb"
            "verb"                             | "stored": "2026-09-01T08:00:00Z", "authority": {"mbox": "mailto:l@example.org"}, "verb"
            "verb"                             | "attachments": [], "verb"
            "fd41c918-b88b-4b20-a0a5-a4c32391aaa0" | "aaaaaaaa-b88b-4b20-a0a5-a4c32391aaa0"
            {"en": "sent"}                     | {"de": "gesendet"}
            , "definition": {"name": {"en": "activity"}} | ``
            {"id": "http://example.com/activity" | {"objectType": "Activity", "id": "http://example.com/activity"
            {"mbox": "mailto:a@example.org"}, {"mbox": "mailto:b@example.org", "name": "B"} | {"name": "B", "mbox": "mailto:b@EXAMPLE.org"}, {"objectType": "Agent", "mbox": "mailto:a@example.org"}
            1.50                               | 1.5
            PT1.239S                           | PT1.23S
            PT1.239S                           | PT1,230S
            {"a": [1, 2.0], "b": null}         | {"b": null, "a": [1.0, 2]}
            ec531277-b57b                      | EC531277-B57B
            en-US                              | en-us
            {"id": "http://example.com/course"} | [{"id": "http://example.com/course"}]
            """)
    void passesOverWhatAStoreMayChange(String before, String after) {
        assertThat(matchesAfter(before, after)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mailto:a@                          | mailto:c@
            mailto:a@                          | mailto:A@
            "name": "B"                        | "name": "b"
            http://example.com/verbs/sent      | http://example.com/verbs/read
            http://example.com/activity        | http://example.com/Activity
            1.50                               | 1.51
            "Yes"                              | "yes"
            PT1.239S                           | PT1.24S
            PT1.239S                           | PT0M1.23S
            [1, 2.0]                           | [2, 1]
            ec531277                           | ec531278
            "language": "en-US",               | ``
            "parent"                           | "grouping"
            """)
    void seesWhatSomebodyChanged(String before, String after) {
        assertThat(matchesAfter(before, after)).isFalse();
    }

    @Test
    void comparesTheTimesOfSubStatementsAsInstants() {
        String json = """
                {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "http://example.com/planned"},
                 "object": {"objectType": "SubStatement", "actor": {"mbox": "mailto:a@example.org"},
                   "verb": {"id": "http://example.com/read"}, "object": {"id": "http://example.com/book"},
                   "timestamp": "2026-09-01T08:00:00+08:00"}}""";

        assertThat(StatementComparison.matches(read(json), read(json.replace("08:00:00+08:00", "00:00:00.000Z"))))
                .isTrue();
        assertThat(StatementComparison.matches(read(json), read(json.replace("08:00:00+08:00", "08:00:00Z"))))
                .isFalse();
    }
}
