package io.xuemeng.conformance.relyingparty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request with which an access token is presented to a platform that takes proofs of possession (RFC 9449, 7). Immutable.
 *
 * @param scheme under which {@code Authorization} has the token: {@code DPoP} or {@code Bearer}
 * @param method the HTTP method
 * @param url the address as the client sees it, perhaps with a query
 * @param proofs the values of the header fields {@code DPoP}; empty when the request has none
 * @param nonce the one that the platform gave the client under {@code DPoP-Nonce}; null when it gave none
 */
public record Presentation(
        String scheme,
        String method,
        String url,
        List<String> proofs,
        @Nullable String nonce) {

    /** Copies the list. */
    public Presentation {
        proofs = List.copyOf(proofs);
    }
}
