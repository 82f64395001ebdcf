package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way through a document, with all that is needed for it. Statements are small and come by the million, so it serves for one
 * document after another. Between two it holds none of them. Not thread-safe.
 */
final class StatementPass {

    /** A document of more bytes is let go of at once. */
    private static final int LARGE = 64 << 10;

    private final JsonReader json;
    private final Limits limits;
    private final boolean binding;
    private final StatementFindings findings;
    private final IndexBuilder index;
    private final Cursor cursor;
    private final StatementPart statements;
    private final Set<UUID> ids = new HashSet<>();
    private boolean batch;
    /** How many statements were read to their end. */
    private int count;
    /** Where the current statement starts. */
    private int from;

    private StatementPass(
            JsonReader json, XapiVersion version, Limits limits, boolean binding, StatementFindings findings) {
        this.json = json;
        this.limits = limits;
        this.binding = binding;
        this.findings = findings;
        this.index = new IndexBuilder(!binding);
        this.cursor = new Cursor(json, version, binding);
        this.statements = new StatementPart(cursor, index);
    }

    static StatementPass create(XapiVersion version, Limits limits, boolean binding) {
        StatementFindings findings = new StatementFindings(limits.findingsPerRequirement());
        try {
            JsonReader json = JsonReader.open(ByteBuffer.allocate(0), limits.statementDepth(), null, limits, findings);
            return new StatementPass(json, version, limits, binding, findings);
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("no document at all can be opened", e);
        }
    }

    StatementReading over(ByteBuffer document) {
        batch = startsWithArray(document);
        count = 0;
        from = document.position();
        List<StatementOutcome> outcomes = batch ? new ArrayList<>() : List.of();
        try {
            // A batch is one level around its statements.
            json.reopen(document, batch ? limits.statementDepth() + 1 : limits.statementDepth());
            JsonEvent first = json.next();
            if (batch) {
                batch(outcomes);
            } else {
                outcomes = List.of(statement(first));
            }
            findings.end();
            json.next();
        } catch (UnreadableJsonException e) {
            // Reported: what was read until then stays good.
            return ended(withTheLast(outcomes, document.limit()), document.remaining());
        }
        return ended(outcomes, document.remaining());
    }

    private void batch(List<StatementOutcome> outcomes) throws UnreadableJsonException {
        findings.startBatch();
        while (json.nextElement()) {
            outcomes.add(statement(json.event()));
            findings.end();
        }
    }

    /** The outcomes, and what was found of a statement that could not be read to its end. */
    private List<StatementOutcome> withTheLast(List<StatementOutcome> outcomes, int end) {
        List<Finding> found = findings.of(count);
        if (outcomes.size() > count || found.isEmpty()) {
            return outcomes;
        }
        List<StatementOutcome> all = new ArrayList<>(outcomes);
        all.add(new StatementOutcome(count, new ByteRange(from, end), found, null, null));
        count++;
        return all;
    }

    private StatementReading ended(List<StatementOutcome> outcomes, int length) {
        StatementReading reading =
                new StatementReading(batch, List.copyOf(outcomes), findings.ofDocument(outcomes.size()));
        if (length > LARGE) {
            json.close();
        }
        findings.restart();
        if (batch) {
            ids.clear();
        }
        return reading;
    }

    private static boolean startsWithArray(ByteBuffer document) {
        for (int i = document.position(); i < document.limit(); i++) {
            byte b = document.get(i);
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '[';
            }
        }
        return false;
    }

    private StatementOutcome statement(JsonEvent event) throws UnreadableJsonException {
        findings.start(count);
        index.restart();
        from = json.offset();
        if (event != JsonEvent.START_OBJECT) {
            cursor.report(Finding.of(StatementRequirement.NOT_A_STATEMENT)
                    .with("found", event.typeName())
                    .at(json.location()));
            json.skipValue();
            return outcome(null, null);
        }
        StatementDraft draft = new StatementDraft();
        Statement statement = statements.statement(draft);
        UUID id = index.id();
        if (batch && id != null && !ids.add(id)) {
            cursor.report(Finding.of(StatementRequirement.BATCH_ID_TWICE)
                    .with("value", id.toString())
                    .at(cursor.place(from)));
        }
        return outcome(statement, draft.objectKind);
    }

    private StatementOutcome outcome(@Nullable Statement statement, @Nullable ObjectKind kind) {
        int number = count++;
        ByteRange range = new ByteRange(from, json.endOffset());
        List<Finding> found = findings.of(number);
        if (StatementFindings.hasErrors(found)) {
            return new StatementOutcome(number, range, found, null, null);
        }
        if (binding && statement == null) {
            throw new IllegalStateException("a statement without findings has a record");
        }
        return new StatementOutcome(number, range, found, statement, binding ? null : index.build(range, kind));
    }
}
