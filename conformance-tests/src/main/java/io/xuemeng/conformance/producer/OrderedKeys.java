package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.resource.signature.PackageTrust;
import io.xuemeng.resource.signature.SignerRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A key for producers to sign with, made for one run, and the trust in the authority above it.
 *
 * @param signing what a producer is told
 * @param trust whom its packages are judged by
 */
record OrderedKeys(Signing signing, PackageTrust trust) {

    private record Key(KeyType type) {}

    static OrderedKeys of(KeyType type, Workspace workspace) {
        return workspace.once(new Key(type), () -> {
            try {
                return make(type, workspace);
            } catch (IOException e) {
                throw new UncheckedIOException("the kit could not write a key into its folder", e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the kit could not make a key", e);
            }
        });
    }

    private static OrderedKeys make(KeyType type, Workspace workspace) throws IOException, GeneralSecurityException {
        Instant from = Instant.now().minus(Duration.ofMinutes(5));
        Instant until = from.plus(Duration.ofDays(2));
        DemonstrationAuthority authority = DemonstrationAuthority.root(type, from, until);
        SigningKey key = authority.issue(DemonstrationRole.AUTHOR, from, until);
        String role = SignerRole.AUTHOR.claim();
        Path folder = workspace.newFolder();
        Path trusted = Files.createDirectories(folder.resolve("trust").resolve(role));
        write(
                trusted.resolve("authority.pem"),
                "CERTIFICATE",
                authority.certificate().getEncoded());
        write(
                folder.resolve("trust").resolve("authority.crl"),
                "X509 CRL",
                authority.revocationList(from, until).getEncoded());
        String password = Workspace.digest((workspace.run() + type).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
        Path keystore = Files.write(folder.resolve("author.p12"), key.toPkcs12(password.toCharArray()));
        return new OrderedKeys(new Signing(keystore, password, role), PackageTrust.fromFolder(folder.resolve("trust")));
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
