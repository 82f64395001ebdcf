package io.xuemeng.conformance.relyingparty;

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

/**
 * Where the kit publishes what its issuers say of themselves. There is one for each address, and it stays until the process ends: each
 * run has paths of its own. Thread-safe.
 */
final class Host {

    private static final Map<String, Host> OPEN = new ConcurrentHashMap<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "conformance-issuer");
        thread.setDaemon(true);
        return thread;
    });

    /** What is published at a path. */
    record Page(int status, String type, String body, Map<String, String> headers) {

        static Page of(String type, String body) {
            return new Page(200, type, body, Map.of());
        }

        static Page json(String body) {
            return of("application/json", body);
        }

        static Page statement(String body) {
            return of("application/entity-statement+jwt", body);
        }

        Page withStatus(int other) {
            return new Page(other, type, body, headers);
        }

        Page withHeader(String name, String value) {
            return new Page(status, type, body, Map.of(name, value));
        }
    }

    private final URI address;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    private Host(URI address) {
        this.address = address;
    }

    /** The one that a relying party can reach by its terms. */
    static Host of(Terms terms) {
        return OPEN.computeIfAbsent(terms.host() + ' ' + terms.listen() + ' ' + terms.address(), key -> open(terms));
    }

    /** Another one on this machine, whose origin nobody was told of. */
    static Host stranger() {
        return OPEN.computeIfAbsent("stranger", key -> open(Terms.usual()));
    }

    private static Host open(Terms terms) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(terms.host(), terms.listen()), 0);
            URI own = terms.address();
            Host host = new Host(
                    own == null
                            ? URI.create("http://" + terms.host() + ':'
                                    + server.getAddress().getPort())
                            : own);
            server.setExecutor(THREADS);
            server.createContext("/", host::answer);
            // Its dispatcher is of the kind of the thread that starts it, and must not keep the process alive.
            Thread starter = new Thread(server::start, "conformance-issuer-start");
            starter.setDaemon(true);
            starter.start();
            starter.join();
            return host;
        } catch (IOException e) {
            throw NoAnswerException.of("relyingParty.listen", terms.host() + ':' + terms.listen(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswerException.of("command.interrupted");
        }
    }

    /** The address of a path. */
    String address(String path) {
        return address + path;
    }

    /** Publishes something; a path may end in {@code ?sub=} and the subject that is asked for. */
    void publish(String path, Page page) {
        pages.put(path, page);
    }

    /** Takes back what was published. */
    void remove(String path) {
        pages.remove(path);
    }

    /** How often paths that begin like this were asked for. */
    int calls(String prefix) {
        return calls.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToInt(entry -> entry.getValue().get())
                .sum();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = path(exchange.getRequestURI());
            calls.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
            Page page = pages.get(path);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
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
