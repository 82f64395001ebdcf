package io.xuemeng.lrs.store;

import java.time.Instant;

/**
 * A document: somebody's bytes, which an LRS keeps and does not look into.
 *
 * @param content its bytes; not copied
 * @param contentType its media type as sent
 * @param etag the SHA-1 of its bytes in lower-case hexadecimal digits (Communication 3.1)
 * @param updated when it was last changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by its etag, never by itself.
public record Document(byte[] content, String contentType, String etag, Instant updated) {}
