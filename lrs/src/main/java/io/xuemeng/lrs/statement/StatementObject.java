package io.xuemeng.lrs.statement;

/**
 * What a statement is about: an activity, an agent or group, another statement by its id, or a statement within this one.
 *
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#244-object">Data 2.4.4; IEEE 9274.1.1-2023,
 *     4.2.2.3</a>
 */
public sealed interface StatementObject permits Activity, Actor, StatementRef, SubStatement {

    /** Its {@code objectType} in JSON. */
    String objectType();
}
