package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent that a statement has to do with, and how (相关个体); since xAPI 2.0. Immutable.
 *
 * @param agent the agent
 * @param relevantTypes IRIs that say what the agent is to the statement; null when absent, else at least one
 * @see "IEEE 9274.1.1-2023, 4.2.2.5"
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record ContextAgent(@Valid Agent agent, @Nullable List<String> relevantTypes) {

    /** Copies the list. */
    public ContextAgent {
        relevantTypes = relevantTypes == null ? null : List.copyOf(relevantTypes);
    }

    /** An agent with what it is to the statement. */
    public static ContextAgent of(Agent agent, String relevantType) {
        return new ContextAgent(agent, List.of(relevantType));
    }
}
