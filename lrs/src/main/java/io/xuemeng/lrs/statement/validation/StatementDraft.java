package io.xuemeng.lrs.statement.validation;

import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Attachment;
import io.xuemeng.lrs.statement.Result;
import io.xuemeng.lrs.statement.StatementObject;
import io.xuemeng.lrs.statement.SubStatement;
import io.xuemeng.lrs.statement.Timestamp;
import io.xuemeng.lrs.statement.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a statement or sub-statement while it is read. */
final class StatementDraft {

    boolean hasActor;
    boolean hasVerb;
    boolean hasObject;
    boolean isVoiding;

    @Nullable
    Actor actor;

    @Nullable
    Verb verb;

    @Nullable
    StatementObject object;
    /** What the object is; null until it was read, and when it is nothing that an object can be. */
    @Nullable
    ObjectKind objectKind;

    int objectOffset;

    @Nullable
    Result result;

    ContextPart.@Nullable Draft context;

    @Nullable
    String timestamp;

    @Nullable
    List<Attachment> attachments;

    /** The sub-statement that this is; null when something of it is wrong. */
    @Nullable
    SubStatement subStatement() {
        if (actor == null || verb == null || object == null) {
            return null;
        }
        return SubStatement.of(actor, verb, object)
                .withResult(result)
                .withContext(context == null ? null : context.context())
                .withTimestamp(timestamp == null ? null : Timestamp.of(timestamp))
                .withAttachments(attachments);
    }
}
