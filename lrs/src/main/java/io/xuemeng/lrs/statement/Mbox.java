package io.xuemeng.lrs.statement;

import java.util.Locale;

/**
 * An agent's or group's e-mail address.
 *
 * @param address {@code mailto:} and the address
 */
public record Mbox(String address) implements InverseFunctionalIdentifier {

    @Override
    public String property() {
        return "mbox";
    }

    @Override
    public String key() {
        int at = address.lastIndexOf('@');
        return "mbox " + address.substring(0, at + 1)
                + address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "Mbox[]";
    }
}
