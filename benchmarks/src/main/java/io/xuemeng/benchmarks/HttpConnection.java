package io.xuemeng.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * One kept-alive HTTP connection to a learning record store. It does as little as can be done, because it takes its time from the
 * same processors as the store it measures.
 */
final class HttpConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String path;
    private final String headers;

    HttpConnection(URI address, String credentials) throws IOException {
        this.socket = new Socket(address.getHost(), address.getPort());
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
        this.path = address.getPath();
        this.headers = " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nX-Experience-API-Version: 1.0.3\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))
                + "\r\nContent-Type: application/json\r\n";
    }

    /** Posts statements, and fails unless they are acknowledged. */
    void post(byte[] body) throws IOException {
        send(("POST " + path + "/statements" + headers + "Content-Length: " + body.length + "\r\n\r\n"), body);
    }

    /** Gets a target below the store's address, and fails unless it is there. */
    byte[] get(String target) throws IOException {
        return send("GET " + path + target + headers + "\r\n", new byte[0]);
    }

    private byte[] send(String head, byte[] body) throws IOException {
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        socket.getOutputStream().write(request);
        String status = line();
        int length = -1;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            }
        }
        byte[] content = chunked ? chunks() : exactly(Math.max(0, length));
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException(status + ": " + new String(content, StandardCharsets.UTF_8));
        }
        return content;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            content.write(exactly(size));
            line();
        }
        line();
        return content.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the store closed the connection within a response");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the store closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
