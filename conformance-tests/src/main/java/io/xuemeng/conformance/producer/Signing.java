package io.xuemeng.conformance.producer;

import java.nio.file.Path;

/**
 * How a package is to be signed (ASiC-E, ETSI EN 319 162-1): a key on P-256 makes a CAdES signature, an SM2 key a seal. Immutable.
 *
 * @param keystore a PKCS #12 file with the key, its certificate and those above it
 * @param password of the file and of the key, made for this run
 * @param role the role to claim, for example {@code author}
 */
public record Signing(Path keystore, String password, String role) {

    /** Without the password. */
    @Override
    public String toString() {
        return "Signing[" + keystore + ", " + role + ']';
    }
}
