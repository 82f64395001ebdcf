package io.xuemeng.lrs.statement.validation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a statement's index while it is read; a new one for each statement. */
final class IndexDraft {

    @Nullable
    UUID id;

    @Nullable
    String verb;

    @Nullable
    ByteRange display;

    @Nullable
    UUID target;

    @Nullable
    UUID registration;

    @Nullable
    String timestamp;

    @Nullable
    String version;

    @Nullable
    ByteRange stored;

    @Nullable
    ByteRange authority;

    @Nullable
    ByteRange timestampPlace;

    @Nullable
    ByteRange subTimestampPlace;

    List<ByteRange> singles = List.of();
    List<AgentMention> agents = List.of();
    List<ActivityMention> activities = List.of();
    List<AttachmentMention> attachments = List.of();

    StatementIndex index(ByteRange range, @Nullable ObjectKind kind) {
        if (verb == null || kind == null) {
            throw new IllegalStateException("a valid statement has a verb and an object");
        }
        return new StatementIndex(
                range,
                id,
                verb,
                display,
                kind,
                target,
                registration,
                timestamp,
                version,
                agents,
                activities,
                attachments,
                new StatementIndex.Places(stored, authority, timestampPlace, subTimestampPlace, singles));
    }
}
