package io.xuemeng.conformance.host;

import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/** What a target file says of where the kit listens. */
public final class HostSettings {

    private HostSettings() {}

    /**
     * An address of this machine to listen at.
     *
     * @param fallback when the key is not there
     * @throws SettingsException when it is not one of this machine's
     */
    public static String name(Settings settings, String key, String fallback) {
        String name = settings.text(key).orElse(fallback);
        if (!isOwn(name)) {
            throw SettingsException.of("host.name", settings.path() + '.' + key, name);
        }
        return name;
    }

    private static boolean isOwn(String name) {
        try {
            InetAddress address = InetAddress.getByName(name);
            return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (UnknownHostException | SocketException e) {
            return false; // what has no address is no address of this machine
        }
    }

    /**
     * The address under which others reach the kit, without a slash at its end; empty when the key is not there.
     *
     * @throws SettingsException when it has not http or https and a host, or has credentials, a query or a fragment
     */
    public static Optional<URI> address(Settings settings, String key) {
        return settings.text(key).map(text -> address(settings.path() + '.' + key, text));
    }

    private static URI address(String place, String text) {
        try {
            URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw SettingsException.of("settings.address", place, text);
        }
        throw SettingsException.of("settings.address", place, text);
    }
}
