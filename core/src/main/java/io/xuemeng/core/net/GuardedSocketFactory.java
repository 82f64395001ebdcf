package io.xuemeng.core.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens TLS connections for one fetch, to addresses that a policy allows. The address is judged when it is connected to: a name
 * that resolves to something else a moment later gains nothing by it.
 */
final class GuardedSocketFactory extends SSLSocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedSocketFactory.class);

    private final SSLSocketFactory tls;
    private final @Nullable FetchPolicy policy;
    private final Queue<GuardedSocket> opened = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** A factory for one fetch; every address is allowed when there is no policy. */
    GuardedSocketFactory(SSLSocketFactory tls, @Nullable FetchPolicy policy) {
        this.tls = tls;
        this.policy = policy;
    }

    /** Ends the fetch: whoever reads from one of its connections gets an exception. */
    void endFetch() {
        over = true;
        for (GuardedSocket socket : opened) {
            try {
                socket.close();
            } catch (IOException e) {
                // A connection that cannot be closed is gone already, which is all that is wanted.
                LOG.debug("a connection could not be closed", e);
            }
        }
    }

    boolean isOver() {
        return over;
    }

    /** Not connected yet; the Java platform connects it, and then asks for TLS over it. */
    @Override
    public Socket createSocket() {
        GuardedSocket socket = new GuardedSocket(policy);
        opened.add(socket);
        if (over) {
            endFetch();
        }
        return socket;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        if (!(connected instanceof GuardedSocket)) {
            throw new IOException("a connection that was not judged is not used");
        }
        return tls.createSocket(connected, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(SocketAddress address, String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return tls.createSocket(socket, host, port, true);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    private static final class GuardedSocket extends Socket {

        private final @Nullable FetchPolicy policy;

        GuardedSocket(@Nullable FetchPolicy policy) {
            this.policy = policy;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (policy != null && endpoint instanceof InetSocketAddress internet && internet.getAddress() != null) {
                policy.check(internet.getAddress());
            }
            super.connect(endpoint, timeout);
        }
    }
}
