package io.xuemeng.lrs.statement;

/**
 * What says who an agent or an identified group is, and is used for nobody else. Texts are held as found, right or wrong;
 * validation judges them. None of them shows in {@code toString}.
 *
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2423-inverse-functional-identifier">Data
 *     2.4.2.3; IEEE 9274.1.1-2023, 4.2.2.1</a>
 */
public sealed interface InverseFunctionalIdentifier permits Mbox, MboxSha1sum, OpenId, Account {

    /** The property it stands under in JSON: {@code mbox}, {@code mbox_sha1sum}, {@code openid}, {@code account}. */
    String property();

    /**
     * One text for stores and filters to compare by: two are equal exactly when they identify the same agent or group, as both
     * standards compare them. The property, a blank, and the value: an address with its domain in lower case, a hash in lower
     * case, an account's home page and name with a blank between them, in which no home page has a blank.
     */
    String key();
}
