package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement within a statement, of something that need not have happened: a plan, an observation to look for (子语句). It has
 * no id of its own. Immutable.
 *
 * @param actor who
 * @param verb did what
 * @param object to what; not another sub-statement
 * @param result with what outcome; null when absent
 * @param context in what; null when absent
 * @param timestamp when; null when absent
 * @param attachments descriptions of files that belong to it; null when the property is absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#substatements">Data 2.4.4.3; IEEE
 *     9274.1.1-2023, 4.2.2.3</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record SubStatement(
        @Valid Actor actor,
        @Valid Verb verb,
        @Valid StatementObject object,
        @Valid @Nullable Result result,
        @Valid @Nullable Context context,
        @Nullable Timestamp timestamp,
        @Nullable List<@Valid Attachment> attachments)
        implements StatementObject {

    /** Copies the list, and checks that there is an actor, a verb and an object. */
    public SubStatement {
        Objects.requireNonNull(actor, "a sub-statement has an actor");
        Objects.requireNonNull(verb, "a sub-statement has a verb");
        object = Agent.asObject(Objects.requireNonNull(object, "a sub-statement has an object"));
        attachments = attachments == null ? null : List.copyOf(attachments);
    }

    /** Who did what to what. */
    public static SubStatement of(Actor actor, Verb verb, StatementObject object) {
        return new SubStatement(actor, verb, object, null, null, null, null);
    }

    /** This with an outcome. */
    public SubStatement withResult(@Nullable Result value) {
        return new SubStatement(actor, verb, object, value, context, timestamp, attachments);
    }

    /** This with what it happens in. */
    public SubStatement withContext(@Nullable Context value) {
        return new SubStatement(actor, verb, object, result, value, timestamp, attachments);
    }

    /** This with a time. */
    public SubStatement withTimestamp(@Nullable Timestamp value) {
        return new SubStatement(actor, verb, object, result, context, value, attachments);
    }

    /** This with descriptions of files. */
    public SubStatement withAttachments(@Nullable List<Attachment> value) {
        return new SubStatement(actor, verb, object, result, context, timestamp, value);
    }

    @Override
    public String objectType() {
        return "SubStatement";
    }
}
