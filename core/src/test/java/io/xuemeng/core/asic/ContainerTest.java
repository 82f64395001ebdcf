package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.CertificateRequirement;
import io.xuemeng.core.crypto.certificate.FixedCertificate;
import io.xuemeng.core.crypto.certificate.OcspResponse;
import io.xuemeng.core.crypto.certificate.RevocationChecking;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

class ContainerTest {

    private static final byte[] PLAIN = Packages.zip(Packages.plain());

    @Test
    void saysWhoSignedWhenInWhichRoleAndWhat() {
        byte[] reviewed = Packages.sign(
                Packages.sign(PLAIN, DemoPki.author()),
                DemoPki.reviewer().timestamps(DemoPki.timestamps(DemoPki.TIMESTAMPER, DemoPki.SIGNED)));
        ContainerResult result = Packages.verify(reviewed, DemoPki.verifier());
        assertThat(result.findings()).isEmpty();
        assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
        assertThat(result.signatures())
                .extracting(SignatureResult::path)
                .containsExactly(
                        "META-INF/signature001.p7s",
                        "META-INF/sm2/seal001.der",
                        "META-INF/signature002.p7s",
                        "META-INF/sm2/seal002.der");
        SignatureResult author = result.signatures().get(1);
        assertThat(author.form()).isEqualTo(SignatureForm.SM2_SEAL);
        assertThat(author.algorithm()).contains(SignatureAlgorithm.SM2_SM3);
        assertThat(author.claimedRoles()).containsExactly("author");
        assertThat(author.signer()).contains(DemoPki.SM2_AUTHOR.certificates().get(0));
        assertThat(author.certificatePath()).hasSize(2);
        assertThat(author.signingTime()).contains(DemoPki.SIGNED);
        assertThat(author.provenTime()).isEmpty();
        assertThat(author.coveredEntries()).contains("mimetype", Packages.PAGE).hasSize(4);
        SignatureResult reviewer = result.signatures().get(2);
        assertThat(reviewer.form()).isEqualTo(SignatureForm.CADES);
        assertThat(reviewer.provenTime()).contains(DemoPki.SIGNED);
        assertThat(reviewer.timestamps())
                .singleElement()
                .satisfies(timestamp -> assertThat(timestamp.authority())
                        .contains(DemoPki.TIMESTAMPER.certificates().get(0)));
        assertThat(reviewer.coveredSignatures())
                .containsExactly("META-INF/signature001.p7s", "META-INF/sm2/seal001.der");
    }

    @Test
    void takesTheAnchorsForTheRolesThatAreClaimed() {
        byte[] container = Packages.sign(PLAIN, DemoPki.author());
        TrustAnchors anchors = DemoPki.anchors(DemoPki.ROOT, DemoPki.SM2_ROOT);
        assertThat(Packages.verify(container, trusting("author", anchors)).status())
                .isEqualTo(ValidationStatus.VALID);
        ContainerResult reviewersOnly = Packages.verify(container, trusting("reviewer", anchors));
        assertThat(reviewersOnly.status()).isEqualTo(ValidationStatus.INDETERMINATE);
        assertThat(reviewersOnly.findings()).extracting(Finding::requirement).contains(CertificateRequirement.TRUSTED);
    }

    private static ContainerVerifier.Builder trusting(String role, TrustAnchors anchors) {
        return DemoPki.verifier().trust(roles -> roles.equals(List.of(role)) ? anchors : TrustAnchors.none());
    }

    @Test
    void aContainerThatWasPackedAgainStillVerifies() throws IOException {
        byte[] container = Packages.reviewed();
        Map<String, byte[]> files = Packages.unzip(container);
        List<String> order = new ArrayList<>(files.keySet());
        Collections.reverse(order);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (String directory : List.of("content/", "META-INF/", "META-INF/sm2/")) {
                zip.putArchiveEntry(new ZipArchiveEntry(directory));
                zip.closeArchiveEntry();
            }
            zip.setLevel(9);
            for (String path : order) {
                ZipArchiveEntry entry = new ZipArchiveEntry(path);
                entry.setTime(1_700_000_000_000L);
                entry.setUnixMode(0100644);
                zip.putArchiveEntry(entry);
                zip.write(files.get(path));
                zip.closeArchiveEntry();
            }
        }
        ContainerResult result = Packages.verify(out.toByteArray(), DemoPki.verifier());
        assertThat(result.findings())
                .extracting(Finding::requirement)
                .containsExactly(SignatureRequirement.MIME_TYPE_FIRST);
        assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void anUnsignedPackageIsIndeterminateAndNothingIsFound() {
        ContainerResult result = Packages.verify(PLAIN, DemoPki.verifier());
        assertThat(result.isSigned()).isFalse();
        assertThat(result.findings()).isEmpty();
        assertThat(result.status()).isEqualTo(ValidationStatus.INDETERMINATE);
    }

