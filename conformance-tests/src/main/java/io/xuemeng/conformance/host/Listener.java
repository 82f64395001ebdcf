package io.xuemeng.conformance.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The server at one address, for all runs that publish there at once. It is open as long as one of them is, and answers at most {@link
 * #MAX_THREADS} requests at once; others wait. Thread-safe.
 */
final class Listener {

    /** How many requests are answered at once; an answer is ready, so that more would only cost memory. */
    static final int MAX_THREADS = 16;

    /** Of what is sent to the kit no more is read. */
    static final int LONGEST = 65_536;

    private static final int IDLE_SECONDS = 10;
    private static final Map<Place, Listener> OPEN = new HashMap<>();

    /** By what a listener is found again. */
    private record Place(
            String kind, String name, int port, @Nullable URI address) {}

    private final Place place;
    private final HttpServer server;
    private final URI address;
    private final ThreadPoolExecutor threads;
    private final List<Host> hosts = new CopyOnWriteArrayList<>();
    private int users;

    private Listener(Place place, HttpServer server, URI address, ThreadPoolExecutor threads) {
        this.place = place;
        this.server = server;
        this.address = address;
        this.threads = threads;
    }

    /**
     * The one at an address, opened when nobody uses it yet; for one more user, who {@linkplain #leave leaves} it.
     *
     * @param kind keeps apart what is to listen at different ports although any would do
     * @throws NoAnswerException when it cannot listen there
     */
    static Listener join(String kind, String name, int port, @Nullable URI address) {
        Place place = new Place(kind, name, port, address);
        synchronized (OPEN) {
            Listener known = OPEN.get(place);
            Listener listener = known == null ? open(place) : known;
            OPEN.put(place, listener);
            listener.users++;
            return listener;
        }
    }

    private static Listener open(Place place) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(place.name(), place.port()), 0);
            URI reached = place.address();
            int port = server.getAddress().getPort();
            ThreadPoolExecutor threads = threads("conformance-issuer-" + port);
            Listener listener =
                    new Listener(place, server, reached == null ? own(place.name(), port) : reached, threads);
            server.setExecutor(threads);
            server.createContext("/", listener::answer);
            listener.start();
            return listener;
        } catch (IOException e) {
            throw NoAnswerException.of("host.listen", place.name() + ':' + place.port(), e.getMessage());
        }
    }

    private void start() {
        // Its dispatcher is of the kind of the thread that starts it, and must not keep the process alive.
        Thread starter = new Thread(server::start, "conformance-issuer-start");
        starter.setDaemon(true);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw NoAnswerException.of("command.interrupted");
        }
    }

    private void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static ThreadPoolExecutor threads(String name) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MAX_THREADS, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
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

    /** Under which it is reached. */
    URI address() {
        return address;
    }

    /** Has it answer with what a user publishes: of two who publish at one path, it is the one who came last. */
    void add(Host host) {
        hosts.add(0, host);
    }

    /** Ends the use by one who joined; the last closes the port. */
    void leave(Host host) {
        synchronized (OPEN) {
            if (!hosts.remove(host) || --users > 0) {
                return;
            }
            OPEN.remove(place);
            // Still under the lock: whoever joins next may want the same port.
            stop();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = path(exchange.getRequestURI());
            Host.Page page = null;
            Consumer<Host.Received> receiver = null;
            for (Host host : hosts) {
                host.count(path);
                page = page == null ? host.page(path) : page;
                receiver = receiver == null ? host.receiver(path) : receiver;
            }
            // The body follows the header in a packet of its own, which would wait for the client to acknowledge the
            // first.
            exchange.getResponseHeaders().set("Connection", "close");
            if (page == null && receiver != null) {
                receiver.accept(received(exchange));
                exchange.getResponseHeaders().set("Cache-Control", "no-store");
                exchange.sendResponseHeaders(200, -1);
                return;
            }
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

    private static Host.Received received(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return new Host.Received(
                exchange.getRequestMethod(), type == null ? "" : type, new String(body, StandardCharsets.UTF_8));
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
