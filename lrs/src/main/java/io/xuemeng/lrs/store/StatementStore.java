package io.xuemeng.lrs.store;

import io.xuemeng.core.json.RawJson;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The statements of a store. Every method throws {@link StoreException} when the environment fails. */
public interface StatementStore {

    /**
     * Stores a batch, all of it or nothing. Each statement gets its time of storing here, later than that of every statement
     * stored before, and it is written into its JSON.
     *
     * @param batch statements with ids that differ from each other
     * @param attachments the data of the attachments that the entries name
     * @param same whether a received statement (second) says the same as the stored one (first), so that it is a repetition
     */
    AppendResult append(
            List<StatementEntry> batch,
            Collection<? extends AttachmentData> attachments,
            BiPredicate<byte[], byte[]> same);

    /**
     * The statement with an id.
     *
     * @param voided true to find it only when it is voided, false to find it only when it is not
     * @param mine the only authority whose statements may be found; null for all
     */
    Optional<StoredStatement> find(UUID id, boolean voided, @Nullable UUID mine);

    /** A page of statements; voided ones are not among them. */
    StatementPage query(StatementQuery query);

    /** Every statement stored at this time or before can be found now. */
    Instant consistentThrough();

    /** The definition of an activity, put together from what statements said about it; empty when none said anything. */
    Optional<RawJson> definition(UUID activity);

    /** How long the data of an attachment is; empty when the store does not have it. */
    OptionalLong attachmentLength(String sha2);

    /**
     * Writes the data of an attachment, a piece at a time.
     *
     * @throws IOException when the stream fails
     */
    void copyAttachment(String sha2, OutputStream out) throws IOException;
}
