package io.xuemeng.resource.signature;

import io.xuemeng.core.asic.ContainerSigner;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Makes the samples of the requirements on signers. Run {@link #main} in the module's folder to write them anew; keys are made for one run
 * and thrown away, so every run gives other bytes that say the same.
 */
final class SignerSamples {

    private static final Path SAMPLES = Path.of("src/samples");

    private final Demonstration sm2 = new Demonstration(KeyType.SM2);
    private final Demonstration p256 = new Demonstration(KeyType.P_256);

    private SignerSamples() {}

    /** Writes all samples below {@code src/samples}. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        new SignerSamples().write();
    }

    private void write() throws IOException, GeneralSecurityException {
        demanded(SignerRequirement.SIGNED_BY_MAKER);
        sm2.signer(SignerRole.AUTHOR).sign(pass(SignerRequirement.SIGNED_BY_MAKER));

        demanded(SignerRequirement.REVIEWED);
        sm2.signer(SignerRole.AUTHOR).sign(pass(SignerRequirement.REVIEWED));
        copyToFail(SignerRequirement.REVIEWED);
        sm2.signer(SignerRole.REVIEWER).sign(pass(SignerRequirement.REVIEWED));

        demanded(SignerRequirement.TIMESTAMPED);
        sm2.signer(SignerRole.AUTHOR).sign(fail(SignerRequirement.TIMESTAMPED));
        sm2.signer(SignerRole.AUTHOR).timestampedBy(sm2.timestamps()).sign(pass(SignerRequirement.TIMESTAMPED));

        demanded(SignerRequirement.SEALED_WITH_SM2);
        p256.signer(SignerRole.AUTHOR).sign(fail(SignerRequirement.SEALED_WITH_SM2));
        sm2.signer(SignerRole.AUTHOR).sign(pass(SignerRequirement.SEALED_WITH_SM2));

        start(SignerRequirement.ROLE_KNOWN);
        writeTrust(sm2, SAMPLES.resolve(SignerRequirement.ROLE_KNOWN.id()).resolve("trust"));
        sm2.signer(SignerRole.AUTHOR).sign(pass(SignerRequirement.ROLE_KNOWN));
        asNobody(fail(SignerRequirement.ROLE_KNOWN));

        start(SignerRequirement.SIGNERS_JUDGED);
        sm2.signer(SignerRole.AUTHOR).sign(fail(SignerRequirement.SIGNERS_JUDGED));
    }

    private void asNobody(Path file) throws IOException {
        ContainerSigner.builder()
                .signer(sm2.key(DemonstrationRole.AUTHOR))
                .embed(sm2.material())
                .claimedRole("editor")
                .clock(Clock.fixed(Demonstration.NOW.plusSeconds(60), ZoneOffset.UTC))
                .build()
                .sign(file);
    }

    /** Two unsigned packages, a profile that demands the requirement, and whom to trust. */
    private void demanded(SignerRequirement requirement) throws IOException, GeneralSecurityException {
        start(requirement);
        Path folder = SAMPLES.resolve(requirement.id());
        Files.writeString(folder.resolve("profile.json"), """
                {
                  "format": "xuemeng-profile-1",
                  "id": "sample",
                  "version": "1.0",
                  "title": {"zh": "样例", "en": "sample"},
                  "extends": "lom",
                  "elements": [],
                  "grades": {"%s": "ERROR"}
                }
                """.formatted(requirement.id()));
        writeTrust(sm2, folder.resolve("trust"));
        writeTrust(p256, folder.resolve("trust"));
    }

    private static void start(SignerRequirement requirement) throws IOException {
        Files.createDirectories(SAMPLES.resolve(requirement.id()));
        SignedPackages.unsigned(pass(requirement));
        SignedPackages.unsigned(fail(requirement));
    }

    private static Path pass(SignerRequirement requirement) {
        return SAMPLES.resolve(requirement.id()).resolve("pass.zip");
    }

    private static Path fail(SignerRequirement requirement) {
        return SAMPLES.resolve(requirement.id()).resolve("fail.zip");
    }

    private static void copyToFail(SignerRequirement requirement) throws IOException {
        Files.write(fail(requirement), Files.readAllBytes(pass(requirement)));
    }

    /** Writes whom to trust as {@link PackageTrust#fromFolder} reads it. */
    static void writeTrust(Demonstration demonstration, Path trust) throws IOException, GeneralSecurityException {
        for (DemonstrationRole role : List.of(
                DemonstrationRole.AUTHOR,
                DemonstrationRole.PUBLISHER,
                DemonstrationRole.REVIEWER,
                DemonstrationRole.HUB,
                DemonstrationRole.TIMESTAMP_AUTHORITY)) {
            String name = role == DemonstrationRole.TIMESTAMP_AUTHORITY
                    ? PackageTrust.TIMESTAMP_FOLDER
                    : SignerRole.valueOf(role.name()).claim();
            X509Certificate certificate = demonstration.authority(role).certificate();
            Path folder = Files.createDirectories(trust.resolve(name));
            Files.writeString(
                    folder.resolve(demonstration.toString().toLowerCase(Locale.ROOT) + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        }
    }
}
