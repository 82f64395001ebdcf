package io.xuemeng.core.crypto.timestamp;

import java.io.IOException;

/**
 * The way to a timestamp authority: 时间戳机构. {@link HttpTimestampAuthority} goes over HTTP; implement this for another way.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface TimestampAuthority {

    /**
     * Answers a request.
     *
     * @param request a TimeStampReq in DER (RFC 3161, 2.4.1)
     * @return a TimeStampResp in DER (RFC 3161, 2.4.2); whoever asked checks it
     * @throws IOException when there is no answer; the message says what was tried and what to do
     */
    byte[] respond(byte[] request) throws IOException;
}
