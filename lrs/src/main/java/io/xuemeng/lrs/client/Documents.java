package io.xuemeng.lrs.client;

import io.xuemeng.core.json.RawJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The documents under one activity, agent or both: states, agent profiles or activity profiles (xAPI 1.0.3 Communication 2.3, 2.6, 2.7;
 * IEEE 9274.1.1-2023, 4.1.6.2, 4.1.6.5, 4.1.6.6). No change of somebody else is lost: what was read is replaced only while it is
 * what was read (Communication 3.1; 4.1.4). Thread-safe.
 *
 * <pre>{@code
 * Documents states = lrs.states("https://example.cn/lesson/312", learner);
 * states.update("bookmark", "application/json", bookmark -> next(bookmark));
 * }</pre>
 */
public final class Documents {

    /** How often an update begins anew when somebody else was faster. */
    private static final int UPDATES = 50;

    private final LrsClient client;
    private final String path;
    private final String idParameter;
    private final Map<String, String> scope;

    Documents(LrsClient client, String path, String idParameter, Map<String, String> scope) {
        this.client = client;
        this.path = path;
        this.idParameter = idParameter;
        this.scope = scope;
    }

    /** A document; empty when there is none with this id. */
    public Optional<LrsDocument> get(String id) {
        return client.transport().send(call("GET", id), client.version(), received -> {
            if (received.status() == 404) {
                return Optional.empty();
            }
            if (received.status() != 200) {
                throw received.refused();
            }
            return Optional.of(
                    new LrsDocument(id, received.bytes(), received.header("Content-Type"), received.header("ETag")));
        });
    }

    /** The ids of all. */
    public List<String> ids() {
        return ids(scope);
    }

    /** The ids of those that were changed after a time. */
    public List<String> ids(Instant since) {
        Map<String, String> parameters = new LinkedHashMap<>(scope);
        parameters.put("since", since.toString());
        return ids(parameters);
    }

    private List<String> ids(Map<String, String> parameters) {
        Call call = Call.of("GET", path, parameters).header("Accept", "application/json");
        return client.transport().send(call, client.version(), received -> {
            if (received.status() != 200) {
                throw received.refused();
            }
            return List.copyOf(LrsAbout.texts(received, received.bytes()));
        });
    }

    /**
     * Stores a document where there is none.
     *
     * @throws LrsRefusedException with {@link LrsRefusedException#isConflict()} when there is one
     */
    public void create(String id, byte[] content, String contentType) {
        put(call("PUT", id).header("If-None-Match", "*"), id, content, contentType);
    }

    /**
     * Replaces a document that was read.
     *
     * @throws LrsRefusedException with {@link LrsRefusedException#isConflict()} when it is no longer what was read
     */
    public void replace(LrsDocument read, byte[] content, String contentType) {
        put(call("PUT", read.id()).header("If-Match", tag(read)), read.id(), content, contentType);
    }

    private void put(Call call, String id, byte[] content, String contentType) {
        change(
                call.body(BodyPublishers.ofByteArray(content.clone()), contentType),
                () -> get(id).filter(stored -> Arrays.equals(stored.content(), content))
                        .isPresent());
    }

    /**
     * Changes a document, or makes it: reads it, asks what it shall be, and stores that; from the beginning when somebody else
     * changed it meanwhile.
     *
     * @param change told the document, empty when there is none; what it shall be; may be asked several times
     * @throws LrsRefusedException with {@link LrsRefusedException#isConflict()} when others were faster fifty times
     */
    public void update(String id, String contentType, Function<Optional<LrsDocument>, byte[]> change) {
        for (int attempt = 1; ; attempt++) {
            Optional<LrsDocument> read = get(id);
            byte[] content = change.apply(read);
            try {
                if (read.isPresent()) {
                    replace(read.get(), content, contentType);
                } else {
                    create(id, content, contentType);
                }
                return;
            } catch (LrsRefusedException e) {
                if (!e.isConflict() || attempt == UPDATES) {
                    throw e;
                }
            }
        }
    }

    /**
     * Sets members of a JSON document and keeps its others, or makes it. Repeated when the connection breaks, so a member that
     * somebody else sets at that moment can be set back.
     *
     * @param members a JSON object
     */
    public void merge(String id, RawJson members) {
        change(call("POST", id).body(json(members), "application/json"), () -> false);
    }

    /**
     * The same for a document that was read, if it is still that. It is not repeated once it may have been done.
     *
     * @throws LrsRefusedException with {@link LrsRefusedException#isConflict()} when it is no longer what was read
     */
    public void merge(LrsDocument read, RawJson members) {
        change(
                call("POST", read.id())
                        .header("If-Match", tag(read))
                        .body(json(members), "application/json")
                        .once(),
                () -> false);
    }

    private static java.net.http.HttpRequest.BodyPublisher json(RawJson members) {
        return BodyPublishers.ofByteArray(members.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes a document, whatever it is now; nothing happens when there is none. */
    public void delete(String id) {
        change(call("DELETE", id), () -> false);
    }

    /**
     * Deletes a document that was read.
     *
     * @throws LrsRefusedException with {@link LrsRefusedException#isConflict()} when it is no longer what was read
     */
    public void delete(LrsDocument read) {
        change(
                call("DELETE", read.id()).header("If-Match", tag(read)),
                () -> get(read.id()).isEmpty());
    }

    /**
     * Deletes all states at once.
     *
     * @throws UnsupportedOperationException when these are profiles, which xAPI deletes one by one only
     */
    public void deleteAll() {
        if (!idParameter.equals("stateId")) {
            throw new UnsupportedOperationException("profiles are deleted one by one; see ids() and delete(id)");
        }
        change(Call.of("DELETE", path, scope), () -> false);
    }

    /** How to find out whether a change that fails its condition when repeated was done the first time. */
    private interface Done {
        boolean isDone();
    }

    private void change(Call call, Done done) {
        Optional<LrsRefusedException> refused = client.transport().send(call, client.version(), received -> {
            if (received.isSuccess()) {
                return Optional.empty();
            }
            if (received.status() == 412 && received.attempt() > 1) {
                return Optional.of(received.refused());
            }
            throw received.refused();
        });
        if (refused.isPresent() && !done.isDone()) {
            throw refused.get();
        }
    }

    private static String tag(LrsDocument read) {
        if (read.etag().isEmpty()) {
            throw new IllegalArgumentException(
                    "the store gave this document no entity tag, so it cannot be replaced safely");
        }
        return read.etag();
    }

    private Call call(String method, String id) {
        Map<String, String> parameters = new LinkedHashMap<>(scope);
        parameters.put(idParameter, id);
        return Call.of(method, path, parameters);
    }

    /** The path only: the parameters can name a person. */
    @Override
    public String toString() {
        return "Documents[" + path + "]";
    }
}
