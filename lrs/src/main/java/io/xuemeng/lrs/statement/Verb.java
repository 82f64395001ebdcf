package io.xuemeng.lrs.statement;

import org.jspecify.annotations.Nullable;

/**
 * What was done (动词). The id alone has the meaning; the display is for people. Immutable. {@link Verbs} has the usual ones.
 *
 * @param id the verb's IRI as found, right or wrong; validation judges it
 * @param display the word in one or more languages; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#243-verb">Data 2.4.3; IEEE 9274.1.1-2023,
 *     4.2.2.2</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Verb(String id, @Nullable LanguageMap display) {

    /** The id of the verb that voids another statement. */
    public static final String VOIDED_ID = "http://adlnet.gov/expapi/verbs/voided";

    /** The verb with an id and its word in one language. */
    public static Verb of(String id, LanguageMap display) {
        return new Verb(id, display);
    }

    /** Whether it voids another statement (Data 2.3.2; IEEE 9274.1.1-2023, 4.2.5). */
    public boolean isVoiding() {
        return id.equals(VOIDED_ID);
    }
}
