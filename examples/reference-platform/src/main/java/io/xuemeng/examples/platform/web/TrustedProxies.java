package io.xuemeng.examples.platform.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The proxies before this platform, by their addresses, and what they say of where a request comes from. Each adds to the header {@code
 * X-Forwarded-For}, at its end, whom it got the request from; what stands before that is anybody's claim. So the header is read from its
 * end, for as long as a proxy that is named here wrote it, and from no others at all. {@code Forwarded} (RFC 7239) and the other {@code
 * X-Forwarded} headers are not looked at: many proxies pass them on as they come, and the platform knows its own address. Immutable.
 */
public final class TrustedProxies {

    private static final TrustedProxies NONE = new TrustedProxies(List.of());

    /** The addresses that have their first bits in common with one. */
    private record Block(NetworkAddress address, int bits) {

        boolean contains(NetworkAddress other) {
            return address.shares(bits, other);
        }
    }

    private final List<Block> blocks;

    private TrustedProxies(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** There is no proxy: a request comes from who connects. */
    public static TrustedProxies none() {
        return NONE;
    }

    /**
     * Proxies.
     *
     * @param addresses of each the address, or, with the number of its first bits that count, that of its network: {@code 10.0.0.0/8}
     * @throws IllegalArgumentException when one is neither; the message is that one
     */
    public static TrustedProxies at(List<String> addresses) {
        List<Block> blocks = new ArrayList<>();
        for (String text : addresses) {
            blocks.add(block(text).orElseThrow(() -> new IllegalArgumentException(text)));
        }
        return new TrustedProxies(blocks);
    }

    private static Optional<Block> block(String text) {
        String[] parts = text.split("/", -1);
        Optional<NetworkAddress> address = NetworkAddress.parse(parts[0]);
        if (parts.length == 1) {
            return address.map(one -> new Block(one, one.bits()));
        }
        if (parts.length > 2 || !parts[1].matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(parts[1]);
        return address.filter(one -> bits <= one.bits()).map(one -> new Block(one, bits));
    }

    /** The address that a request comes from. */
    public String sender(Context context) {
        return sender(
                context.req().getRemoteAddr(), Collections.list(context.req().getHeaders("X-Forwarded-For")));
    }

    /**
     * The address that a request comes from.
     *
     * @param peer who connected
     * @param forwardedFor the headers of that name, in their order
     */
    String sender(String peer, List<String> forwardedFor) {
        String[] claims = String.join(",", forwardedFor).split(",", -1);
        String sender = peer;
        for (int i = claims.length - 1; i >= 0 && isProxy(sender); i--) {
            Optional<NetworkAddress> claimed = NetworkAddress.parse(withoutPort(claims[i].strip()));
            if (claimed.isEmpty()) {
                // The proxy does not know, or says it in some other way: then it is the proxy's own request.
                break;
            }
            sender = claimed.get().toString();
        }
        return sender;
    }

    private boolean isProxy(String address) {
        return NetworkAddress.parse(address)
                .filter(known -> blocks.stream().anyMatch(block -> block.contains(known)))
                .isPresent();
    }

    /** Some proxies write the port too. */
    private static String withoutPort(String claim) {
        return claim.replaceFirst("^(\\[.*\\]|[^:]*):\\d+$", "$1");
    }
}
