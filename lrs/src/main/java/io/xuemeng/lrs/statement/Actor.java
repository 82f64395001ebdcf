package io.xuemeng.lrs.statement;

import org.jspecify.annotations.Nullable;

/**
 * Who did it: an agent or a group.
 *
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#242-actor">Data 2.4.2; IEEE 9274.1.1-2023,
 *     4.2.2.1</a>
 */
public sealed interface Actor extends StatementObject permits Agent, Group {

    /** The full name; null when absent. */
    @Nullable
    String name();

    /** What identifies it; null for an anonymous group only. */
    @Nullable
    InverseFunctionalIdentifier identifier();
}
