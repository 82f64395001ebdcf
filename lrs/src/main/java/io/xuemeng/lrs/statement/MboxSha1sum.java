package io.xuemeng.lrs.statement;

import java.util.Locale;

/**
 * The hash of an agent's or group's e-mail address.
 *
 * @param hash 40 hexadecimal digits, the SHA-1 of {@code mailto:} and the address
 */
public record MboxSha1sum(String hash) implements InverseFunctionalIdentifier {

    @Override
    public String property() {
        return "mbox_sha1sum";
    }

    @Override
    public String key() {
        return "mbox_sha1sum " + hash.toLowerCase(Locale.ROOT);
    }

    /** Without the hash: who knows an address finds it again. */
    @Override
    public String toString() {
        return "MboxSha1sum[]";
    }
}
