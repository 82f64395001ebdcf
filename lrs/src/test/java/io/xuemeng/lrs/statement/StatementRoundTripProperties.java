package io.xuemeng.lrs.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xuemeng.lrs.statement.validation.StatementCompletion;
import io.xuemeng.lrs.statement.validation.StatementIndex;
import io.xuemeng.lrs.statement.validation.StatementOutcome;
import io.xuemeng.lrs.statement.validation.StatementReader;
import io.xuemeng.lrs.statement.validation.StatementReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

/** What is written is read again, whatever was in it; what is read loses nothing. */
class StatementRoundTripProperties {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Provide
    Arbitrary<Statement> statementsOf10() {
        return StatementArbitraries.statements(XapiVersion.V1_0);
    }

    @Provide
    Arbitrary<Statement> statementsOf20() {
        return StatementArbitraries.statements(XapiVersion.V2_0);
    }

    private static Statement read(byte[] json, XapiVersion version) {
        StatementReading reading = StatementReader.forVersion(version).read(json);
        assertThat(reading.findings()).isEmpty();
        StatementOutcome outcome = reading.outcomes().get(0);
        assertThat(outcome.isValid())
                .as("%s %s", outcome.findings(), new String(json, StandardCharsets.UTF_8))
                .isTrue();
        return outcome.statement();
    }

    private static void assertReadAsWritten(Statement statement, XapiVersion version) {
        byte[] json = StatementWriter.write(statement);
        Statement again = read(json, version);
        assertThat(StatementWriter.write(again))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(json, StandardCharsets.UTF_8));
        assertThat(again).as(() -> new String(json, StandardCharsets.UTF_8)).isEqualTo(statement);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void statementsOf10AreReadAsTheyWereWritten(@ForAll("statementsOf10") Statement statement) {
        assertReadAsWritten(statement, XapiVersion.V1_0);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void statementsOf20AreReadAsTheyWereWritten(@ForAll("statementsOf20") Statement statement) {
        assertReadAsWritten(statement, XapiVersion.V2_0);
        countComponents(statement);
    }

    /** The property is worth what the generator reaches: every part in some statement. */
    private static void countComponents(Statement statement) {
        count("id", statement.id());
        count("result", statement.result());
        count("score", statement.result() == null ? null : statement.result().score());
        count("context", statement.context());
        count("timestamp", statement.timestamp());
        count("stored", statement.stored());
        count("authority", statement.authority());
        count("version", statement.version());
        count("attachments", statement.attachments());
        count("sub-statement", statement.object() instanceof SubStatement ? statement : null);
        count("reference", statement.object() instanceof StatementRef ? statement : null);
        count("actor as object", statement.object() instanceof Actor ? statement : null);
        count("group", statement.actor() instanceof Group ? statement : null);
        Context context = statement.context();
        count("context agents", context == null ? null : context.contextAgents());
        count("context groups", context == null ? null : context.contextGroups());
        count("context activities", context == null ? null : context.contextActivities());
        count("revision", context == null ? null : context.revision());
        count("context extensions", context == null ? null : context.extensions());
        ActivityDefinition definition = statement.object() instanceof Activity activity ? activity.definition() : null;
        count("definition", definition);
        count("interaction", definition == null ? null : definition.interactionType());
        count("pattern", definition == null ? null : definition.correctResponsesPattern());
    }

    private static void count(String part, Object value) {
        Statistics.label(part)
                .collect(value != null)
                .coverage((StatisticsCoverage coverage) -> coverage.check(true).count(count -> count > 0));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void nothingIsLostHoweverItWasWritten(@ForAll("statementsOf20") Statement statement, @ForAll long seed)
            throws IOException {
        byte[] json = ShuffledJson.of(StatementWriter.write(statement), new Random(seed));

        Statement read = read(json, XapiVersion.V2_0);

        assertThat(read).isEqualTo(statement);
        JsonNode written = MAPPER.readTree(StatementWriter.write(read));
        assertThat(written).isEqualTo(MAPPER.readTree(StatementWriter.write(statement)));
        assertThat(StatementComparison.matches(read, statement)).isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theIndexFindsWhatTheRecordSaysAndCompletesIt(
            @ForAll("statementsOf20") Statement statement, @ForAll long seed) {
        byte[] json = ShuffledJson.of(StatementWriter.write(statement), new Random(seed));
        StatementReader reader = StatementReader.forVersion(XapiVersion.V2_0);

        StatementOutcome outcome = reader.index(json).outcomes().get(0);

        assertThat(outcome.findings())
                .usingRecursiveComparison()
                .isEqualTo(reader.read(json).outcomes().get(0).findings());
        StatementIndex index = outcome.index();
        assertThat(index.id()).isEqualTo(statement.uuid());
        assertThat(index.verb()).isEqualTo(statement.verb().id());
        assertThat(index.objectKind().objectType()).isEqualTo(statement.object().objectType());
        assertThat(index.timestamp().map(Timestamp::of)).isEqualTo(Optional.ofNullable(statement.timestamp()));
        assertThat(index.voided().isPresent()).isEqualTo(statement.voided().isPresent());

        UUID id = index.id().orElseGet(UUID::randomUUID);
        byte[] authority = "{\"mbox\":\"mailto:lrs@example.org\"}".getBytes(StandardCharsets.UTF_8);
        Instant stored = Instant.parse("2026-09-01T00:00:00Z");
        byte[] completed =
                StatementCompletion.of(stored, authority, XapiVersion.V2_0).complete(json, index, id);

        Statement kept = read(completed, XapiVersion.V2_0);
        assertThat(StatementComparison.matches(kept, statement)).isTrue();
        assertThat(kept.uuid()).contains(id);
        assertThat(kept.stored()).isEqualTo(Timestamp.of(stored));
        assertThat(kept.authority().identifier()).isEqualTo(new Mbox("mailto:lrs@example.org"));
        assertThat(kept.attachments()).isEqualTo(statement.attachments());
        assertThat(kept.timestamp().instant())
                .isEqualTo(
                        statement.timestamp() == null
                                ? Optional.of(stored)
                                : statement.timestamp().instant());
        assertThat(kept.version()).isEqualTo(statement.version() == null ? "2.0.0" : statement.version());
        assertThat(new String(completed, StandardCharsets.UTF_8)).doesNotContainPattern("\"parent\"\\s*:\\s*\\{");
    }
}
