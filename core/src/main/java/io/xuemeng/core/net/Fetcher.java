package io.xuemeng.core.net;

import java.io.IOException;
import java.net.URI;

/**
 * Fetches a document. {@link HttpFetcher} is the one that this library brings; implement this to go through a gateway of your
 * own, or to hand out documents that you have. Implementations are thread-safe, and keep to the {@link FetchPolicy} that was agreed.
 */
@FunctionalInterface
public interface Fetcher {

    /**
     * Fetches a document with GET.
     *
     * @param address absolute; whoever named it is not trusted
     * @param accept the media types that are wanted, as in the header {@code Accept}
     * @return the answer, whatever its status
     * @throws FetchRefusedException when the policy forbids the address
     * @throws IOException when there is no answer within the policy's bounds; it says what was tried
     */
    Fetched fetch(URI address, String accept) throws IOException;
}
