package io.xuemeng.lrs.client;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.validation.StatementOutcome;
import io.xuemeng.lrs.statement.validation.StatementReader;
import io.xuemeng.lrs.statement.validation.StatementReading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A StatementResult (xAPI 1.0.3 Data 2.5; IEEE 9274.1.1-2023, 4.2.3).
 *
 * @param statements as they stand in the response
 * @param more where the next page is; null when this is the last
 */
record StatementPage(List<RawJson> statements, @Nullable String more) {

    /** How deep a StatementResult holds its statements. */
    private static final int AROUND = 2;

    private static final String AROUND_ACTIVITY =
            "{\"actor\":{\"mbox\":\"mailto:nobody@example.org\"},\"verb\":{\"id\":\"urn:x\"},\"object\":%s}";

    static StatementPage parse(Received received, byte[] json) {
        Limits limits = Limits.defaults().toBuilder()
                .documentBytes(Math.max(1, json.length))
                .build();
        FindingCollector findings = new FindingCollector();
        List<RawJson> statements = null;
        String more = null;
        try (JsonReader reader =
                JsonReader.open(ByteBuffer.wrap(json), limits.statementDepth() + AROUND, null, limits, findings)) {
            if (reader.next() != JsonEvent.START_OBJECT) {
                throw received.wrong("no StatementResult: a " + reader.event() + " in the place of an object");
            }
            while (reader.nextMember()) {
                String name = reader.name();
                JsonEvent value = reader.next();
                if (name.equals("statements") && value == JsonEvent.START_ARRAY) {
                    statements = new ArrayList<>();
                    while (reader.nextElement()) {
                        statements.add(reader.captureValue());
                    }
                } else if (name.equals("more") && value == JsonEvent.STRING) {
                    more = reader.text();
                } else {
                    reader.skipValue();
                }
            }
            reader.next();
        } catch (UnreadableJsonException e) {
            throw received.wrong("no JSON: " + e.finding().message(Locale.ENGLISH));
        }
        if (statements == null) {
            throw received.wrong("a StatementResult without statements");
        }
        return new StatementPage(statements, more == null || more.isEmpty() ? null : more);
    }

    /** A statement as a record; one of the other version is taken too, for a store may hold both. */
    static Statement statement(String request, RawJson json, XapiVersion version) {
        byte[] bytes = json.text().getBytes(StandardCharsets.UTF_8);
        XapiVersion other = version == XapiVersion.V2_0 ? XapiVersion.V1_0 : XapiVersion.V2_0;
        StatementOutcome outcome = read(request, bytes, version);
        Statement statement = outcome.statement();
        if (statement == null) {
            statement = read(request, bytes, other).statement();
        }
        if (statement == null) {
            throw invalid(request, outcome.findings());
        }
        return statement;
    }

    /** An activity as a record, held to what holds for the object of a statement. */
    static Activity activity(String request, RawJson json, XapiVersion version) {
        Statement around = statement(request, RawJson.of(AROUND_ACTIVITY.formatted(json.text())), version);
        if (around.object() instanceof Activity activity) {
            return activity;
        }
        throw new LrsAnswerException(
                request, 200, "a " + around.object().objectType() + " in the place of an activity");
    }

    private static StatementOutcome read(String request, byte[] json, XapiVersion version) {
        StatementReading reading = StatementReader.forVersion(version).read(json);
        if (reading.outcomes().isEmpty()) {
            throw invalid(request, reading.findings());
        }
        return reading.outcomes().get(0);
    }

    private static LrsAnswerException invalid(String request, List<Finding> findings) {
        String problem = findings.isEmpty()
                ? "a statement that cannot be read"
                : "a statement that is not valid: " + findings.get(0).id() + ' '
                        + findings.get(0).location() + ' ' + findings.get(0).message(Locale.ENGLISH);
        return new LrsAnswerException(request, 200, problem + " (statementsAsJson shows it as it is)");
    }
}