    @Test
    void whatIsNoArchiveIsInvalidAndTheArchivesFindingSaysWhy() {
        ContainerResult result = Packages.verify(Packages.bytes("no zip"), DemoPki.verifier());
        assertThat(result.status()).isEqualTo(ValidationStatus.INVALID);
        assertThat(result.archiveFindings()).isNotEmpty();
    }

    @Test
    void verifiesOneEntryWithoutReadingTheOthers() throws IOException {
        byte[] altered = Packages.edit(Packages.reviewed(), files -> files.get("imsmanifest.xml")[3]++);
        ContainerVerifier verifier = DemoPki.verifier().build();
        ContainerResult page = verifier.verifyEntry(PositionalSource.of(altered), Packages.PAGE);
        assertThat(page.status()).isEqualTo(ValidationStatus.VALID);
        assertThat(page.signatures())
                .allSatisfy(signature -> assertThat(signature.coveredEntries()).containsExactly(Packages.PAGE));
        ContainerResult manifest = verifier.verifyEntry(PositionalSource.of(altered), "imsmanifest.xml");
        assertThat(manifest.status()).isEqualTo(ValidationStatus.INVALID);
        assertThatThrownBy(() -> verifier.verifyEntry(PositionalSource.of(altered), "content/none.html"))
                .isInstanceOf(NoSuchFileException.class);
        byte[] removed = Packages.edit(altered, files -> files.remove(Packages.PAGE));
        assertThat(verifier.verifyEntry(PositionalSource.of(removed), Packages.PAGE)
                        .status())
                .isEqualTo(ValidationStatus.INVALID);
    }

    @Test
    void anAlteredEntrySpoilsEverySignatureOverIt() {
        byte[] altered = Packages.edit(Packages.reviewed(), files -> files.get(Packages.PAGE)[30]++);
        ContainerResult result = Packages.verify(altered, DemoPki.verifier());
        assertThat(result.signatures())
                .allSatisfy(signature -> assertThat(signature.status()).isEqualTo(ValidationStatus.INVALID));
        // Once for each manifest, though two signatures stand over it.
        assertThat(result.findings())
                .extracting(Finding::requirement)
                .containsExactly(SignatureRequirement.ENTRY_UNCHANGED, SignatureRequirement.ENTRY_UNCHANGED);
    }

    @Test
    void aStrippedAuthorIsMissedByTheReviewersManifest() {
        byte[] stripped =
                Packages.edit(Packages.reviewed(), files -> files.keySet().removeIf(path -> path.contains("001")));
        assertThat(Packages.verify(stripped, DemoPki.verifier()).findings())
                .extracting(Finding::requirement)
                .containsOnly(SignatureRequirement.NOTHING_REMOVED);
    }

