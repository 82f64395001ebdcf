package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code multipart/mixed} (RFC 2046, 5.1) part by part from a stream, keeping no more of it than a buffer. Strict: lines end
 * with CR LF, and the body ends with the closing delimiter. Not thread-safe.
 */
final class MultipartReader {

    private static final Pattern BOUNDARY = Pattern.compile(
            ";\\s*boundary\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALID = Pattern.compile("[0-9A-Za-z'()+_,\\-./:=? ]{0,69}[0-9A-Za-z'()+_,\\-./:=?]");
    private static final int BUFFER = 64 << 10;
    private static final int MAX_HEADER_BYTES = 16 << 10;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean ended;

    MultipartReader(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // As if a line had ended before: the first delimiter may stand at the very start.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** The boundary that a {@code Content-Type} states; refused when it states none that can be one. */
    static String boundary(String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (matcher.find()) {
            String boundary =
                    matcher.group(1) != null ? matcher.group(1).replaceAll("\\\\(.)", "$1") : matcher.group(2);
            if (VALID.matcher(boundary).matches()) {
                return boundary;
            }
        }
        throw Refusal.of(LrsRequirement.BOUNDARY);
    }

    /** A part: its header fields, and its data until the next part is asked for. */
    record Part(Headers headers, InputStream data) {

        Optional<String> header(String name) {
            return headers.first(name);
        }
    }

    /** The next part; null behind the last. What was not read of the one before is passed over. */
    @Nullable
    Part next() throws IOException {
        if (ended) {
            return null;
        }
        skipData();
        if (isLast()) {
            ended = true;
            return null;
        }
        return new Part(headers(), new Data());
    }

    /** Passes over data up to and with the next delimiter. */
    private void skipData() throws IOException {
        Data data = new Data();
        byte[] waste = new byte[8192];
        while (data.read(waste, 0, waste.length) >= 0) {
            // Preamble, or data that nobody wanted.
        }
        from += delimiter.length;
    }

    /** Reads the rest of the delimiter's line: whether it closes the body. */
    private boolean isLast() throws IOException {
        if (fill(2) && buffer[from] == '-' && buffer[from + 1] == '-') {
            return true;
        }
        while (fill(1) && (buffer[from] == ' ' || buffer[from] == '\t')) {
            from++;
        }
        if (!fill(2) || buffer[from] != '\r' || buffer[from + 1] != '\n') {
            throw malformed("a delimiter is not followed by the end of its line", "分隔符之后没有换行");
        }
        from += 2;
        return false;
    }

    private Headers headers() throws IOException {
        Headers.Builder headers = Headers.builder();
        int total = 0;
        while (true) {
            String line = line();
            if (line.isEmpty()) {
                return headers.build();
            }
            total += line.length();
            int colon = line.indexOf(':');
            if (colon <= 0 || total > MAX_HEADER_BYTES) {
                throw malformed("a part's header has a line without a colon, or is too long", "某一部分的头部存在没有冒号的行，或头部过长");
            }
            headers.add(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            if (!fill(2)) {
                throw malformed("it ends within a part's header", "内容在某一部分的头部中结束");
            }
            if (buffer[from] == '\r' && buffer[from + 1] == '\n') {
                from += 2;
                return line.toString();
            }
            line.append((char) (buffer[from++] & 0xff));
            if (line.length() > MAX_HEADER_BYTES) {
                throw malformed("a line of a part's header is too long", "某一部分的头部行过长");
            }
        }
    }

    /** Makes at least some bytes stand in the buffer; false when the stream ends before. */
    private boolean fill(int count) throws IOException {
        while (to - from < count) {
            if (to == buffer.length || from > buffer.length / 2) {
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

    private static Refusal malformed(String english, String chinese) {
        return Refusal.of(
                LrsRequirement.MULTIPART,
                Finding.of(LrsRequirement.MULTIPART).with("problem", new Argument.Term(english, chinese)));
    }

    /** The bytes up to the next delimiter, on which the reader then stands. */
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
            if (!fill(delimiter.length)) {
                throw malformed(
                        "it ends before its closing delimiter, or has no delimiter at all", "内容在结束分隔符之前终止，或根本没有分隔符");
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
            int last = to - delimiter.length;
            for (int i = from; i <= last; i++) {
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
