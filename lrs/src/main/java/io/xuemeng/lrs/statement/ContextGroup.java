package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group that a statement has to do with, and how (相关群体); since xAPI 2.0. Immutable.
 *
 * @param group the group
 * @param relevantTypes IRIs that say what the group is to the statement; null when absent, else at least one
 * @see "IEEE 9274.1.1-2023, 4.2.2.5"
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record ContextGroup(@Valid Group group, @Nullable List<String> relevantTypes) {

    /** Copies the list. */
    public ContextGroup {
        relevantTypes = relevantTypes == null ? null : List.copyOf(relevantTypes);
    }

    /** A group with what it is to the statement. */
    public static ContextGroup of(Group group, String relevantType) {
        return new ContextGroup(group, List.of(relevantType));
    }
}
