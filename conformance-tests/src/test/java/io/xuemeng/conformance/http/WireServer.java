package io.xuemeng.conformance.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A platform over bare sockets, which sends the bytes of an answer as they are: the Java platform's own server never sends a body after
 * HEAD, whatever a platform gives it. One request a connection.
 */
public final class WireServer implements AutoCloseable {

    private static final String BASE_PATH = "/xapi";

    private final ServerSocket socket;
    private final HttpPlatform platform;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private WireServer(ServerSocket socket, HttpPlatform platform) {
        this.socket = socket;
        this.platform = platform;
    }

    /** One that listens on this machine. */
    public static WireServer over(HttpPlatform platform) throws IOException {
        WireServer server = new WireServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), platform);
        server.threads.execute(server::listen);
        return server;
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + socket.getLocalPort() + BASE_PATH;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                threads.execute(() -> answer(caller));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            HttpAnswer answer = platform.ask(question(new BufferedInputStream(caller.getInputStream())));
            StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " -\r\nConnection: close\r\n");
            answer.headers().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("Content-Length")) {
                    values.forEach(value -> head.append(name + ": " + value + "\r\n"));
                }
            });
            head.append("Content-Length: " + answer.body().length + "\r\n\r\n");
            OutputStream out = caller.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(answer.body());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpQuestion question(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        int mark = first[1].indexOf('?');
        String path = mark < 0 ? first[1] : first[1].substring(0, mark);
        HttpQuestion question = HttpQuestion.of(first[0], path.substring(BASE_PATH.length()))
                .query(mark < 0 ? null : first[1].substring(mark + 1));
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] field = line.split(":", 2);
            if (field[0].toLowerCase(Locale.ROOT).equals("content-length")) {
                length = Integer.parseInt(field[1].strip());
            } else if (!field[0].equalsIgnoreCase("Authorization")) { // whoever comes is taken for the one client
                question = question.header(field[0], field[1].strip());
            }
        }
        return question.body(in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
