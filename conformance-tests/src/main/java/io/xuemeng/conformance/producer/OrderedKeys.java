package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.resource.signature.PackageSignature;
import io.xuemeng.resource.signature.PackageTrust;
import io.xuemeng.resource.signature.SignerRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A key for producers to sign with, and the trust in the authority above it. Keys are made once for a process, because a file that
 * holds one is made slow to open.
 *
 * @param signing what a producer is told
 * @param key the public half of the key
 * @param trust whom its packages are judged by
 */
record OrderedKeys(Signing signing, VerificationKey key, PackageTrust trust) {

    private record Key(KeyType type) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Made(
            byte[] keystore, String password, VerificationKey key, byte[] certificate, byte[] revocations) {}

    private static final Map<KeyType, Made> MADE = new ConcurrentHashMap<>();

    static OrderedKeys of(KeyType type, Workspace workspace) {
        return workspace.once(new Key(type), () -> {
            try {
                return written(MADE.computeIfAbsent(type, OrderedKeys::make), workspace.newFolder());
            } catch (IOException e) {
                throw new UncheckedIOException("the kit could not write a key into its folder", e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the kit could not make a key", e);
            }
        });
    }

    private static Made make(KeyType type) {
        Instant from = Instant.now().minus(Duration.ofMinutes(5));
        Instant until = from.plus(Duration.ofDays(2));
        DemonstrationAuthority authority = DemonstrationAuthority.root(type, from, until);
        SigningKey key = authority.issue(DemonstrationRole.AUTHOR, from, until);
        String password = UUID.randomUUID().toString();
        try {
            return new Made(
                    key.toPkcs12(password.toCharArray()),
                    password,
                    key.verificationKey(),
                    authority.certificate().getEncoded(),
                    authority.revocationList(from, until).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the kit could not make a key", e);
        }
    }

    private static OrderedKeys written(Made made, Path folder) throws IOException, GeneralSecurityException {
        String role = SignerRole.AUTHOR.claim();
        Path trusted = Files.createDirectories(folder.resolve("trust").resolve(role));
        write(trusted.resolve("authority.pem"), "CERTIFICATE", made.certificate());
        write(folder.resolve("trust").resolve("authority.crl"), "X509 CRL", made.revocations());
        Path keystore = Files.write(folder.resolve("author.p12"), made.keystore());
        return new OrderedKeys(
                new Signing(keystore, made.password(), role),
                made.key(),
                PackageTrust.fromFolder(folder.resolve("trust")));
    }

    /** Whether a signature is by this key and claims the role. Whether it is valid is asked by other requirements. */
    boolean isOrdered(PackageSignature signature) {
        return signature.role().equals(Optional.of(SignerRole.AUTHOR))
                && signature.result().signer().filter(this::isOfKey).isPresent();
    }

    private boolean isOfKey(X509Certificate signer) {
        try {
            return VerificationKey.of(signer).equals(key);
        } catch (UnusableKeyException e) {
            return false; // a key of a kind that nobody was given
        }
    }

    private static void write(Path file, String label, byte[] der) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + label + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END " + label + "-----\n",
                StandardCharsets.US_ASCII);
    }
}