    @Test
    void parallelSignaturesAreAcceptedWhenTheCallerSaysSo() {
        byte[] parallel = ContainerSamples.all().get("SIG-027/fail.zip");
        assertThat(Packages.verify(parallel, DemoPki.verifier()).status()).isEqualTo(ValidationStatus.INDETERMINATE);
        assertThat(Packages.verify(parallel, DemoPki.verifier().acceptParallelSignatures())
                        .status())
                .isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void acceptsOnlyTheAlgorithmsThatTheCallerAllows() {
        byte[] container = Packages.sign(PLAIN, DemoPki.author());
        ContainerResult result = Packages.verify(
                container, DemoPki.verifier().signatureAlgorithms(EnumSet.of(SignatureAlgorithm.SM2_SM3)));
        assertThat(result.signatures())
                .extracting(SignatureResult::status)
                .containsExactly(ValidationStatus.INDETERMINATE, ValidationStatus.VALID);
        assertThat(result.findings())
                .extracting(Finding::requirement)
                .containsExactly(SignatureRequirement.SIGNATURE_ALGORITHM);
    }

    @Test
    void anUnknownRevocationStatusIsAcceptedWhenTheCallerSaysSo() {
        byte[] container = Packages.sign(
                PLAIN, ContainerSigner.builder().signer(DemoPki.AUTHOR).clock(DemoPki.SIGNING));
        assertThat(Packages.verify(container, DemoPki.verifier()).status()).isEqualTo(ValidationStatus.INDETERMINATE);
        assertThat(Packages.verify(container, DemoPki.verifier().revocation(RevocationChecking.WHEN_AVAILABLE))
                        .status())
                .isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void aProvenMomentTurnsExpiryIntoAFault() {
        byte[] timestamped = CertificateSamples.all().get("SIG-102/fail-timestamped.zip");
        assertThat(Packages.verify(timestamped, DemoPki.verifier()).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
        byte[] not = CertificateSamples.all().get("SIG-102/fail.zip");
        assertThat(Packages.verify(not, DemoPki.verifier()).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void aTimestampKeepsASignatureValidAfterItsCertificateHasExpired() {
        Clock later = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);
        byte[] container = CertificateSamples.all().get("SIG-102/pass-timestamped.zip");
        assertThat(Packages.verify(container, DemoPki.verifier().clock(later)).status())
                .isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void anEmbeddedOcspResponseSaysThatNothingWasRevoked() throws GeneralSecurityException {
        Instant from = FixedCertificate.FROM;
        Instant until = FixedCertificate.UNTIL;
        for (KeyType type : List.of(KeyType.SM2, KeyType.P_256)) {
            DemonstrationAuthority root = DemonstrationAuthority.root(type, from, until);
            SigningKey author = root.issue(DemonstrationRole.AUTHOR, from, until);
            SigningKey responder = root.issue(DemonstrationRole.OCSP_RESPONDER, from, until);
            OcspResponse response = root.ocspResponse(author.certificates().get(0), responder, from, until);
            byte[] container = Packages.sign(
                    PLAIN,
                    ContainerSigner.builder()
                            .signer(author)
                            .embed(ValidationMaterial.of(List.of(), List.of(), List.of(response)))
                            .clock(DemoPki.SIGNING));
            ContainerResult result =
                    Packages.verify(container, DemoPki.verifier().trust(root.trust()));
            assertThat(result.findings()).isEmpty();
            assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
        }
    }

    @Test
    void aMessageNestedWithoutEndIsUnreadable() {
        for (byte[] level : List.of(new byte[] {0x30, (byte) 0x80}, new byte[] {(byte) 0xA0, (byte) 0x80})) {
            byte[] deep = new byte[1 << 20];
            for (int i = 0; i < deep.length; i += 2) {
                System.arraycopy(level, 0, deep, i, 2);
            }
            ContainerResult result = Packages.verify(Forge.container(manifest -> deep), DemoPki.verifier());
            assertThat(result.findings())
                    .extracting(Finding::requirement)
                    .containsExactly(SignatureRequirement.MESSAGE_READABLE);
        }
    }

    @Test
    void threadsFindWhatOneFinds() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(Packages.plain());
        for (int i = 0; i < 200; i++) {
            files.put("content/" + i + ".txt", Packages.bytes("text ".repeat(i)));
        }
        byte[] container = Packages.sign(Packages.zip(files), DemoPki.author().threads(4));
        assertThat(Packages.verify(container, DemoPki.verifier().threads(4)).status())
                .isEqualTo(ValidationStatus.VALID);
        byte[] altered = Packages.edit(container, entries -> {
            entries.get("content/7.txt")[2]++;
            entries.get("content/150.txt")[2]++;
        });
        assertThat(Packages.verify(altered, DemoPki.verifier().threads(4)).findings())
                .extracting(finding -> finding.location().toString())
                .containsExactly("content/7.txt", "content/150.txt");
    }

    @Test
    void aSignatureAndASealThatWereExchangedAreNotValid() throws IOException {
        Map<String, byte[]> files = Packages.unzip(Packages.sign(Packages.zip(Packages.plain()), DemoPki.author()));
        byte[] signature = files.put(Forge.SIGNATURE, files.get(ContainerPaths.seal(1)));
        files.put(ContainerPaths.seal(1), signature);

        ContainerResult result = Packages.verify(Packages.zip(files), DemoPki.verifier());

        assertThat(result.status()).isEqualTo(ValidationStatus.INVALID);
        assertThat(result.findings()).extracting(Finding::id).containsOnly("SIG-032");
    }

    @Test
    void aSourceThatFailsFailsTheVerificationOnEveryThread() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            byte[] noise = new byte[20_000];
            new Random(i).nextBytes(noise);
            files.put("content/" + i + ".bin", noise);
        }
        byte[] container = Packages.sign(Packages.zip(files), DemoPki.author());
        PositionalSource failing = new PositionalSource() {
            @Override
            public long size() {
                return container.length;
            }

            @Override
            public int read(ByteBuffer target, long position) throws IOException {
                if (position > 300_000 && position < 330_000) {
                    throw new IOException("the disk is broken");
                }
                return PositionalSource.of(container).read(target, position);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        assertThatThrownBy(() -> DemoPki.verifier().threads(3).build().verify(failing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is broken");
    }
}
