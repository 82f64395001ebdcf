package io.xuemeng.examples.platform;

import java.net.URI;
import java.util.Locale;

/** What the command line takes for an address of a platform. */
final class Addresses {

    private Addresses() {}

    /** Whether it is scheme, host and perhaps port, and nothing else. */
    static boolean isOrigin(URI address) {
        return address.getHost() != null
                && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                && address.getRawUserInfo() == null
                && address.getRawPath().isEmpty()
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    /** Whether it is on this machine, by its name alone. */
    static boolean isLoopback(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
