package io.xuemeng.conformance.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A HEAD over a connection of its own (RFC 9112), so that a body that must not follow is seen when it does: the HTTP client of the
 * Java platform never reads one.
 */
final class HeadExchange {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: .*)?");
    private static final int MAX_HEAD_BYTES = 64 << 10;
    private static final int MAX_BODY_BYTES = 8 << 10;
    /** How long a body may take that must not come, where the platform keeps the connection although it was asked to close it. */
    private static final int AFTERWARDS_MILLIS = 500;

    private final Socket socket;
    private final long deadline;
    private final InputStream in;

    private HeadExchange(Socket socket, long deadline) throws IOException {
        this.socket = socket;
        this.deadline = deadline;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Whether an address is reached without a proxy, which would keep a body to itself. */
    static boolean isDirect(URI address) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null || selector.select(address).equals(List.of(Proxy.NO_PROXY));
    }

    /** Asks. */
    static HttpAnswer ask(URI address, List<HttpQuestion.Field> headers, Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Socket plain = new Socket()) {
            String host = address.getHost().replaceAll("^\\[|]$", "");
            boolean secure = "https".equals(address.getScheme());
            int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
            plain.connect(new InetSocketAddress(host, port), millis(deadline));
            plain.setSoTimeout(millis(deadline));
            try (Socket socket = secure ? secured(plain, host, port) : plain) {
                socket.getOutputStream().write(request(address, headers).getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                return new HeadExchange(socket, deadline).answer();
            }
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        try {
            SSLSocket socket =
                    (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static String request(URI address, List<HttpQuestion.Field> headers) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        StringBuilder head = new StringBuilder("HEAD ").append(path);
        if (address.getRawQuery() != null) {
            head.append('?').append(address.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(address.getRawAuthority()).append("\r\nConnection: close\r\n");
        headers.forEach(field ->
                head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int millis(long deadline) throws SocketTimeoutException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no time is left");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private HttpAnswer answer() throws IOException {
        while (true) {
            int status = status(line());
            Map<String, List<String>> headers = headers();
            if (status >= 200) {
                return new HttpAnswer(status, headers, body());
            }
        }
    }

    private static int status(String line) throws IOException {
        Matcher matcher = STATUS.matcher(line);
        if (!matcher.matches()) {
            throw new IOException("it answered in another language than HTTP/1.1");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("a line of its header has no colon");
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            socket.setSoTimeout(millis(deadline));
            int next = in.read();
            if (next < 0) {
                throw new IOException("its header breaks off");
            }
            if (next == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) next);
            if (line.length() > MAX_HEAD_BYTES) {
                throw new IOException("a line of its header is too long");
            }
        }
    }

    /** The begin of what follows; empty when nothing does. */
    private byte[] body() throws IOException {
        socket.setSoTimeout(Math.min(millis(deadline), AFTERWARDS_MILLIS));
        try {
            byte[] begin = new byte[MAX_BODY_BYTES];
            int count = in.read(begin);
            return count < 0 ? new byte[0] : java.util.Arrays.copyOf(begin, count);
        } catch (SocketTimeoutException | SocketException | SSLException e) {
            return new byte
                    [0]; // it keeps the connection and sends nothing, resets it, or closes it without a word of TLS
        }
    }
}
