package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Something to do or to use: a lesson, a question, a book (活动). Immutable.
 *
 * @param typeStated whether {@code objectType} stands in the JSON
 * @param id the activity's IRI as found, right or wrong; validation judges it
 * @param definition what describes it; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#2441-when-the-objecttype-is-activity">Data
 *     2.4.4.1; IEEE 9274.1.1-2023, 4.2.2.3</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Activity(
        boolean typeStated, String id, @Valid @Nullable ActivityDefinition definition) implements StatementObject {

    /** The activity with an id. */
    public static Activity of(String id) {
        return new Activity(true, id, null);
    }

    /** The activity with an id and a name. */
    public static Activity of(String id, LanguageMap name) {
        return of(id, ActivityDefinition.builder().name(name).build());
    }

    /** The activity with an id and a definition. */
    public static Activity of(String id, ActivityDefinition definition) {
        return new Activity(true, id, definition);
    }

    @Override
    public String objectType() {
        return "Activity";
    }
}
