package io.xuemeng.conformance.validator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** An address of this machine that nobody has reason to call. What calls it waits in the queue of connections and is seen there. */
final class Listener implements Closeable {

    private final ServerSocketChannel server;
    private boolean called;

    private Listener(ServerSocketChannel server) {
        this.server = server;
    }

    static Listener open() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
        return new Listener(server);
    }

    /** The address, without a slash at its end. */
    String address() {
        return "http://127.0.0.1:" + server.socket().getLocalPort();
    }

    /** Whether anybody called; whoever did is hung up on. */
    boolean wasCalled() throws IOException {
        try (SocketChannel caller = server.accept()) {
            called |= caller != null;
        }
        return called;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
