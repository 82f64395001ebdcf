package io.xuemeng.core.zip;

import java.io.IOException;

/** Takes the inflated content of an entry, piece by piece and in order, see {@link ZipArchive#drain}. */
@FunctionalInterface
public interface EntryConsumer {

    /**
     * Takes the next piece. The bytes are valid only until this returns and must not be changed.
     *
     * @param buffer holds the piece
     * @param offset where the piece begins in the buffer
     * @param length its length in bytes, at least 1
     * @throws IOException when the consumer cannot go on; {@link ZipArchive#drain} passes it on
     */
    void accept(byte[] buffer, int offset, int length) throws IOException;
}
