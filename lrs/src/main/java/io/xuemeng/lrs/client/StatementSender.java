package io.xuemeng.lrs.client;

import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementComparison;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.form.Uuids;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Sends statements in batches. Ids and times are set before the first sending, so a repetition is the same to the last byte. */
final class StatementSender {

    private static final String JSON = "application/json";

    private final LrsClient client;
    private final int batchBytes;
    private final int batchStatements;
    private final Clock clock;

    StatementSender(LrsClient client, int batchBytes, int batchStatements, Clock clock) {
        this.client = client;
        this.batchBytes = batchBytes;
        this.batchStatements = batchStatements;
        this.clock = clock;
    }

    /** A statement as it will be sent, however often. */
    private record Prepared(UUID id, Statement statement, Json json) {

        static Prepared of(Statement statement, Clock clock) {
            Statement.Builder builder = statement.toBuilder();
            UUID id = statement.uuid().orElse(null);
            if (id == null) {
                if (statement.id() != null) {
                    throw new IllegalArgumentException(
                            "a statement's id is no UUID; leave it out, and it is given one");
                }
                id = UUID.randomUUID();
                builder.id(id);
            }
            if (statement.timestamp() == null) {
                builder.timestamp(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
            Statement ready = builder.build();
            return new Prepared(id, ready, new Json(StatementWriter.write(ready)));
        }
    }

    /** Bytes that are never compared. */
    private static final class Json {

        private final byte[] bytes;

        Json(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** Sends all, one batch after the other, and asks for the next statement only when there is room for it. */
    void send(Iterator<Statement> statements, Consumer<List<UUID>> acknowledged) {
        List<Prepared> batch = new ArrayList<>();
        long bytes = 0;
        while (statements.hasNext()) {
            Prepared next = Prepared.of(statements.next(), clock);
            int length = next.json().bytes.length + 1;
            if (!batch.isEmpty() && (bytes + length > batchBytes || batch.size() >= batchStatements)) {
                sendBatch(batch, acknowledged);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(next);
            bytes += length;
        }
        if (!batch.isEmpty()) {
            sendBatch(batch, acknowledged);
        }
    }

    private void sendBatch(List<Prepared> batch, Consumer<List<UUID>> acknowledged) {
        try {
            post(batch, post().body(BodyPublishers.ofByteArray(array(batch)), JSON));
        } catch (LrsRefusedException e) {
            if (e.status() != 413 || batch.size() == 1) {
                throw e;
            }
            int half = batch.size() / 2;
            sendBatch(batch.subList(0, half), acknowledged);
            sendBatch(batch.subList(half, batch.size()), acknowledged);
            return;
        }
        acknowledged.accept(ids(batch));
    }

    /** Sends one statement with the files that come along. */
    UUID send(Statement statement, List<AttachedFile> files) {
        Prepared prepared = Prepared.of(statement, clock);
        MultipartBody body = new MultipartBody(prepared.json().bytes, files);
        try {
            post(List.of(prepared), post().body(body.publisher(), body.contentType()));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("a file to be attached cannot be read", e);
        }
        return prepared.id();
    }

    private static Call post() {
        return Call.of("POST", "statements", Map.of()).header("Accept", JSON);
    }

    private void post(List<Prepared> batch, Call call) {
        boolean contradicted = client.transport().send(call, client.version(), received -> {
            if (received.status() == 409 && received.attempt() > 1) {
                return true;
            }
            checkAcknowledged(batch, received);
            return false;
        });
        // Some stores take the repetition of what they stored before the connection broke for a contradiction.
        if (contradicted && !isStored(batch)) {
            throw new LrsRefusedException(call.toString(), 409, "");
        }
    }

    private static void checkAcknowledged(List<Prepared> batch, Received received) throws IOException {
        if (!received.isSuccess()) {
            throw received.refused();
        }
        List<UUID> answered = new ArrayList<>();
        for (String id : LrsAbout.texts(received, received.bytes())) {
            UUID uuid = Uuids.parse(id);
            if (uuid != null) {
                answered.add(uuid);
            }
        }
        if (!new HashSet<>(answered).containsAll(ids(batch))) {
            throw received.wrong("the ids in the response are not those that were sent");
        }
    }

    private boolean isStored(List<Prepared> batch) {
        for (Prepared sent : batch) {
            Statement stored = client.statement(sent.id())
                    .or(() -> client.voidedStatement(sent.id()))
                    .orElse(null);
            if (stored == null || !StatementComparison.matches(sent.statement(), stored)) {
                return false;
            }
        }
        return true;
    }

    private static List<UUID> ids(List<Prepared> batch) {
        return batch.stream().map(Prepared::id).toList();
    }

    private static byte[] array(List<Prepared> batch) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('[');
        for (int i = 0; i < batch.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(batch.get(i).json().bytes);
        }
        out.write(']');
        return out.toByteArray();
    }
}
