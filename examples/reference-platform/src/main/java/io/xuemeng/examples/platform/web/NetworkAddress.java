package io.xuemeng.examples.platform.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a machine, IPv4 or IPv6. It is never looked up: a name is no address. Immutable. */
public final class NetworkAddress {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** Strict, because Java asks the network for what looks like an address and is none. */
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** With these letters, the first no dot, and a colon, it is IPv6 or refused. */
    private static final Pattern IPV6 = Pattern.compile("(?!\\.)[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** What one customer gets of IPv6, and chooses addresses from at will. */
    private static final int IPV6_NETWORK_BITS = 64;

    private final InetAddress address;

    private NetworkAddress(InetAddress address) {
        this.address = address;
    }

    /** Reads one, alone or, as some servers write IPv6, in brackets; empty when it is none. */
    public static Optional<NetworkAddress> parse(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        if (!IPV6.matcher(bare).matches() && (bracketed || !IPV4.matcher(bare).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NetworkAddress(InetAddress.getByName(bare)));
        } catch (UnknownHostException e) {
            // It has the letters of an address and not the form of one.
            return Optional.empty();
        }
    }

    /** How many bits it has: 32 or 128. */
    int bits() {
        return address.getAddress().length * Byte.SIZE;
    }

    /** Whether it has its first bits in common with another. */
    boolean shares(int bits, NetworkAddress other) {
        return bits() == other.bits() && Arrays.equals(first(bits), other.first(bits));
    }

    private byte[] first(int bits) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        return bytes;
    }

    /**
     * What to count attempts by that come from an address: the address itself, or, of IPv6, the network of 64 bits, because whoever has
     * one address of it has all of them. What is no address is counted as it stands.
     */
    public static String countedBy(String text) {
        return parse(text).map(NetworkAddress::network).orElse(text);
    }

    private String network() {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        try {
            return InetAddress.getByAddress(first(IPV6_NETWORK_BITS)).getHostAddress() + '/' + IPV6_NETWORK_BITS;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    /** The address. */
    @Override
    public String toString() {
        return address.getHostAddress();
    }
}
