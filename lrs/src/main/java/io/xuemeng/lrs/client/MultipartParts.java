package io.xuemeng.lrs.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a {@code multipart/mixed} response (RFC 2046, 5.1) from a stream, keeping no more of it than a buffer. */
final class MultipartParts {

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=\\s*(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final int BUFFER = 32 << 10;
    private static final int MAX_HEADER_BYTES = 16 << 10;

    private final Received received;
    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private @Nullable InputStream data;

    MultipartParts(Received received) {
        Matcher boundary = BOUNDARY.matcher(received.header("Content-Type"));
        if (!boundary.find()) {
            throw received.wrong("multipart/mixed without a boundary");
        }
        String text = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
        this.received = received;
        this.in = received.body();
        this.delimiter = ("\r\n--" + text).getBytes(StandardCharsets.ISO_8859_1);
        // As if a line had ended before: the first delimiter may stand at the very start.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
        data = new Data();
    }

    /** A part; its data can be read until the next part is asked for. */
    record Part(Map<String, String> headers, InputStream data) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** The next part; null behind the last. What was not read of the one before is passed over. */
    @Nullable
    Part next() throws IOException {
        if (data == null) {
            return null;
        }
        data.transferTo(OutputStream.nullOutputStream());
        from += delimiter.length;
        String rest = line();
        if (rest.startsWith("--")) {
            data = null;
            return null;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
            if (headers.size() > 100) {
                throw received.wrong("a part with more than 100 header fields");
            }
        }
        data = new Data();
        return new Part(headers, data);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (fill(1)) {
            char c = (char) (buffer[from++] & 0xff);
            if (c == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
            }
            line.append(c);
            if (line.length() > MAX_HEADER_BYTES) {
                throw received.wrong("a line of a part's header is longer than " + MAX_HEADER_BYTES + " bytes");
            }
        }
        return line.toString();
    }

    /** Makes at least some bytes stand in the buffer; false when the stream ends before. */
    private boolean fill(int count) throws IOException {
        while (to - from < count) {
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                to -= from;
                from = 0;
            }
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                return false;
            }
            to += read;
        }
        return true;
    }

    /** The bytes up to the next delimiter. */
    private final class Data extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (data != this) {
                throw new IOException("the part is over: another was asked for");
            }
            if (!fill(delimiter.length)) {
                throw received.wrong("multipart/mixed that ends before its closing delimiter");
            }
            int found = find();
            if (found == from) {
                return -1;
            }
            // Without a delimiter in the buffer, its last bytes may be the beginning of one.
            int safe = found > 0 ? found - from : to - from - delimiter.length + 1;
            int count = Math.min(safe, length);
            System.arraycopy(buffer, from, target, offset, count);
            from += count;
            return count;
        }

        private int find() {
            for (int i = from; i <= to - delimiter.length; i++) {
                if (buffer[i] == '\r' && matches(i)) {
                    return i;
                }
            }
            return -1;
        }

        private boolean matches(int at) {
            for (int i = 1; i < delimiter.length; i++) {
                if (buffer[at + i] != delimiter[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
