package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.AttachmentData;
import io.xuemeng.lrs.store.StatementEntry;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A batch that waits to be written, and later its outcome. */
final class PendingBatch {

    private final List<StatementEntry> entries;
    private final Collection<? extends AttachmentData> attachments;
    private final BiPredicate<byte[], byte[]> same;
    private volatile @Nullable AppendResult result;
    private volatile @Nullable Throwable failure;

    PendingBatch(
            List<StatementEntry> entries,
            Collection<? extends AttachmentData> attachments,
            BiPredicate<byte[], byte[]> same) {
        this.entries = entries;
        this.attachments = attachments;
        this.same = same;
    }

    List<StatementEntry> entries() {
        return entries;
    }

    Collection<? extends AttachmentData> attachments() {
        return attachments;
    }

    BiPredicate<byte[], byte[]> same() {
        return same;
    }

    long bytes() {
        long bytes = 0;
        for (StatementEntry entry : entries) {
            bytes += entry.json().length;
        }
        for (AttachmentData attachment : attachments) {
            bytes += attachment.length();
        }
        return bytes;
    }

    boolean isDone() {
        return result != null || failure != null;
    }

    void done(AppendResult outcome) {
        result = outcome;
    }

    void failUnlessDone(Throwable cause) {
        if (!isDone()) {
            failure = cause;
        }
    }

    /** The outcome; throws what made it fail. */
    AppendResult result() {
        AppendResult outcome = result;
        if (outcome != null) {
            return outcome;
        }
        Throwable cause = failure;
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        throw new IllegalStateException("the writer of this batch's group failed", cause);
    }
}
