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

    private final JsonReader json;
    private final Limits limits;
    private final boolean binding;
    private final StatementFindings findings;
    private final IndexBuilder index;
    private final Cursor cursor;
    private final StatementPart statements;
    private final List<StatementOutcome> outcomes = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private boolean batch;

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
        try {
            // A batch is one level around its statements.
            json.reopen(document, batch ? limits.statementDepth() + 1 : limits.statementDepth());
            read();
        } catch (UnreadableJsonException e) {
            // Reported: what was read until then stays good.
            return ended();
        }
        return ended();
    }

    private StatementReading ended() {
        StatementReading reading = new StatementReading(batch, List.copyOf(outcomes), findings.ofDocument());
        json.close();
        findings.restart();
        index.restart();
        outcomes.clear();
        ids.clear();
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

    private void read() throws UnreadableJsonException {
        if (json.next() == JsonEvent.START_ARRAY) {
            findings.startBatch();
            while (json.nextElement()) {
                statement();
            }
        } else {
            statement();
        }
        findings.end();
        json.next();
    }

    private void statement() throws UnreadableJsonException {
        int number = outcomes.size();
        findings.start(number);
        index.restart();
        int from = json.offset();
        if (json.event() != JsonEvent.START_OBJECT) {
            cursor.report(Finding.of(StatementRequirement.NOT_A_STATEMENT)
                    .with("found", Cursor.label(json.event()))
                    .at(json.location()));
            json.skipValue();
            add(number, new ByteRange(from, json.endOffset()), null, null);
            return;
        }
        StatementDraft draft = new StatementDraft();
        Statement statement = statements.statement(draft);
        UUID id = index.id();
        if (batch && id != null && !ids.add(id)) {
            cursor.report(Finding.of(StatementRequirement.BATCH_ID_TWICE)
                    .with("value", id.toString())
                    .at(cursor.place(from)));
        }
        add(number, new ByteRange(from, json.endOffset()), statement, draft.objectKind);
    }

    private void add(int number, ByteRange range, @Nullable Statement statement, @Nullable ObjectKind kind) {
        List<Finding> found = findings.of(number);
        if (StatementFindings.hasErrors(found)) {
            outcomes.add(new StatementOutcome(number, range, found, null, null));
            return;
        }
        if (binding && statement == null) {
            throw new IllegalStateException("a statement without findings has a record");
        }
        outcomes.add(new StatementOutcome(number, range, found, statement, binding ? null : index.build(range, kind)));
    }
}
