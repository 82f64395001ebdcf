package io.xuemeng.lrs.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** Responses that several resources give. */
final class Answers {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Answers() {}

    /** JSON with its ETag. */
    static LrsResponse json(byte[] json) {
        return LrsResponse.of(
                200, Headers.builder().set("Content-Type", "application/json").set("ETag", quoted(sha1(json))), json);
    }

    static LrsResponse noContent() {
        return LrsResponse.of(204, Headers.builder());
    }

    static String httpDate(Instant time) {
        return HTTP_DATE.format(time);
    }

    static String quoted(String etag) {
        return '"' + etag + '"';
    }

    /** The etag of some bytes (Communication 3.1.s4.b2). */
    static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
