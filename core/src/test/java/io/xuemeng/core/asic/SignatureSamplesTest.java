package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.CertificateRequirement;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.timestamp.TimestampRequirement;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.xml.SampleFolders;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every requirement on signatures against its texts and its samples, with the anchors that stand beside the samples. */
class SignatureSamplesTest {

    private static final Path TRUST = Path.of("src", "samples", "SIG-trust");

    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>(ContainerSamples.all());
        files.putAll(CertificateSamples.all());
        files.putAll(TimestampSamples.all());
        files.put("SIG-trust/signers/root.pem", pem(DemoPki.ROOT));
        files.put("SIG-trust/signers/sm2-root.pem", pem(DemoPki.SM2_ROOT));
        files.put("SIG-trust/signers/short-root.pem", pem(CertificateSamples.SHORT_ROOT));
        files.put("SIG-trust/timestamps/root.pem", pem(DemoPki.TIMESTAMP_ROOT));
        files.put("SIG-trust/time.properties", Packages.bytes("verified=" + DemoPki.NOW + "\n"));
        return files;
    }

    private static byte[] pem(Signer authority) {
        X509Certificate certificate = authority.certificates().get(0);
        try {
            return Packages.bytes("-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Requirement> requirements() {
        return Stream.of(SignatureRequirement.values(), CertificateRequirement.values(), TimestampRequirement.values())
                .flatMap(Stream::of);
    }

    static Stream<Path> samples() throws IOException {
        return SampleFolders.samples("SIG");
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(Requirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void hasAPassingAndAFailingSample(Requirement requirement) {
        SampleFolders.assertHasSamples(requirement, "zip");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsInASampleWhatItWasMadeForAndNothingElse(Path sample) throws Exception {
        ContainerResult result = verify(sample);
        SampleFolders.assertFindings(sample, result.findings());
        boolean passes = sample.getFileName().toString().startsWith("pass")
                // What this is about is said and does not matter.
                || result.findings().get(0).requirement() == SignatureRequirement.MIME_TYPE_FIRST;
        assertThat(result.status() == ValidationStatus.VALID)
                .as("%s %s", sample, result)
                .isEqualTo(passes);
    }

    private static ContainerResult verify(Path sample) throws IOException, GeneralSecurityException {
        Properties time = properties(TRUST.resolve("time.properties"));
        Properties limits = properties(sample.resolveSibling("limits.properties"));
        return ContainerVerifier.builder()
                .trust(TrustAnchors.fromFolder(TRUST.resolve("signers")))
                .trustForTimestamps(TrustAnchors.fromFolder(TRUST.resolve("timestamps")))
                .clock(Clock.fixed(Instant.parse(time.getProperty("verified")), ZoneOffset.UTC))
                .limits(Limits.defaults().toBuilder()
                        .signatures(Integer.parseInt(limits.getProperty("signatures", "16")))
                        .build())
                .build()
                .verify(sample);
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            }
        }
        return properties;
    }

    @Test
    void areWhatTheirGeneratorMakes() throws IOException {
        SampleFolders.assertGenerated("SIG", all());
    }

    @Test
    void haveFindingsOfArchivesOnlyWhereTheArchiveIsWrong() throws Exception {
        for (Path sample : samples().toList()) {
            ContainerResult result = verify(sample);
            boolean expected = List.of("SIG-013", "SIG-014")
                            .contains(sample.getParent().getFileName().toString())
                    && sample.getFileName().toString().startsWith("fail");
            assertThat(result.archiveFindings().isEmpty()).as("%s", sample).isEqualTo(!expected);
        }
    }
}
