package io.xuemeng.conformance.host;

import io.xuemeng.conformance.role.NoAnswerException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a run publishes what the kit's issuers say of themselves. Runs at the same address share its port; what
 * one publishes, and what is known of who asked for it, is gone when it is closed, and the port with the last of them. Thread-safe.
 */
public final class Host implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("\\[.*]|\\d+(\\.\\d+){3}");

    /**
     * What is published at a path. Immutable.
     *
     * @param status the HTTP status; 0 when the connection is closed without an answer
     * @param type the media type
     * @param body the text
     * @param headers further header fields
     */
    public record Page(int status, String type, String body, Map<String, String> headers) {

        /** With status 200. */
        public static Page of(String type, String body) {
            return new Page(200, type, body, Map.of());
        }

        /** JSON. */
        public static Page json(String body) {
            return of("application/json", body);
        }

        /** A signed statement of a federation. */
        public static Page statement(String body) {
            return of("application/entity-statement+jwt", body);
        }

        /** The same with another status. */
        public Page withStatus(int other) {
            return new Page(other, type, body, headers);
        }

        /** The same with one header field. */
        public Page withHeader(String name, String value) {
            return new Page(status, type, body, Map.of(name, value));
        }
    }

    /**
     * What came to a path. Immutable.
     *
     * @param method the HTTP method
     * @param type the media type as it was stated; empty when none was
     * @param body the text, of which the first {@value Listener#LONGEST} bytes are read
     */
    public record Received(String method, String type, String body) {}

    private final Listener listener;
    private final Map<String, Consumer<Received>> receivers = new ConcurrentHashMap<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    private Host(Listener listener) {
        this.listener = listener;
    }

    /**
     * One at a port of this machine.
     *
     * @param name the address of this machine at which it listens
     * @param port 0 for any that is free
     * @param address under which others reach it; null for the port itself
     * @return to be closed by whoever asked for it, such as {@link io.xuemeng.conformance.role.Workspace#closing}
     * @throws NoAnswerException when it cannot listen there
     */
    public static Host at(String name, int port, @Nullable URI address) {
        return open("", name, port, address);
    }

    /** Another one, whose origin nobody was told to trust, at another port of this machine; as {@link #at}. */
    public static Host stranger(String name, int port, @Nullable URI address) {
        return open("stranger", name, port, address);
    }

    private static Host open(String kind, String name, int port, @Nullable URI address) {
        Listener listener = Listener.join(kind, name, port, address);
        Host host = new Host(listener);
        listener.add(host);
        return host;
    }

    /** The address of a path. */
    public String address(String path) {
        return listener.address() + path;
    }

    /** Whether its address has a name, as {@code localhost} is, and no number. */
    public boolean isNamed() {
        return !NUMBER.matcher(listener.address().getHost()).matches();
    }

    /** Publishes something; a path may end in {@code ?sub=} and the subject that is asked for. */
    public void publish(String path, Page page) {
        pages.put(path, page);
    }

    /** Takes what comes to a path, in whatever thread, and answers with 200 and nothing. */
    public void receive(String path, Consumer<Received> receiver) {
        receivers.put(path, receiver);
    }

    /** Takes back what was published. */
    public void remove(String path) {
        pages.remove(path);
    }

    /**
     * How often a path was asked for, and all that belongs to it: what goes on with {@code /}, {@code -} or {@code ?}. One that goes on
     * otherwise, as {@code /i40} does after {@code /i4}, is another's.
     */
    public int calls(String path) {
        return calls.entrySet().stream()
                .filter(entry -> belongs(entry.getKey(), path))
                .mapToInt(entry -> entry.getValue().get())
                .sum();
    }

    private static boolean belongs(String asked, String path) {
        return asked.startsWith(path)
                && (asked.length() == path.length() || "/-?".indexOf(asked.charAt(path.length())) >= 0);
    }

    /** Counts a request for a path. */
    void count(String path) {
        calls.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
    }

    /** Who takes what comes to a path; null when nobody does. */
    @Nullable
    Consumer<Received> receiver(String path) {
        return receivers.get(path);
    }

    /** What is published at a path; null when nothing is. */
    @Nullable
    Page page(String path) {
        return pages.get(path);
    }

    /** Takes everything back. Closing again does nothing. */
    @Override
    public void close() {
        listener.leave(this);
    }
}
