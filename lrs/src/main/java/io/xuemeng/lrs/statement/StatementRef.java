package io.xuemeng.lrs.statement;

import java.util.UUID;

/**
 * Another statement, by its id (语句引用). It need not exist. Immutable.
 *
 * @param id the statement's UUID as found, right or wrong; validation judges it
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2443-when-the-object-is-a-statement">Data
 *     2.4.4.3; IEEE 9274.1.1-2023, 4.2.2.3</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record StatementRef(String id) implements StatementObject {

    /** The reference to a statement. */
    public static StatementRef of(UUID id) {
        return new StatementRef(id.toString());
    }

    @Override
    public String objectType() {
        return "StatementRef";
    }
}
