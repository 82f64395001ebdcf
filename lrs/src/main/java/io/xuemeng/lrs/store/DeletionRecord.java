package io.xuemeng.lrs.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The audit's memory of one deletion. It tells that something was deleted, and whose it was only to those who hold the key and
 * know whom to ask for.
 *
 * @param time when it began
 * @param kind what was asked for
 * @param subject the keyed hash of whose data it was, see {@link DeletionStore#auditSubject}; for {@link Kind#BEFORE} the time
 *     limit; one record for each key of an agent
 * @param statements how many statements went
 * @param documents how many documents went
 * @param attachments the data of how many attachments went
 * @param reason why, see {@link DeletionStore#because}; null when nobody said
 */
public record DeletionRecord(
        Instant time,
        Kind kind,
        String subject,
        long statements,
        long documents,
        long attachments,
        @Nullable String reason) {

    /** What a deletion is by. */
    public enum Kind {
        /** By a statement's id. */
        STATEMENT,
        /** By an agent. */
        AGENT,
        /** By a time. */
        BEFORE,
        /** By an attachment's hash. */
        ATTACHMENT
    }
}
