package io.xuemeng.examples.intake;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.crypto.demonstration.DemonstrationTimestampAuthority;
import io.xuemeng.core.crypto.timestamp.TimestampAuthority;
import io.xuemeng.resource.signature.PackageTrust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Keys, certificates and revocation lists for trying out: below one root an authority for each role, in SM2 and in P-256. Everything says
 * of itself that it is for demonstration.
 */
final class DemonstrationKeys {

    private static final Duration BACKDATED = Duration.ofMinutes(5);
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final int PASSWORD_BYTES = 18;

    private static final Map<DemonstrationRole, String> FOLDERS = new EnumMap<>(Map.of(
            DemonstrationRole.AUTHOR, "author",
            DemonstrationRole.PUBLISHER, "publisher",
            DemonstrationRole.REVIEWER, "reviewer",
            DemonstrationRole.HUB, "hub",
            DemonstrationRole.TIMESTAMP_AUTHORITY, PackageTrust.TIMESTAMP_FOLDER));

    private final Path folder;
    private final Instant from = Instant.now().minus(BACKDATED);
    private final Instant until = from.plus(LIFETIME);
    private final char[] password;

    private DemonstrationKeys(Path folder) {
        this.folder = folder;
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        this.password =
                Base64.getUrlEncoder().withoutPadding().encodeToString(random).toCharArray();
    }

    /** Writes everything below a folder that is new or empty: {@code trust}, {@code keys}, and the keys' password. */
    static void writeTo(Path folder) throws IOException, GeneralSecurityException {
        DemonstrationKeys keys = new DemonstrationKeys(folder);
        Files.createDirectories(folder.resolve("keys"));
        Files.createDirectories(folder.resolve("trust"));
        Files.writeString(folder.resolve("keys/password.txt"), new String(keys.password) + '\n');
        Files.writeString(folder.resolve("README.txt"), DemonstrationAuthority.LABEL + '\n');
        for (KeyType type : List.of(KeyType.SM2, KeyType.P_256)) {
            DemonstrationAuthority root = DemonstrationAuthority.root(type, keys.from, keys.until);
            for (Map.Entry<DemonstrationRole, String> role : FOLDERS.entrySet()) {
                keys.write(root.subordinate(role.getKey(), keys.from, keys.until), role.getKey(), role.getValue());
            }
        }
    }

    private void write(DemonstrationAuthority authority, DemonstrationRole role, String name)
            throws IOException, GeneralSecurityException {
        SigningKey key = authority.issue(role, from, until);
        String suffix = key.verificationKey().type() == KeyType.SM2 ? "-sm2" : "-p256";
        Path trusted = Files.createDirectories(folder.resolve("trust").resolve(name));
        writePem(trusted.resolve(name + suffix + ".pem"), "CERTIFICATE", certificate(authority));
        X509CRL revocations = authority.revocationList(from, until);
        writePem(folder.resolve("trust").resolve(name + suffix + ".crl"), "X509 CRL", revocations.getEncoded());
        Files.write(folder.resolve("keys").resolve(name + suffix + ".p12"), key.toPkcs12(password));
    }

    private static byte[] certificate(DemonstrationAuthority authority) throws GeneralSecurityException {
        X509Certificate certificate = authority.certificate();
        return certificate.getEncoded();
    }

    private static void writePem(Path file, String label, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                file,
                "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n",
                StandardCharsets.US_ASCII);
    }

    /** An authority in this process that stamps with a key made here. */
    static TimestampAuthority timestampAuthority(Signer key, ValidationMaterial material) {
        return new DemonstrationTimestampAuthority(key, material, Clock.systemUTC());
    }
}
