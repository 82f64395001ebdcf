package io.xuemeng.identity.dpop;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The request that a proof came with. Immutable; {@code toString} keeps the access token to itself.
 *
 * <pre>{@code
 * DpopRequest.of("POST", URI.create("https://lrs.example.cn/xapi/statements")).accessToken(compact, accessToken.keyThumbprint());
 * }</pre>
 */
public final class DpopRequest {

    private final String method;
    private final URI address;
    private final @Nullable String accessToken;
    private final @Nullable String keyThumbprint;
    private final @Nullable String nonce;

    private DpopRequest(
            String method,
            URI address,
            @Nullable String accessToken,
            @Nullable String keyThumbprint,
            @Nullable String nonce) {
        this.method = method;
        this.address = address;
        this.accessToken = accessToken;
        this.keyThumbprint = keyThumbprint;
        this.nonce = nonce;
    }

    /**
     * A request.
     *
     * @param method the HTTP method, as it was sent
     * @param address the address as the client sees it, not as it is behind a proxy; query and fragment do not matter
     */
    public static DpopRequest of(String method, URI address) {
        return new DpopRequest(method, address, null, null, null);
    }

    /**
     * The same with the access token beside the proof, which has to be bound to the proof's key.
     *
     * @param compact the access token as it was sent
     * @param keyThumbprint the key that it is bound to; null when it is bound to none, and then no proof is good for it
     */
    public DpopRequest accessToken(String compact, @Nullable String keyThumbprint) {
        return new DpopRequest(method, address, compact, keyThumbprint == null ? "" : keyThumbprint, nonce);
    }

    /** The same with the nonce that the server gave the client ({@code DPoP-Nonce}), which the proof has to repeat. */
    public DpopRequest nonce(String value) {
        return new DpopRequest(method, address, accessToken, keyThumbprint, value);
    }

    String method() {
        return method;
    }

    URI address() {
        return address;
    }

    @Nullable
    String accessToken() {
        return accessToken;
    }

    @Nullable
    String keyThumbprint() {
        return keyThumbprint;
    }

    @Nullable
    String nonce() {
        return nonce;
    }

    /** The method and the address. */
    @Override
    public String toString() {
        return "DpopRequest[" + method + " " + address.getHost() + "]";
    }
}
