package io.xuemeng.lrs.client;

import io.xuemeng.lrs.statement.Attachment;
import io.xuemeng.lrs.statement.LanguageMap;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file that travels beside a statement (附件). The statement describes it, the file follows.
 *
 * <pre>{@code
 * AttachedFile essay = AttachedFile.of(Path.of("essay.pdf"), "application/pdf");
 * lrs.store(Statement.builder()….attachments(List.of(essay.describe(usageType, zh("作文")))).build(), List.of(essay));
 * }</pre>
 *
 * <p>Immutable; the file itself must not change until it is sent.
 */
public final class AttachedFile {

    private final byte @Nullable [] content;
    private final @Nullable Path file;
    private final String contentType;
    private final long length;
    private final String sha2;

    private AttachedFile(byte @Nullable [] content, @Nullable Path file, String contentType, long length, String sha2) {
        this.content = content;
        this.file = file;
        this.contentType = contentType;
        this.length = length;
        this.sha2 = sha2;
    }

    /**
     * Bytes in memory.
     *
     * @param content copied
     * @param contentType an Internet media type
     */
    public static AttachedFile of(byte[] content, String contentType) {
        byte[] copy = content.clone();
        return new AttachedFile(copy, null, contentType, copy.length, hex(sha256().digest(copy)));
    }

    /**
     * A file, which is read once now, for its hash, and again whenever it is sent; it is never in memory as a whole.
     *
     * @param contentType an Internet media type
     * @throws IOException when it cannot be read
     */
    public static AttachedFile of(Path file, String contentType) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long length = in.transferTo(OutputStream.nullOutputStream());
            return new AttachedFile(null, file, contentType, length, hex(digest.digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /**
     * The description that a statement has of it.
     *
     * @param usageType the IRI of what it is for
     * @param display its title
     */
    public Attachment describe(String usageType, LanguageMap display) {
        return Attachment.builder()
                .usageType(usageType)
                .display(display)
                .contentType(contentType)
                .length(length)
                .sha2(sha2)
                .build();
    }

    /** Its SHA-256 in hexadecimal digits. */
    public String sha2() {
        return sha2;
    }

    /** Its length, in octets. */
    public long length() {
        return length;
    }

    String contentType() {
        return contentType;
    }

    BodyPublisher publisher() throws FileNotFoundException {
        return content != null ? BodyPublishers.ofByteArray(content) : BodyPublishers.ofFile(file());
    }

    private Path file() {
        if (file == null) {
            throw new IllegalStateException("it has bytes or a file");
        }
        return file;
    }

    /** The hash and the length only. */
    @Override
    public String toString() {
        return "AttachedFile[sha2=" + sha2 + ", length=" + length + "]";
    }
}
