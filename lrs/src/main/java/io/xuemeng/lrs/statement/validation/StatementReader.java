package io.xuemeng.lrs.statement.validation;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.XapiVersion;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
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
 * Thread-safe.
 */
public final class StatementReader {

    private final XapiVersion version;
    private final Limits limits;
    /** What a reading has used and nobody uses now, to be used again: one for each way to read. */
    private final AtomicReference<@Nullable StatementPass> binding = new AtomicReference<>();

    private final AtomicReference<@Nullable StatementPass> indexing = new AtomicReference<>();

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
            ActorPart actors = new ActorPart(new Cursor(reader, version, true), new IndexBuilder(false));
            reader.next();
            actor = actors.actor("agent", AgentRole.ACTOR);
            reader.next();
        } catch (UnreadableJsonException e) {
            // Reported: the findings say why there is no actor.
            return new ActorReading(findings.of(0), null);
        }
        return new ActorReading(findings.of(0), findings.hasErrors(0) ? null : actor);
    }

    private StatementReading run(ByteBuffer json, boolean makesRecords) {
        AtomicReference<@Nullable StatementPass> spare = makesRecords ? binding : indexing;
        StatementPass pass = spare.getAndSet(null);
        if (pass == null) {
            pass = StatementPass.create(version, limits, makesRecords);
        }
        StatementReading reading = pass.over(json);
        spare.setRelease(pass);
        return reading;
    }
}
