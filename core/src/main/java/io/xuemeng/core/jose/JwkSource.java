package io.xuemeng.core.jose;

/** Where a verifier's keys come from, when they change while it lives: an issuer's published set, for example. Thread-safe. */
@FunctionalInterface
public interface JwkSource {

    /**
     * The keys that a token may be signed with, as they are now.
     *
     * @param header the token's header, well formed and nothing more: anybody may have written it. A name that the known keys do not
     *     have may be a reason to look for new ones, rarely
     * @return the keys; the verifier picks the one it needs
     * @throws RuntimeException when the keys cannot be had; {@link JwsVerifier#verify} passes it on
     */
    JwkSet keysFor(JwsHeader header);
}
