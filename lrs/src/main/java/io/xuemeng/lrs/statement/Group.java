package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several agents together (群体): anonymous, and then known by its members only, or identified. Immutable.
 *
 * @param name the group's name; null when absent
 * @param identifier what identifies the group; null for an anonymous one
 * @param members the agents in it as far as they are given, in no order that means anything; null when the property is absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2422-when-the-actor-objecttype-is-group">Data
 *     2.4.2.2; IEEE 9274.1.1-2023, 4.2.2.1</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Group(
        @Nullable String name,
        @Nullable InverseFunctionalIdentifier identifier,
        @Nullable List<@Valid Agent> members) implements Actor {

    /** Copies the list. */
    public Group {
        members = members == null ? null : List.copyOf(members);
    }

    /** A group known by its members only. */
    public static Group anonymous(List<Agent> members) {
        return new Group(null, null, members);
    }

    /** A group with an identifier, whose members are not listed. */
    public static Group of(InverseFunctionalIdentifier identifier) {
        return new Group(null, identifier, null);
    }

    /** This group with a name. */
    public Group named(String groupName) {
        return new Group(groupName, identifier, members);
    }

    /** This group with a list of its members, which need not be complete. */
    public Group withMembers(List<Agent> agents) {
        return new Group(name, identifier, agents);
    }

    @Override
    public String objectType() {
        return "Group";
    }

    /** Without the name, and without the persons in it. */
    @Override
    public String toString() {
        return "Group[" + identifier + ", " + (members == null ? 0 : members.size()) + " members]";
    }
}
