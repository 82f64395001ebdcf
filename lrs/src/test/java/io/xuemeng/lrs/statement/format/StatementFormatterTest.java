package io.xuemeng.lrs.statement.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.statement.LanguagePreference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1. */
class StatementFormatterTest {

    private static final String STATEMENT = """
            {
              "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
              "actor": {"objectType": "Group", "name": "G", "member": [
                {"name": "A", "mbox": "mailto:a@example.org"}, {"account": {"homePage": "http://example.org", "name": "b"}}]},
              "verb": {"id": "http://example.com/verbs/sent", "display": {"en": "sent", "zh-CN": "发送了"}},
              "object": {
                "definition": {"name": {"en": "one", "zh-CN": "一"}, "interactionType": "choice",
                  "choices": [{"id": "a", "description": {"en": "A", "zh-CN": "甲"}}]},
                "id": "http://example.com/activity"},
              "result": {"score": {"raw": 1.50}},
              "context": {
                "instructor": {"objectType": "Group", "mbox": "mailto:t@example.org", "member": [{"openid": "http://a.org"}]},
                "contextActivities": {"parent": [{"id": "http://example.com/course", "definition": {"name": {"de": "Kurs"}}}]},
                "contextAgents": [{"objectType": "contextAgent", "agent": {"name": "C", "openid": "http://c.org"}}],
                "extensions": {"http://example.com/e": {"name": {"en": "x", "de": "y"}}}
              }
            }
            """;

    private static final CanonicalSource NOTHING = new CanonicalSource() {
        @Override
        public Optional<RawJson> definition(String activityId) {
            return Optional.empty();
        }

        @Override
        public Optional<RawJson> display(String verbId) {
            return Optional.empty();
        }
    };

    private static void assertSame(byte[] json, String expected) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(json)).isEqualTo(mapper.readTree(expected));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void idsLeaveOnlyWhatIdentifies() throws IOException {
        assertSame(StatementFormatter.ids().format(bytes(STATEMENT)), """
                {
                  "id": "fd41c918-b88b-4b20-a0a5-a4c32391aaa0",
                  "actor": {"objectType": "Group", "member": [
                    {"mbox": "mailto:a@example.org"}, {"account": {"homePage": "http://example.org", "name": "b"}}]},
                  "verb": {"id": "http://example.com/verbs/sent"},
                  "object": {"id": "http://example.com/activity"},
                  "result": {"score": {"raw": 1.50}},
                  "context": {
                    "instructor": {"objectType": "Group", "mbox": "mailto:t@example.org"},
                    "contextActivities": {"parent": [{"id": "http://example.com/course"}]},
                    "contextAgents": [{"objectType": "contextAgent", "agent": {"openid": "http://c.org"}}],
                    "extensions": {"http://example.com/e": {"name": {"en": "x", "de": "y"}}}
                  }
                }
                """);
    }

    @Test
    void idsSayOfNoActivityThatItIsOneForWhatSaysNothingIsOne() throws IOException {
        assertSame(StatementFormatter.ids().format(bytes("""
                        {"actor": {"objectType": "Agent", "mbox": "mailto:a@example.org"}, "verb": {"id": "http://example.com/read"},
                         "object": {"objectType": "Activity", "id": "http://example.com/activity"},
                         "context": {"contextActivities": {"other": {"id": "http://example.com/o", "objectType": "Activity"}}}}""")), """
                        {"actor": {"objectType": "Agent", "mbox": "mailto:a@example.org"}, "verb": {"id": "http://example.com/read"},
                         "object": {"id": "http://example.com/activity"},
                         "context": {"contextActivities": {"other": {"id": "http://example.com/o"}}}}""");
    }

    @Test
    void canonicalLeavesOneLanguageInEachMap() throws IOException {
        StatementFormatter formatter =
                StatementFormatter.canonical(LanguagePreference.parse("zh-CN, en;q=0.5"), NOTHING);

        assertSame(
                formatter.format(bytes(STATEMENT)),
                STATEMENT
                        .replace("\"en\": \"sent\", ", "")
                        .replace("\"en\": \"one\", ", "")
                        .replace("\"en\": \"A\", ", ""));
    }

    @Test
    void canonicalDescribesAsTheStoreDoes() throws IOException {
        CanonicalSource source = new CanonicalSource() {
            @Override
            public Optional<RawJson> definition(String activityId) {
                return Optional.of(RawJson.of("{\"name\": {\"en\": \"canonical " + activityId.length() + "\"}}"));
            }

            @Override
            public Optional<RawJson> display(String verbId) {
                return Optional.of(RawJson.of("{\"fr\": \"envoyé\", \"en\": \"sent\"}"));
            }
        };
        StatementFormatter formatter = StatementFormatter.canonical(LanguagePreference.parse("fr"), source);

        String formatted = new String(formatter.format(bytes(STATEMENT)), StandardCharsets.UTF_8);

        assertThat(formatted)
                .contains("{\"id\":\"http://example.com/verbs/sent\",\"display\":{\"fr\":\"envoyé\"}}")
                .contains(
                        "{\"id\":\"http://example.com/activity\",\"definition\":{\"name\":{\"en\":\"canonical 27\"}}}")
                .contains("{\"id\":\"http://example.com/course\",\"definition\":{\"name\":{\"en\":\"canonical 25\"}}}")
                .contains("\"name\":\"A\"");
    }

    @Test
    void formatsSubStatements() throws IOException {
        assertSame(StatementFormatter.ids().format(bytes("""
                        {"actor": {"mbox": "mailto:a@example.org", "name": "A"}, "verb": {"id": "http://example.com/planned"},
                         "object": {"actor": {"mbox": "mailto:a@example.org", "name": "A"},
                           "verb": {"id": "http://example.com/read", "display": {"en": "read"}},
                           "object": {"objectType": "Agent", "name": "T", "openid": "http://t.org"},
                           "objectType": "SubStatement"}}""")), """
                        {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "http://example.com/planned"},
                         "object": {"actor": {"mbox": "mailto:a@example.org"}, "verb": {"id": "http://example.com/read"},
                           "object": {"objectType": "Agent", "openid": "http://t.org"}, "objectType": "SubStatement"}}""");
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> StatementFormatter.ids().format(bytes("[]")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatementFormatter.ids().format(bytes("{\"actor\": ")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
