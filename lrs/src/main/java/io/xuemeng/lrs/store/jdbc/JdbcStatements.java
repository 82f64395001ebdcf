package io.xuemeng.lrs.store.jdbc;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.AttachmentData;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementPage;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import io.xuemeng.lrs.store.StoredStatement;
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

/** The statements of a JDBC store, by the parts that write and read them. */
final class JdbcStatements implements StatementStore {

    private final StatementWriter writer;
    private final StatementReader reader;
    private final Horizon horizon;
    private final Attachments attachments;
    private final ActivityDefinitions definitions;

    JdbcStatements(
            StatementWriter writer,
            StatementReader reader,
            Horizon horizon,
            Attachments attachments,
            ActivityDefinitions definitions) {
        this.writer = writer;
        this.reader = reader;
        this.horizon = horizon;
        this.attachments = attachments;
        this.definitions = definitions;
    }

    @Override
    public AppendResult append(
            List<StatementEntry> batch, Collection<? extends AttachmentData> data, BiPredicate<byte[], byte[]> same) {
        if (batch.isEmpty()) {
            return new AppendResult.Stored(0);
        }
        return writer.append(new PendingBatch(List.copyOf(batch), List.copyOf(data), same));
    }

    @Override
    public Optional<StoredStatement> find(UUID id, boolean voided, @Nullable UUID mine) {
        writer.settle();
        return reader.find(id, voided, mine);
    }

    @Override
    public StatementPage query(StatementQuery query) {
        writer.settle();
        return reader.query(query);
    }

    @Override
    public Instant consistentThrough() {
        return horizon.consistentThrough();
    }

    @Override
    public Optional<RawJson> definition(UUID activity) {
        return definitions.find(activity);
    }

    @Override
    public OptionalLong attachmentLength(String sha2) {
        return attachments.length(sha2);
    }

    @Override
    public void copyAttachment(String sha2, OutputStream out) throws IOException {
        attachments.copy(sha2, out);
    }
}
