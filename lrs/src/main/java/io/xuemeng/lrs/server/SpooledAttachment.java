package io.xuemeng.lrs.server;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.store.AttachmentData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The data of a part while its request is handled: in memory when it is small, in a temporary file otherwise. */
final class SpooledAttachment implements AttachmentData, AutoCloseable {

    private static final int IN_MEMORY = 64 << 10;

    private final int number;
    private final Headers headers;
    private final String sha2;
    private final long length;
    private final byte @Nullable [] bytes;
    private final @Nullable Path file;

    private SpooledAttachment(
            int number, Headers headers, String sha2, long length, byte @Nullable [] bytes, @Nullable Path file) {
        this.number = number;
        this.headers = headers;
        this.sha2 = sha2;
        this.length = length;
        this.bytes = bytes;
        this.file = file;
    }

    /**
     * Takes in a part's data, and holds it against the hash that its header states.
     *
     * @param number the part's place, from 2: the first has the statements
     */
    static SpooledAttachment of(int number, MultipartReader.Part part, long limit) throws IOException {
        String encoding = part.header("Content-Transfer-Encoding").orElse("binary");
        if (!encoding.equalsIgnoreCase("binary")) {
            throw Refusal.of(
                    LrsRequirement.PART_ENCODING,
                    Finding.of(LrsRequirement.PART_ENCODING)
                            .with("number", number)
                            .with("encoding", encoding));
        }
        String stated = part.header("X-Experience-API-Hash").orElse("").toLowerCase(Locale.ROOT);
        MessageDigest digest = digest(stated, number);
        SpooledAttachment spooled = spool(number, part, stated, digest, limit);
        if (!HexFormat.of().formatHex(digest.digest()).equals(stated)) {
            spooled.close();
            throw Refusal.of(
                    LrsRequirement.PART_DATA,
                    Finding.of(LrsRequirement.PART_DATA).with("number", number).with("hash", stated));
        }
        return spooled;
    }

    private static MessageDigest digest(String hash, int number) {
        String algorithm = hash.matches("[0-9a-f]*")
                ? switch (hash.length()) {
                    case 56 -> "SHA-224";
                    case 64 -> "SHA-256";
                    case 96 -> "SHA-384";
                    case 128 -> "SHA-512";
                    default -> "";
                }
                : "";
        if (algorithm.isEmpty()) {
            throw Refusal.of(
                    LrsRequirement.PART_HASH,
                    Finding.of(LrsRequirement.PART_HASH).with("number", number));
        }
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static SpooledAttachment spool(
            int number, MultipartReader.Part part, String sha2, MessageDigest digest, long limit) throws IOException {
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 << 10];
        long length = 0;
        Path file = null;
        OutputStream out = memory;
        try {
            int read;
            while ((read = part.data().read(buffer, 0, buffer.length)) >= 0) {
                length += read;
                if (length > limit) {
                    throw BodyPart.ATTACHMENT.tooLarge(limit);
                }
                digest.update(buffer, 0, read);
                if (file == null && length > IN_MEMORY) {
                    file = Files.createTempFile("xuemeng-attachment-", ".part");
                    out = Files.newOutputStream(file);
                    memory.writeTo(out);
                }
                out.write(buffer, 0, read);
            }
            out.close();
        } catch (IOException | RuntimeException e) {
            out.close();
            if (file != null) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
        return new SpooledAttachment(
                number, part.headers(), sha2, length, file == null ? memory.toByteArray() : null, file);
    }

    int number() {
        return number;
    }

    Headers headers() {
        return headers;
    }

    @Override
    public String sha2() {
        return sha2;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open() throws IOException {
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        if (file != null) {
            return Files.newInputStream(file);
        }
        throw new IOException("the attachment has no data");
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
