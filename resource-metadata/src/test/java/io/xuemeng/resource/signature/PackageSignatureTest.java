package io.xuemeng.resource.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.asic.MimeTypePlace;
import io.xuemeng.core.asic.SignatureForm;
import io.xuemeng.core.asic.UnsignableContainerException;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.input.PositionalSource;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.resource.packaging.PackageValidator;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackageSignatureTest {

    private static final Demonstration SM2 = new Demonstration(KeyType.SM2);
    private static final Demonstration P_256 = new Demonstration(KeyType.P_256);

    private static final MetadataProfile DEMANDING = MetadataProfile.read("""
            {"format": "xuemeng-profile-1", "id": "signed", "version": "1", "extends": "lom",
             "title": {"zh": "已签名", "en": "signed"}, "elements": [],
             "grades": {"SIG-301": "ERROR", "SIG-302": "ERROR", "SIG-303": "WARNING", "SIG-304": "ERROR"}}
            """.getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private Path pkg;

    @BeforeEach
    void build() throws IOException {
        pkg = SignedPackages.unsigned(folder.resolve("分数.zip"));
    }

    private static PackageVerifier trusting(Demonstration demonstration) {
        return PackageVerifier.trusting(demonstration.trust())
                .withClock(Clock.fixed(Demonstration.NOW.plusSeconds(3600), ZoneOffset.UTC));
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).distinct().toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"SM2", "P_256"})
    void whoMadeAndWhoReviewedIsProven(KeyType type) throws Exception {
        Demonstration signers = type == KeyType.SM2 ? SM2 : P_256;
        signers.signer(SignerRole.AUTHOR).timestampedBy(signers.timestamps()).sign(pkg);
        signers.signer(SignerRole.REVIEWER).sign(pkg);

        SignatureReport report = trusting(signers).verify(pkg);

        assertThat(report.findings()).isEmpty();
        assertThat(report.status()).isEqualTo(ValidationStatus.VALID);
        assertThat(report.signatures()).hasSize(2);
        PackageSignature author = report.validAs(SignerRole.AUTHOR).orElseThrow();
        assertThat(author.signer().orElseThrow()).contains("DEMO author");
        assertThat(author.time()).contains(Demonstration.NOW.plusSeconds(120));
        assertThat(author.result().coveredEntries()).contains("imsmanifest.xml", SignedPackages.PAGE);
        PackageSignature reviewer = report.validAs(SignerRole.REVIEWER).orElseThrow();
        assertThat(reviewer.time()).contains(Demonstration.NOW.plusSeconds(60));
        assertThat(reviewer.result().coveredSignatures())
                .contains(author.result().path());
        assertThat(report.validAs(SignerRole.PUBLISHER)).isEmpty();
    }

    @Test
    void oneSigningMayHaveASealAndACadesSignature() throws Exception {
        SM2.signer(SignerRole.PUBLISHER)
                .and(P_256.key(DemonstrationRole.PUBLISHER))
                .embedding(P_256.material())
                .withMimeType(MimeTypePlace.COMMENT)
                .sign(pkg);

        SignatureReport bySm2 = trusting(SM2).verify(pkg);
        SignatureReport byP256 = trusting(P_256).verify(pkg);

        assertThat(bySm2.validAs(SignerRole.PUBLISHER).orElseThrow().result().form())
                .isEqualTo(SignatureForm.SM2_SEAL);
        assertThat(byP256.validAs(SignerRole.PUBLISHER).orElseThrow().result().form())
                .isEqualTo(SignatureForm.CADES);
        // Each trusts one of the two only, so neither calls the whole valid.
        assertThat(bySm2.status()).isEqualTo(ValidationStatus.INDETERMINATE);
    }

    @Test
    void nobodyIsBelievedInARoleHeIsNotTrustedIn() throws Exception {
        PackageSigner.as(SignerRole.REVIEWER, SM2.key(DemonstrationRole.AUTHOR))
                .embedding(SM2.material())
                .withClock(Clock.fixed(Demonstration.NOW.plusSeconds(60), ZoneOffset.UTC))
                .sign(pkg);

        SignatureReport report = trusting(SM2).verify(pkg);

        assertThat(report.status()).isEqualTo(ValidationStatus.INDETERMINATE);
        assertThat(report.validAs(SignerRole.REVIEWER)).isEmpty();
        assertThat(ids(report.findings())).containsExactly("SIG-101");
    }

    private void assertRefused(String id, Consumer<Map<String, byte[]>> change) throws IOException {
        Path copy = Files.copy(pkg, folder.resolve(id + "-" + System.nanoTime() + ".zip"));
        SignedPackages.changed(copy, change);

        SignatureReport report = trusting(SM2).verify(copy);
        Report validated = PackageValidator.forProfile(MetadataProfile.lom())
                .withTrust(SM2.trust())
                .validate(copy);

        assertThat(report.status()).isEqualTo(ValidationStatus.INVALID);
        assertThat(report.validAs(SignerRole.AUTHOR)).isEmpty();
        assertThat(ids(report.findings())).contains(id);
        assertThat(validated.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(ids(validated.findings())).contains(id);
    }

    @Test
    void whatWasDoneOnTheWayIsFoundByVerifyingAndByValidating() throws Exception {
        SM2.signer(SignerRole.AUTHOR).sign(pkg);

        assertRefused("SIG-008", entries -> entries.put(SignedPackages.PAGE, new byte[] {'x'}));
        assertRefused("SIG-009", entries -> entries.put("quiz/extra.html", new byte[] {'x'}));
        assertRefused("SIG-010", entries -> entries.put("META-INF/extra.xml", new byte[] {'x'}));
        assertRefused("SIG-011", entries -> entries.remove(SignedPackages.PAGE));
        assertRefused("SIG-012", entries -> entries.put("quiz/other.html", entries.remove(SignedPackages.PAGE)));
        assertRefused(
                "SIG-020",
                entries -> entries.computeIfPresent(
                        "META-INF/ASiCManifest001.xml", (path, bytes) -> Arrays.copyOf(bytes, bytes.length - 1)));
    }

    @Test
    void aPackageThatWasZippedAgainStillVerifies() throws Exception {
        SM2.signer(SignerRole.AUTHOR).sign(pkg);

        SignedPackages.changed(pkg, entries -> entries.put("imsmanifest.xml", entries.remove("imsmanifest.xml")));

        assertThat(trusting(SM2).verify(pkg).status()).isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void oneFileCanBeVerifiedAlone() throws Exception {
        SM2.signer(SignerRole.AUTHOR).sign(pkg);
        SignedPackages.changed(pkg, entries -> entries.put("imsmanifest.xml", new byte[] {'x'}));

        try (PositionalSource source = PositionalSource.of(pkg)) {
            assertThat(trusting(SM2).verifyEntry(source, SignedPackages.PAGE).status())
                    .isEqualTo(ValidationStatus.VALID);
            assertThat(trusting(SM2).verifyEntry(source, "imsmanifest.xml").status())
                    .isEqualTo(ValidationStatus.INVALID);
        }
    }

    @Test
    void aProfileDemandsSignaturesByGradingTheirAbsence() throws Exception {
        PackageVerifier demanding = trusting(SM2).demanding(DEMANDING);

        assertThat(ids(demanding.verify(pkg).findings())).containsExactly("SIG-301", "SIG-302", "SIG-303", "SIG-304");
        P_256.signer(SignerRole.AUTHOR).sign(pkg);
        assertThat(ids(demanding.verify(pkg).findings()))
                .as("signed by somebody who is not trusted")
                .contains("SIG-101", "SIG-301", "SIG-302");

        Path sealed = SignedPackages.unsigned(folder.resolve("sealed.zip"));
        SM2.signer(SignerRole.AUTHOR).timestampedBy(SM2.timestamps()).sign(sealed);
        assertThat(ids(demanding.verify(sealed).findings())).containsExactly("SIG-302");
        SM2.signer(SignerRole.REVIEWER).timestampedBy(SM2.timestamps()).sign(sealed);
        assertThat(demanding.verify(sealed).findings()).isEmpty();

        SignedPackages.changed(sealed, entries -> entries.keySet().removeIf(path -> path.contains("002")));
        assertThat(ids(demanding.verify(sealed).findings()))
                .as("the review was taken away")
                .containsExactly("SIG-302");
    }

    @Test
    void validationGradesAsTheProfileSays() throws Exception {
        PackageValidator validator = PackageValidator.forProfile(DEMANDING).withTrust(SM2.trust());

        Report unsigned = validator.validate(pkg);
        assertThat(unsigned.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(unsigned.findings())
                .filteredOn(finding -> finding.id().equals("SIG-303"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);

        SM2.signer(SignerRole.AUTHOR).timestampedBy(SM2.timestamps()).sign(pkg);
        SM2.signer(SignerRole.REVIEWER).timestampedBy(SM2.timestamps()).sign(pkg);
        assertThat(validator.validate(pkg).findings()).isEmpty();
    }

    @Test
    void withoutTrustValidationSaysThatSignersWereNotJudgedAndNothingOfCertificates() throws Exception {
        SM2.signer(SignerRole.AUTHOR).timestampedBy(SM2.timestamps()).sign(pkg);

        Report report = PackageValidator.forProfile(MetadataProfile.lom()).validate(pkg);

        assertThat(report.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(ids(report.findings())).containsExactly("SIG-306");
    }

    @Test
    void whatIsNoPackageIsNotSignedAndStaysAsItWas() throws Exception {
        byte[] junk = {'P', 'K', 1, 2};
        Files.write(pkg, junk);

        assertThatThrownBy(() -> SM2.signer(SignerRole.AUTHOR).sign(pkg))
                .isInstanceOf(UnsignableContainerException.class);

        assertThat(pkg).hasBinaryContent(junk);
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".signing"));
    }

    @Test
    void aKeyNeedsACertificateAndTwoKeysMustMakeTwoForms() {
        assertThatThrownBy(() -> PackageSigner.as(SignerRole.AUTHOR, SigningKey.generate(KeyType.SM2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SM2.signer(SignerRole.AUTHOR).and(SM2.key(DemonstrationRole.HUB)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
