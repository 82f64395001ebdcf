package io.xuemeng.lrs.statement;

/**
 * An account on an existing system (账号). With an opaque name it identifies a learner without telling who that is.
 *
 * @param homePage the home page of the system the account is on, an IRL
 * @param name the account's unique name there
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2424-account-object">Data 2.4.2.4; IEEE
 *     9274.1.1-2023, 4.2.2.1</a>
 */
public record Account(String homePage, String name) implements InverseFunctionalIdentifier {

    @Override
    public String property() {
        return "account";
    }

    @Override
    public String key() {
        return "account " + homePage + ' ' + name;
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "Account[homePage=" + homePage + "]";
    }
}
