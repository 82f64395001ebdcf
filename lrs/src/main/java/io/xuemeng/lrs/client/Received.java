package io.xuemeng.lrs.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came back for a call.
 *
 * @param call what was asked
 * @param attempt the how-manieth sending this answers, from 1
 * @param limit how many bytes are taken at most of what is kept in memory
 */
record Received(Call call, int attempt, int status, HttpHeaders headers, InputStream body, int limit) {

    private static final Logger LOG = LoggerFactory.getLogger(Received.class);
    private static final int ERROR_BYTES = 64 << 10;

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The media type, in small letters and without parameters. */
    String mediaType() {
        String type = header("Content-Type");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    byte[] bytes() throws IOException {
        return bytes(body);
    }

    byte[] bytes(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw wrong("more than " + limit + " bytes; raise maxResponseBytes, or ask for smaller pages");
        }
        return bytes;
    }

    /**
     * What the server said of the fault, as far as it came: a server that refuses a long request before it was read may break
     * the connection with its text half sent, and the status says enough.
     */
    String errorText() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            byte[] buffer = new byte[8192];
            int length;
            while (text.size() < ERROR_BYTES && (length = body.read(buffer)) >= 0) {
                text.write(buffer, 0, Math.min(length, ERROR_BYTES - text.size()));
            }
        } catch (IOException e) {
            LOG.debug("the text of status {} broke off: {}", status, e.toString());
        }
        return ErrorText.of(mediaType(), text.toByteArray());
    }

    LrsRefusedException refused() {
        return new LrsRefusedException(call.toString(), status, errorText());
    }

    LrsAnswerException wrong(String problem) {
        return new LrsAnswerException(call.toString(), status, problem);
    }
}
