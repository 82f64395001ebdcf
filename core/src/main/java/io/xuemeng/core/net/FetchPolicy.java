package io.xuemeng.core.net;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may be fetched: https only, from public addresses only, up to a size and a time. It guarantees that no address an input
 * names leads into a private network or to a cloud's metadata service, whatever a name resolves to at that moment, because
 * {@link HttpFetcher} judges the address it connects to, not the one it was told of before. Redirects are never followed.
 *
 * <p>Tests and systems within one network name exact origins that are exempt; each is logged when it is allowed. Immutable and
 * thread-safe.
 */
public final class FetchPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(FetchPolicy.class);

    private static final FetchPolicy PUBLIC_HTTPS = new FetchPolicy(Set.of(), 1 << 20, Duration.ofSeconds(10));

    private final Set<String> origins;
    private final int maxBytes;
    private final Duration timeLimit;

    private FetchPolicy(Set<String> origins, int maxBytes, Duration timeLimit) {
        this.origins = Set.copyOf(origins);
        this.maxBytes = maxBytes;
        this.timeLimit = timeLimit;
    }

    /** Public https only, up to 1 MiB and 10 seconds. */
    public static FetchPolicy publicHttps() {
        return PUBLIC_HTTPS;
    }

    /**
     * The same with an origin that may be plain http and anywhere, such as {@code http://localhost:8081}. It is logged.
     *
     * @param origin scheme, host and port, the port left out when it is the scheme's own; nothing else
     * @throws IllegalArgumentException when it is not an http or https origin
     */
    public FetchPolicy allowOrigin(URI origin) {
        String path = origin.getRawPath();
        if (!isHttp(origin)
                || origin.getRawQuery() != null
                || origin.getRawFragment() != null
                || origin.getRawUserInfo() != null
                || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(
                    "an origin is http or https, a host and a port, and nothing else; not " + origin);
        }
        LOG.warn("fetching from {} is allowed, wherever it leads", origin(origin));
        Set<String> more = new TreeSet<>(origins);
        more.add(origin(origin));
        return new FetchPolicy(more, maxBytes, timeLimit);
    }

    /** The same with another greatest size of an answer, in bytes, from 1. */
    public FetchPolicy withMaxBytes(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("an answer has at least 1 byte, not " + value);
        }
        return new FetchPolicy(origins, value, timeLimit);
    }

    /** The same with another limit to the time that one fetch may take as a whole; more than zero. */
    public FetchPolicy withTimeLimit(Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("a time limit is more than zero, not " + value);
        }
        return new FetchPolicy(origins, maxBytes, value);
    }

    /** The greatest size of an answer, in bytes. */
    public int maxBytes() {
        return maxBytes;
    }

    /** The greatest time of one fetch, from looking the name up to the last byte. */
    public Duration timeLimit() {
        return timeLimit;
    }

    /** Whether an address is of an origin that was allowed by name. */
    public boolean isAllowedOrigin(URI address) {
        return isHttp(address) && origins.contains(origin(address));
    }

    /**
     * Refuses an address by what it says itself, before any name is looked up.
     *
     * @throws FetchRefusedException when it is not absolute https without user information and fragment, nor of an allowed origin
     */
    public void check(URI address) throws FetchRefusedException {
        if (!isHttp(address) || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new FetchRefusedException("only absolute https addresses without user name and fragment are fetched");
        }
        if (!isAllowedOrigin(address) && !"https".equalsIgnoreCase(address.getScheme())) {
            throw new FetchRefusedException("plain http is fetched only from origins that were allowed by name");
        }
    }

    /**
     * Refuses what a name resolved to, for an origin that was not allowed by name.
     *
     * @throws FetchRefusedException when it is not a public address
     */
    public void check(InetAddress resolved) throws FetchRefusedException {
        if (!PublicAddresses.contains(resolved)) {
            throw new FetchRefusedException(
                    "the host does not lead to a public address; allow its origin by name if it" + " is one of yours");
        }
    }

    private static boolean isHttp(URI address) {
        String scheme = address.getScheme();
        return address.getHost() != null && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
    }

    private static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + (port == usual ? "" : ":" + port);
    }
}
