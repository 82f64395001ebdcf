package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.cms.SignedMessage;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenSSL, which we did not write. Where it is not installed, what it once verified stands in for it: our signatures are
 * the same byte for byte, and their digests are kept with its verdict; and what it once signed is verified in any case.
 */
class OpenSslOracleTest {

    /** Digests of what OpenSSL 3.0.19 verified. */
    private static final Path VERDICTS = Path.of("src/test/resources/io/xuemeng/core/asic/openssl-verdicts.properties");

    /** Made with {@code openssl cms -sign -cades -binary}. */
    private static final Path MADE = Path.of("src/test/resources/io/xuemeng/core/asic/openssl-signature.p7s");

    private static final byte[] CONTAINER = Packages.sign(Packages.zip(Packages.plain()), DemoPki.author());

    @TempDir
    private Path folder;

    @Test
    void verifiesOurCadesSignature() throws Exception {
        Map<String, byte[]> files = Packages.unzip(CONTAINER);
        Path signature = write("signature.p7s", files.get(Forge.SIGNATURE));
        Path manifest = write("manifest.xml", files.get(Forge.MANIFEST));
        Path root = write("root.pem", pem(DemoPki.ROOT));
        assertVerified(
                "cades",
                files.get(Forge.SIGNATURE),
                "Verification successful",
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                signature.toString(),
                "-content",
                manifest.toString(),
                "-CAfile",
                root.toString(),
                "-purpose",
                "any",
                "-attime",
                Long.toString(DemoPki.NOW.getEpochSecond()),
                "-out",
                folder.resolve("out").toString());
    }

    /** OpenSSL 3.0 verifies SM2 in CMS with an empty ID only, so it is given the signed attributes. */
    @Test
    void verifiesOurSm2SealWithTheAgreedId() throws Exception {
        byte[] seal = Packages.unzip(CONTAINER).get("META-INF/sm2/seal001.der");
        SignedMessage message = SignedMessage.read(seal);
        Path attributes = write("attributes.der", message.attributes().signed());
        Path signature = write("signature.der", message.signature());
        Path key = write("key.pem", publicKeyPem(DemoPki.SM2_AUTHOR));
        assertVerified(
                "sm2",
                seal,
                "Verified OK",
                "dgst",
                "-sm3",
                "-verify",
                key.toString(),
                "-sigopt",
                "distid:1234567812345678",
                "-signature",
                signature.toString(),
                attributes.toString());
    }

    @Test
    void verifiesOurSm2Certificates() throws Exception {
        Path root = write("root.pem", pem(DemoPki.SM2_ROOT));
        Path author = write("author.pem", pem(DemoPki.SM2_AUTHOR));
        assertVerified(
                "chain",
                DemoPki.SM2_AUTHOR.certificates().get(0).getEncoded(),
                "author.pem: OK",
                "verify",
                "-vfyopt",
                "distid:1234567812345678",
                "-CAfile",
                root.toString(),
                "-attime",
                Long.toString(DemoPki.NOW.getEpochSecond()),
                author.toString());
    }

    @Test
    void weVerifyWhatItSigned() throws IOException {
        assertValid(Files.readAllBytes(MADE));
    }

    @Test
    void weVerifyWhatItSignsNow() throws Exception {
        if (!isInstalled()) {
            // The test before this one holds what it signed once.
            return;
        }
        Path key = write("key.pem", ((SigningKey) DemoPki.AUTHOR).toPem().getBytes(StandardCharsets.US_ASCII));
        Path manifest = write("manifest.xml", manifest());
        Path list = write("out.p7s", new byte[0]);
        run(
                "cms",
                "-sign",
                "-cades",
                "-binary",
                "-md",
                "sha256",
                "-in",
                manifest.toString(),
                "-signer",
                key.toString(),
                "-outform",
                "DER",
                "-out",
                list.toString());
        assertValid(Files.readAllBytes(list));
    }

    private static byte[] manifest() {
        return Forge.manifest(Forge.files()).getBytes(StandardCharsets.UTF_8);
    }

    private static void assertValid(byte[] signature) {
        byte[] container = Forge.container(manifest -> signature);
        ContainerResult result = Packages.verify(
                container,
                DemoPki.verifier()
                        .with(DemoPki.lists(DemoPki.LIST))
                        // OpenSSL states whatever time it is.
                        .clock(Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC)));
        assertThat(result.findings()).isEmpty();
        assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
    }

    private void assertVerified(String name, byte[] what, String verdict, String... command) throws Exception {
        if (isInstalled()) {
            assertThat(run(command)).contains(verdict);
        }
        Properties verdicts = new Properties();
        try (Reader in = Files.newBufferedReader(VERDICTS)) {
            verdicts.load(in);
        }
        assertThat(HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(what)))
                .as("what OpenSSL verified once; verify it again and put its digest into %s", VERDICTS)
                .isEqualTo(verdicts.getProperty(name));
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] pem(Signer signer) throws Exception {
        return pem("CERTIFICATE", signer.certificates().get(0).getEncoded());
    }

    private static byte[] publicKeyPem(Signer signer) {
        return pem("PUBLIC KEY", signer.verificationKey().encoded());
    }

    private static byte[] pem(String label, byte[] der) {
        return Packages.bytes("-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label
                + "-----\n");
    }
}
