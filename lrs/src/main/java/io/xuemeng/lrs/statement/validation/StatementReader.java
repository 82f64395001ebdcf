package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads and validates statements in one pass over their bytes, without a tree. It reports everything that is wrong, of every
 * statement of a batch, with JSON Pointer, line and column, and throws nothing for what a document says.
 *
 * <pre>{@code
 * StatementReader reader = StatementReader.forVersion(XapiVersion.V2_0); // make one, share it between threads
 *
 * StatementReading reading = reader.read(json);
 * if (reading.isValid()) {
 *     reading.outcomes().forEach(outcome -> use(outcome.statement()));
 * }
 * }</pre>
 *
 * <p>{@link #read} makes records. {@link #index} makes none, and is what a store uses that keeps the bytes. Both find the same.
 * Immutable and thread-safe.
 */
public final class StatementReader {

    private final XapiVersion version;
    private final Limits limits;

    private StatementReader(XapiVersion version, Limits limits) {
        this.version = version;
        this.limits = limits;
    }

    /** A reader that holds statements to a version, with the default limits. */
    public static StatementReader forVersion(XapiVersion version) {
        return new StatementReader(version, Limits.defaults());
    }

    /** This reader with other limits: the bytes of a document, nesting, lengths of texts and numbers. */
    public StatementReader withLimits(Limits other) {
        return new StatementReader(version, other);
    }

    /** The version it holds statements to. */
    public XapiVersion version() {
        return version;
    }

    /**
     * Validates a statement or an array of statements, and makes records of the valid ones.
     *
     * @param json UTF-8; not copied, and not to be changed meanwhile
     */
    public StatementReading read(byte[] json) {
        return run(ByteBuffer.wrap(json), true);
    }

    /**
     * The same for a part of a buffer.
     *
     * @param json from its position to its limit, which do not move
     */
    public StatementReading read(ByteBuffer json) {
        return run(json, true);
    }

    /**
     * Validates a statement or an array of statements, and says of the valid ones what a store needs to find them.
     *
     * @param json UTF-8; not copied, and not to be changed meanwhile
     */
    public StatementReading index(byte[] json) {
        return run(ByteBuffer.wrap(json), false);
    }

    /**
     * The same for a part of a buffer with an array; ranges then are of that array.
     *
     * @param json from its position to its limit, which do not move
     */
    public StatementReading index(ByteBuffer json) {
        return run(json, false);
    }

    /**
     * Validates a single agent or group, such as the value of the parameter {@code agent}, by what holds for an actor (Data
     * 2.2.s4.b4; IEEE 9274.1.1-2023, 4.1.6).
     *
     * @param json UTF-8
     */
    public ActorReading readActor(byte[] json) {
        StatementFindings findings = new StatementFindings(limits.findingsPerRequirement());
        findings.start(0);
        Actor actor = null;
        try (JsonReader reader =
                JsonReader.open(ByteBuffer.wrap(json), limits.statementDepth(), null, limits, findings)) {
            Cursor cursor = new Cursor(reader, version, true);
            ActorPart actors = new ActorPart(cursor, new IndexBuilder(false));
            reader.next();
            actor = actors.actorHere("agent", AgentRole.ACTOR);
            reader.next();
        } catch (UnreadableJsonException e) {
            // Reported: the findings say why there is no actor.
            return new ActorReading(findings.of(0), null);
        }
        return new ActorReading(findings.of(0), findings.hasErrors(0) ? null : actor);
    }

    private StatementReading run(ByteBuffer json, boolean binding) {
        return new Run(binding).over(json);
    }

    /** One document's reading. */
    private final class Run {

        private final boolean binding;
        private final StatementFindings findings = new StatementFindings(limits.findingsPerRequirement());
        private final IndexBuilder index;
        private final List<StatementOutcome> outcomes = new ArrayList<>(1);
        private @Nullable Map<UUID, Integer> ids;
        private boolean batch;

        Run(boolean binding) {
            this.binding = binding;
            this.index = new IndexBuilder(!binding);
        }

        StatementReading over(ByteBuffer json) {
            // A batch is one level around its statements.
            int depth = startsWithArray(json) ? limits.statementDepth() + 1 : limits.statementDepth();
            try (JsonReader reader = JsonReader.open(json, depth, null, limits, findings)) {
                Cursor cursor = new Cursor(reader, version, binding);
                document(reader, cursor, new StatementPart(cursor, index));
            } catch (UnreadableJsonException e) {
                // Reported: what was read until then stays good.
                return reading();
            }
            return reading();
        }

        private static boolean startsWithArray(ByteBuffer json) {
            for (int i = json.position(); i < json.limit(); i++) {
                byte b = json.get(i);
                if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                    return b == '[';
                }
            }
            return false;
        }

        private void document(JsonReader reader, Cursor cursor, StatementPart statements)
                throws UnreadableJsonException {
            JsonEvent first = reader.next();
            if (first == JsonEvent.START_ARRAY) {
                batch = true;
                findings.startBatch();
                while (reader.nextElement()) {
                    statement(reader, cursor, statements);
                }
                findings.end();
            } else {
                statement(reader, cursor, statements);
            }
            reader.next();
        }

        private void statement(JsonReader reader, Cursor cursor, StatementPart statements)
                throws UnreadableJsonException {
            int number = outcomes.size();
            findings.start(number);
            index.start();
            int from = reader.offset();
            if (reader.event() != JsonEvent.START_OBJECT) {
                cursor.report(Finding.of(StatementRequirement.NOT_A_STATEMENT)
                        .with("found", Cursor.label(reader.event()))
                        .at(reader.location()));
                reader.skipValue();
                add(number, new ByteRange(from, reader.endOffset()), null, null);
                return;
            }
            StatementDraft draft = new StatementDraft();
            Statement statement = statements.statement(draft);
            checkId(number, from, cursor);
            add(number, new ByteRange(from, reader.offset() + 1), statement, draft.objectKind);
        }

        /** Whether an earlier statement of the batch has the same id. */
        private void checkId(int number, int from, Cursor cursor) {
            UUID id = index.id();
            if (!batch || id == null) {
                return;
            }
            if (ids == null) {
                ids = new HashMap<>();
            }
            if (ids.putIfAbsent(id, number) != null) {
                cursor.report(Finding.of(StatementRequirement.BATCH_ID_TWICE)
                        .with("value", id.toString())
                        .at(cursor.place(from)));
            }
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
            StatementIndex built = binding ? null : index.build(range, kind);
            outcomes.add(new StatementOutcome(number, range, found, statement, built));
        }

        private StatementReading reading() {
            return new StatementReading(batch, List.copyOf(outcomes), findings.ofDocument());
        }
    }
}
