package io.xuemeng.core.crypto.timestamp;

import java.io.IOException;

/**
 * Gives timestamps. {@link TimestampClient} asks an authority; implement this for a service with an interface of its own.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface TimestampSource {

    /**
     * A timestamp over some bytes, a signature say.
     *
     * @param data what is timestamped; the source hashes it
     * @return the token in DER: a TimeStampToken (RFC 3161, 2.4.2)
     * @throws IOException when there is no timestamp; the message says what was tried and what to do
     */
    byte[] timestamp(byte[] data) throws IOException;
}
