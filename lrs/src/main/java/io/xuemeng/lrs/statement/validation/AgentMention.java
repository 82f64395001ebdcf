package io.xuemeng.lrs.statement.validation;

import io.xuemeng.lrs.statement.InverseFunctionalIdentifier;

/**
 * An agent or identified group that a statement names.
 *
 * @param identifier what identifies it
 * @param role what it, or the group it is a member of, is to the statement or sub-statement
 * @param inSubStatement whether the sub-statement names it
 */
public record AgentMention(InverseFunctionalIdentifier identifier, AgentRole role, boolean inSubStatement) {

    /**
     * Whether the filter {@code agent} finds the statement by it, without {@code related_agents}: it is the actor or the object,
     * or a member of the group that is (Communication 2.1.3; IEEE 9274.1.1-2023, 4.1.6.1).
     */
    public boolean isActorOrObject() {
        return !inSubStatement && (role == AgentRole.ACTOR || role == AgentRole.OBJECT);
    }
}
