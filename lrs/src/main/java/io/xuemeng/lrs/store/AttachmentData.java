package io.xuemeng.lrs.store;

import java.io.IOException;
import java.io.InputStream;

/** The data of an attachment, as often as it is asked for. */
public interface AttachmentData {

    /** Its SHA-2 hash in lower-case hexadecimal digits, which it is known by. */
    String sha2();

    /** How many bytes it has. */
    long length();

    /**
     * The bytes from the start; the caller closes the stream.
     *
     * @throws IOException when the place it waits in cannot be read
     */
    InputStream open() throws IOException;
}
