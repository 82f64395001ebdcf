package io.xuemeng.lrs.client;

import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.Verb;
import io.xuemeng.lrs.statement.format.StatementFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Which statements are asked for, and how they are shown (xAPI 1.0.3 Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1). Immutable:
 * each method makes another query.
 *
 * <pre>{@code
 * query().verb(Verbs.COMPLETED).since(monday).ascending()
 * }</pre>
 */
public final class LrsQuery {

    private static final LrsQuery EVERYTHING = new LrsQuery(Map.of());

    private final Map<String, String> parameters;

    private LrsQuery(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** All statements that are not voided, the last stored first. */
    public static LrsQuery query() {
        return EVERYTHING;
    }

    /** Statements with an actor or an object that is this agent or identified group. */
    public LrsQuery agent(Actor agent) {
        return with("agent", new String(StatementWriter.write(agent), StandardCharsets.UTF_8));
    }

    /** Statements with a verb. */
    public LrsQuery verb(Verb verb) {
        return verb(verb.id());
    }

    /** Statements with a verb, by its IRI. */
    public LrsQuery verb(String iri) {
        return with("verb", iri);
    }

    /** Statements whose object is the activity with this IRI. */
    public LrsQuery activity(String iri) {
        return with("activity", iri);
    }

    /** Statements of a registration. */
    public LrsQuery registration(UUID registration) {
        return with("registration", registration.toString());
    }

    /** The activity may stand anywhere: in the context, in a sub-statement. */
    public LrsQuery relatedActivities() {
        return with("related_activities", "true");
    }

    /** The agent may stand anywhere: as authority, instructor or team, in a sub-statement. */
    public LrsQuery relatedAgents() {
        return with("related_agents", "true");
    }

    /** Statements stored after a time. */
    public LrsQuery since(Instant time) {
        return with("since", time.toString());
    }

    /** Statements stored at a time or before. */
    public LrsQuery until(Instant time) {
        return with("until", time.toString());
    }

    /** The first stored first. */
    public LrsQuery ascending() {
        return with("ascending", "true");
    }

    /** Whole as they were stored (the default), with identifiers only, or with the definitions the store knows best. */
    public LrsQuery format(StatementFormat format) {
        return with("format", format.name().toLowerCase(Locale.ROOT));
    }

    /**
     * How many statements a page has at most; the stream follows to further pages all the same.
     *
     * @param statements 0 for as many as the store likes, which is the default
     * @throws IllegalArgumentException when it is negative
     */
    public LrsQuery pageSize(int statements) {
        if (statements < 0) {
            throw new IllegalArgumentException(
                    "a page has 0 statements, for the store's choice, or more, not " + statements);
        }
        return with("limit", Integer.toString(statements));
    }

    private LrsQuery with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new LrsQuery(more);
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** The names of the parameters only: values can name a person. */
    @Override
    public String toString() {
        return "LrsQuery" + parameters.keySet();
    }
}
