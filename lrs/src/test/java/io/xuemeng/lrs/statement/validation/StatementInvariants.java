package io.xuemeng.lrs.statement.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementComparison;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.format.StatementFormatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What holds for the reader whatever bytes it is given; shared by tests and by fuzzing. */
final class StatementInvariants {

    /** Who must be able to read what is valid. */
    private static final JsonFactory JACKSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final byte[] AUTHORITY = "{\"mbox\":\"mailto:lrs@example.org\"}".getBytes(StandardCharsets.UTF_8);

    private StatementInvariants() {}

    static void hold(byte[] bytes) {
        for (XapiVersion version : XapiVersion.values()) {
            hold(bytes, version);
        }
    }

    private static void hold(byte[] bytes, XapiVersion version) {
        StatementReader reader = StatementReader.forVersion(version);
        StatementReading read = reader.read(bytes);
        StatementReading indexed = reader.index(bytes);
        assertThat(texts(indexed)).isEqualTo(texts(read));
        assertThat(indexed.outcomes()).hasSameSizeAs(read.outcomes());
        // Nothing at all is no batch and no statement.
        assertThat(read.isValid() && read.outcomes().isEmpty() && !read.isBatch())
                .isFalse();
        if (read.isValid()) {
            assertThatCode(() -> parse(bytes)).as("Jackson").doesNotThrowAnyException();
        }
        int last = 0;
        for (int i = 0; i < read.outcomes().size(); i++) {
            StatementOutcome outcome = indexed.outcomes().get(i);
            ByteRange range = outcome.range();
            assertThat(range.from()).isGreaterThanOrEqualTo(last);
            assertThat(range.to()).isBetween(range.from(), bytes.length);
            last = range.to();
            Statement statement = read.outcomes().get(i).statement();
            assertThat(statement != null).isEqualTo(outcome.isValid());
            assertThat(outcome.index() != null).isEqualTo(outcome.isValid());
            if (statement != null && read.isValid()) {
                holdForStatement(bytes, outcome.index(), statement, version);
            }
        }
        reader.readActor(bytes);
    }

    private static void parse(byte[] json) throws IOException {
        try (JsonParser parser = JACKSON.createParser(json)) {
            while (parser.nextToken() != null) {
                // That it can be read is all.
            }
        }
    }

    private static void holdForStatement(byte[] bytes, StatementIndex index, Statement statement, XapiVersion version) {
        StatementReader reader = StatementReader.forVersion(version);
        Statement again =
                reader.read(StatementWriter.write(statement)).outcomes().get(0).statement();
        assertThat(again).isEqualTo(statement);
        UUID id = index.id().orElseGet(() -> new UUID(1, 2));
        byte[] completed =
                StatementCompletion.of(Instant.EPOCH, AUTHORITY, version).complete(bytes, index, id);
        StatementOutcome kept = reader.read(completed).outcomes().get(0);
        assertThat(kept.isValid()).as("%s", kept.findings()).isTrue();
        assertThat(StatementComparison.matches(kept.statement(), statement)).isTrue();
        StatementReading ids = reader.read(StatementFormatter.ids().format(completed));
        assertThat(ids.isValid()).isTrue();
    }

    private static List<String> texts(StatementReading reading) {
        List<Finding> findings = new ArrayList<>();
        reading.reportTo(findings::add);
        return findings.stream()
                .map(finding -> finding + finding.message(Locale.ENGLISH))
                .toList();
    }
}
