package io.xuemeng.identity.keys;

import io.xuemeng.core.crypto.DigestAlgorithm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Subjects that differ from sector to sector, so that two platforms cannot put together what they know of a pupil: 成对假名标识. It
 * guarantees that nobody without the salt can tell the account from the subject, or two subjects of one account from those of two
 * (OpenID Connect Core 1.0, 8.1). The same account in the same sector always gets the same subject. Immutable and thread-safe.
 */
public final class PairwiseSubjects {

    /** The least length of a salt, in bytes. */
    public static final int MIN_SALT_BYTES = 32;

    private final DigestAlgorithm digest;
    private final byte[] salt;

    private PairwiseSubjects(DigestAlgorithm digest, byte[] salt) {
        this.digest = digest;
        this.salt = salt;
    }

    /**
     * Subjects by a digest and a salt.
     *
     * @param digest {@link DigestAlgorithm#SHA_256} or {@link DigestAlgorithm#SM3}
     * @param salt random and secret, {@value #MIN_SALT_BYTES} bytes or more; it is copied. Whoever loses it loses the connection of
     *     all subjects to their accounts, and whoever tells it tells them
     * @throws IllegalArgumentException when the digest is another or the salt is shorter
     */
    public static PairwiseSubjects of(DigestAlgorithm digest, byte[] salt) {
        if (digest != DigestAlgorithm.SHA_256 && digest != DigestAlgorithm.SM3) {
            throw new IllegalArgumentException("subjects are made with SHA-256 or SM3, not with " + digest);
        }
        if (salt.length < MIN_SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + MIN_SALT_BYTES + " bytes or more, not " + salt.length);
        }
        return new PairwiseSubjects(digest, salt.clone());
    }

    /**
     * The subject of an account in a sector: 43 characters of base64url.
     *
     * @param sector the sector identifier, see {@link #sectorOf}; letters of any case, which does not matter
     * @param account what identifies the person here, never told to anybody
     * @throws IllegalArgumentException when one of them is empty
     */
    public String subject(String sector, String account) {
        if (sector.isEmpty() || account.isEmpty()) {
            throw new IllegalArgumentException("a pairwise subject needs a sector and an account");
        }
        MessageDigest hash = digest.newDigest();
        update(hash, sector.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        update(hash, account.getBytes(StandardCharsets.UTF_8));
        hash.update(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
    }

    /** With its length in front, or "a" and "bc" would be the same as "ab" and "c". */
    private static void update(MessageDigest hash, byte[] part) {
        hash.update(new byte[] {
            (byte) (part.length >> 24), (byte) (part.length >> 16), (byte) (part.length >> 8), (byte) part.length
        });
        hash.update(part);
    }

    /**
     * The sector that a client belongs to: the host of its redirection addresses (OpenID Connect Core 1.0, 8.1).
     *
     * @param redirectUris absolute and not empty
     * @throws IllegalArgumentException when they have more than one host: such a client must name a {@code sector_identifier_uri},
     *     whose host is its sector
     */
    public static String sectorOf(Collection<URI> redirectUris) {
        Set<String> hosts = new TreeSet<>();
        for (URI uri : redirectUris) {
            String host = uri.getHost();
            if (host == null) {
                throw new IllegalArgumentException(
                        "a redirection address is absolute and has a host; " + uri + " has none");
            }
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
        if (hosts.size() != 1) {
            throw new IllegalArgumentException("the redirection addresses of a client without a sector_identifier_uri"
                    + " have exactly one host, not " + hosts);
        }
        return hosts.iterator().next();
    }

    /** The digest; never the salt. */
    @Override
    public String toString() {
        return "PairwiseSubjects[" + digest.standardName() + "]";
    }
}
