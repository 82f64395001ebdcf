package io.xuemeng.conformance.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the kit publishes what its issuers say of themselves. There is one for each address, and it stays until the process ends: each
 * run has paths of its own. Thread-safe.
 */
public final class Host {

    private static final Pattern NUMBER = Pattern.compile("\\[.*]|\\d+(\\.\\d+){3}");
    private static final Map<String, Host> OPEN = new ConcurrentHashMap<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "conformance-issuer");
        thread.setDaemon(true);
        return thread;
    });

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

    private final URI address;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    private Host(URI address) {
        this.address = address;
    }

    /**
     * The one at a port of this machine.
     *
     * @param name the address of this machine at which it listens
     * @param port 0 for any that is free
     * @param address under which others reach it; null for the port itself
     * @throws NoAnswerException when it cannot listen there
     */
    public static Host at(String name, int port, @Nullable URI address) {
        return OPEN.computeIfAbsent(name + ' ' + port + ' ' + address, key -> open(name, port, address));
    }

    /** Another one, whose origin nobody was told to trust, at another port of this machine; as {@link #at}. */
    public static Host stranger(String name, int port, @Nullable URI address) {
        return OPEN.computeIfAbsent("stranger " + name + ' ' + port + ' ' + address, key -> open(name, port, address));
    }

    private static Host open(String name, int port, @Nullable URI address) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(name, port), 0);
            Host host = new Host(address == null ? own(name, server.getAddress().getPort()) : address);
            server.setExecutor(THREADS);
            server.createContext("/", host::answer);
            // Its dispatcher is of the kind of the thread that starts it, and must not keep the process alive.
            Thread starter = new Thread(server::start, "conformance-issuer-start");
            starter.setDaemon(true);
            starter.start();
            starter.join();
            return host;
        } catch (IOException e) {
            throw NoAnswerException.of("relyingParty.listen", name + ':' + port, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswerException.of("command.interrupted");
        }
    }

    /** How this machine itself reaches a port: one at which every address listens is reached by its own. */
    private static URI own(String name, int port) {
        String host = switch (name) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> name.indexOf(':') >= 0 && !name.startsWith("[") ? '[' + name + ']' : name;
        };
        return URI.create("http://" + host + ':' + port);
    }

    /** The address of a path. */
    public String address(String path) {
        return address + path;
    }

    /** Whether its address has a name, as {@code localhost} is, and no number. */
    public boolean isNamed() {
        return !NUMBER.matcher(address.getHost()).matches();
    }

    /** Publishes something; a path may end in {@code ?sub=} and the subject that is asked for. */
    public void publish(String path, Page page) {
        pages.put(path, page);
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

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = path(exchange.getRequestURI());
            calls.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
            // The body follows the header in a packet of its own, which would wait for the client to acknowledge the
            // first.
            exchange.getResponseHeaders().set("Connection", "close");
            Page page = pages.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (page.status() == 0) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", page.type());
            page.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String path(URI asked) {
        String query = asked.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                if (pair.startsWith("sub=")) {
                    return asked.getPath() + "?sub=" + URLDecoder.decode(pair.substring(4), StandardCharsets.UTF_8);
                }
            }
        }
        return asked.getPath();
    }
}
