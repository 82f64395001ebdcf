package io.xuemeng.lrs.statement.validation;

import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.InverseFunctionalIdentifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an agent or group while it is read. Its type may come last. */
final class ActorDraft {

    /** What {@code objectType} says. */
    enum Type {
        ABSENT,
        AGENT,
        GROUP,
        WRONG
    }

    Type type = Type.ABSENT;

    @Nullable
    String name;

    @Nullable
    InverseFunctionalIdentifier identifier;
    /** The properties of identifiers that were met, right or wrong. */
    int identifiers;
    /** Where the member property stands; 0 when there is none. */
    int memberOffset;
    /** How many members there are, right or wrong; -1 when they are no array. */
    int memberCount = -1;
    /** The members; null when records are not made. */
    @Nullable
    List<Agent> members;
    /** The members' identifiers, which are indexed when the role of the group is known; null when there are none. */
    @Nullable
    List<InverseFunctionalIdentifier> memberIdentifiers;
}
