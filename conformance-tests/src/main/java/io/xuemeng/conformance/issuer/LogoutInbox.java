package io.xuemeng.conformance.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xuemeng.conformance.role.NoAnswerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Where the kit is told that somebody signed out (OpenID Connect Back-Channel Logout 1.0, 2.5). There is one for each address, and it stays
 * until the process ends. It takes whatever comes; the tests judge it. Thread-safe.
 */
public final class LogoutInbox {

    private static final String PATH = "/logout";
    private static final int LONGEST = 65_536;
    private static final Map<String, Listener> OPEN = new ConcurrentHashMap<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "conformance-logout");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What came.
     *
     * @param method the HTTP method
     * @param type the media type as it was stated
     * @param body the text
     */
    record Notice(String method, String type, String body) {

        /** The logout token of the form; empty when there is none. */
        String token() {
            return Web.query(body).getOrDefault("logout_token", "");
        }
    }

    /** A port at which inboxes are, each at a path of its own. */
    private record Listener(URI address, Map<String, LogoutInbox> inboxes) {}

    private final String address;
    private final List<Notice> notices = new ArrayList<>();

    private LogoutInbox(String address) {
        this.address = address;
    }

    /**
     * The one at a port of this machine.
     *
     * @param host the address of this machine at which it listens
     * @param port 0 for any that is free
     * @param address under which an issuer reaches it, without a path; null for the port itself
     * @throws NoAnswerException when it cannot listen there
     */
    public static LogoutInbox at(String host, int port, @Nullable URI address) {
        Listener listener = OPEN.computeIfAbsent(host + ' ' + port + ' ' + address, key -> open(host, port, address));
        return inbox(listener, PATH);
    }

    /** One on this machine that nobody else has. */
    static LogoutInbox apart() {
        Listener listener = OPEN.computeIfAbsent("apart", key -> open("127.0.0.1", 0, null));
        return inbox(listener, PATH + '/' + UUID.randomUUID());
    }

    private static LogoutInbox inbox(Listener listener, String path) {
        return listener.inboxes().computeIfAbsent(path, key -> new LogoutInbox(listener.address() + path));
    }

    private static Listener open(String host, int port, @Nullable URI address) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            String name = host.equals("0.0.0.0") ? "127.0.0.1" : host;
            Listener listener = new Listener(
                    address == null
                            ? URI.create(
                                    "http://" + name + ':' + server.getAddress().getPort())
                            : address,
                    new ConcurrentHashMap<>());
            server.setExecutor(THREADS);
            server.createContext("/", exchange -> take(exchange, listener));
            // Its dispatcher is of the kind of the thread that starts it, and must not keep the process alive.
            Thread starter = new Thread(server::start, "conformance-logout-start");
            starter.setDaemon(true);
            starter.start();
            starter.join();
            return listener;
        } catch (IOException e) {
            throw NoAnswerException.of("relyingParty.listen", host + ':' + port, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswerException.of("command.interrupted");
        }
    }

    /** What is registered as {@code backchannel_logout_uri}. */
    public String address() {
        return address;
    }

    private static void take(HttpExchange exchange, Listener listener) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST);
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            LogoutInbox inbox = listener.inboxes().get(exchange.getRequestURI().getPath());
            if (inbox != null) {
                inbox.add(new Notice(
                        exchange.getRequestMethod(), String.valueOf(type), new String(body, StandardCharsets.UTF_8)));
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(inbox == null ? 404 : 200, -1);
        }
    }

    private void add(Notice notice) {
        synchronized (notices) {
            notices.add(notice);
            notices.notifyAll();
        }
    }

    /** How many came until now. */
    int count() {
        synchronized (notices) {
            return notices.size();
        }
    }

    /** The first that comes after so many; empty when none comes in that time. */
    Optional<Notice> after(int count, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (notices) {
            while (notices.size() <= count) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return Optional.empty();
                }
                try {
                    notices.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw NoAnswerException.of("command.interrupted");
                }
            }
            return Optional.of(notices.get(count));
        }
    }
}
