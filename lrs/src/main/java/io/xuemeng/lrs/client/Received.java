package io.xuemeng.lrs.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;

/**
 * What came back for a call.
 *
 * @param call what was asked
 * @param attempt the how-manieth sending this answers, from 1
 * @param limit how many bytes are taken at most of what is kept in memory
 */
record Received(Call call, int attempt, int status, HttpHeaders headers, InputStream body, int limit) {

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

    /** What the server said of the fault. */
    String errorText() throws IOException {
        return ErrorText.of(mediaType(), body.readNBytes(ERROR_BYTES));
    }

    LrsRefusedException refused() throws IOException {
        return new LrsRefusedException(call.toString(), status, errorText());
    }

    LrsAnswerException wrong(String problem) {
        return new LrsAnswerException(call.toString(), status, problem);
    }
}
