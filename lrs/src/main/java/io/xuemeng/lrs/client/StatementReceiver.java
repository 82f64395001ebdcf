package io.xuemeng.lrs.client;

import io.xuemeng.core.json.RawJson;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Responses with statements, with the files that belong to them or without. */
final class StatementReceiver {

    private static final String MULTIPART = "multipart/mixed";

    private StatementReceiver() {}

    static Call call(Map<String, String> parameters, @Nullable AttachmentHandler files) {
        if (files == null) {
            return Call.of("GET", "statements", parameters).header("Accept", "application/json");
        }
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put("attachments", "true");
        return Call.of("GET", "statements", more).header("Accept", MULTIPART + ", application/json");
    }

    /** The JSON of a response; the files beside it are handed over. */
    static byte[] json(Received received, @Nullable AttachmentHandler files) throws IOException {
        if (received.status() != 200) {
            throw received.refused();
        }
        if (!received.mediaType().equals(MULTIPART)) {
            return received.bytes();
        }
        MultipartParts parts = new MultipartParts(received);
        MultipartParts.Part first = parts.next();
        if (first == null) {
            throw received.wrong("multipart/mixed without a part");
        }
        byte[] json = received.bytes(first.data());
        for (MultipartParts.Part part = parts.next(); part != null; part = parts.next()) {
            if (files != null) {
                handOver(received, part, files);
            }
        }
        return json;
    }

    private static void handOver(Received received, MultipartParts.Part part, AttachmentHandler files)
            throws IOException {
        String sha2 = part.header("X-Experience-API-Hash");
        MessageDigest digest = digest(received, sha2);
        Watched watched = new Watched(part.data());
        InputStream data = new DigestInputStream(watched, digest);
        try {
            files.receive(sha2, part.header("Content-Type"), data);
        } catch (IOException e) {
            if (watched.failed) {
                throw e;
            }
            throw new UncheckedIOException("a file that came beside a statement could not be kept", e);
        }
        data.transferTo(OutputStream.nullOutputStream());
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha2.toLowerCase(Locale.ROOT))) {
            throw received.wrong("a file whose bytes do not have the hash under which it came");
        }
    }

    /** The kind of SHA-2 that a hash's length tells. */
    private static MessageDigest digest(Received received, String sha2) {
        int bits = sha2.length() * 4;
        if (bits != 224 && bits != 256 && bits != 384 && bits != 512) {
            throw received.wrong("a file without its hash (X-Experience-API-Hash)");
        }
        try {
            return MessageDigest.getInstance("SHA-" + bits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-2", e);
        }
    }

    static RawJson raw(Received received, byte[] json) {
        try {
            return RawJson.of(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw received.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Knows whether it was the connection that failed, or whoever reads. */
    private static final class Watched extends FilterInputStream {

        private boolean failed;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return in.read(target, offset, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}
