package io.xuemeng.lrs.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Statements and the files that come along, as {@code multipart/mixed} (xAPI 1.0.3 Communication 1.5.2; RFC 2046, 5.1). */
final class MultipartBody {

    private final String boundary = "xuemeng-" + UUID.randomUUID();
    private final byte[] json;
    private final List<AttachedFile> files;

    MultipartBody(byte[] json, List<AttachedFile> files) {
        this.json = json;
        this.files = files;
    }

    String contentType() {
        return "multipart/mixed; boundary=" + boundary;
    }

    /** The body, whose length is known, and which can be sent again. */
    BodyPublisher publisher() throws FileNotFoundException {
        List<BodyPublisher> pieces = new ArrayList<>();
        pieces.add(text("--" + boundary + "\r\nContent-Type: application/json\r\n\r\n"));
        pieces.add(BodyPublishers.ofByteArray(json));
        for (AttachedFile file : files) {
            pieces.add(text("\r\n--" + boundary + "\r\nContent-Type: " + file.contentType()
                    + "\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + file.sha2() + "\r\n\r\n"));
            pieces.add(file.publisher());
        }
        pieces.add(text("\r\n--" + boundary + "--\r\n"));
        return BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
