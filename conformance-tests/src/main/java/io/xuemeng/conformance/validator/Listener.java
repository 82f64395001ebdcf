package io.xuemeng.conformance.validator;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An address of this machine that nobody has reason to call. Whoever does is noticed, told that nothing is there, and hung up on. */
final class Listener implements Closeable {

    private static final byte[] NOTHING = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private volatile boolean called;

    private Listener(ServerSocket server) {
        this.server = server;
    }

    static Listener open() throws IOException {
        Listener listener = new Listener(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(listener::listen, "conformance-listener");
        thread.setDaemon(true);
        thread.start();
        return listener;
    }

    private void listen() {
        while (!server.isClosed()) {
            answer();
        }
    }

    private void answer() {
        try (Socket caller = server.accept();
                OutputStream out = caller.getOutputStream()) {
            called = true;
            out.write(NOTHING);
        } catch (IOException e) {
            // The caller hung up first, or the address was closed: that it called is all that counts, and is known.
        }
    }

    /** The address, without a slash at its end. */
    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Whether anybody called. */
    boolean wasCalled() {
        return called;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
