package io.xuemeng.lrs.server;

/**
 * Finds out who makes a request. It is asked by the engine, because in the alternate request syntax of xAPI 1.0.3 credentials
 * are in the body (Communication 1.3), and because some requests are refused, or answered, whoever makes them.
 */
@FunctionalInterface
public interface Authenticator {

    /**
     * The caller of a request.
     *
     * @param headers the request's header fields; {@code Authorization} is among them wherever it was sent
     * @return {@link Caller#anonymous()} when there are no credentials or wrong ones
     */
    Caller authenticate(Headers headers);
}
