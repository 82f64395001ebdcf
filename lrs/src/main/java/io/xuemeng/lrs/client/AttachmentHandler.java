package io.xuemeng.lrs.client;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the files that come beside statements, one after the other, while the response is read: none is in memory as a whole. The
 * client holds each against its hash.
 */
@FunctionalInterface
public interface AttachmentHandler {

    /**
     * Takes a file. When the connection breaks, the request is made again and the same files come again: let the last one hold.
     *
     * @param sha2 the hash by which statements describe it, in hexadecimal digits
     * @param contentType its Internet media type as the response has it; empty when it has none
     * @param data its bytes, valid until this method returns; what is not read is passed over
     * @throws IOException when it cannot be kept; the call then ends with an {@link java.io.UncheckedIOException}
     */
    void receive(String sha2, String contentType, InputStream data) throws IOException;
}
