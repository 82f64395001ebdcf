package io.xuemeng.core.crypto.certificate;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.FROM;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificatePathValidatorTest {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NEXT_WEEK = Instant.parse("2026-10-08T00:00:00Z");
    private static final Instant LAST_WEEK = Instant.parse("2026-09-24T00:00:00Z");

    @TempDir
    private Path folder;

    private static ValidationMaterial of(List<X509CRL> lists, OcspResponse... responses)
            throws GeneralSecurityException {
        return ValidationMaterial.of(List.of(), lists, List.of(responses));
    }

    private static PathResult validate(DemonstrationAuthority anchor, SigningKey key, ValidationMaterial material)
            throws GeneralSecurityException {
        ValidationMaterial chain = ValidationMaterial.of(key.certificates(), List.of(), List.of());
        return CertificatePathValidator.trusting(anchor.trust())
                .validate(
                        key.certificates().get(0),
                        CertificatePurpose.CONTENT_SIGNATURE,
                        material.and(chain),
                        ValidationTime.at(NOW));
    }

    private static List<Requirement> requirements(PathResult result) {
        return result.findings().stream().map(Finding::requirement).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P_256"})
    void buildsAPathOverAnAuthorityInBetween(KeyType type) throws GeneralSecurityException {
        DemonstrationAuthority root = DemonstrationAuthority.root(type, FROM, UNTIL);
        DemonstrationAuthority middle = root.subordinate(DemonstrationRole.AUTHOR, FROM, UNTIL);
        SigningKey author = middle.issue(DemonstrationRole.AUTHOR, FROM, UNTIL);
        PathResult result = validate(
                root, author, of(List.of(root.revocationList(FROM, UNTIL), middle.revocationList(FROM, UNTIL))));
        assertThat(result.findings()).isEmpty();
        assertThat(result.path())
                .containsExactly(author.certificates().get(0), middle.certificate(), root.certificate());
        assertThat(middle.certificate().getSubjectX500Principal().getName()).contains("DEMO");
        // The role's own authority can be the anchor, and then the root is not asked.
        assertThat(validate(middle, author, of(List.of(middle.revocationList(FROM, UNTIL))))
                        .status())
                .isEqualTo(ValidationStatus.VALID);
    }

    @ParameterizedTest
    @EnumSource(names = {"SM2", "P_256"})
    void believesAnOcspResponseOfTheIssuerOrOfItsResponder(KeyType type) throws GeneralSecurityException {
        DemonstrationAuthority root = DemonstrationAuthority.root(type, FROM, UNTIL);
        SigningKey author = root.issue(DemonstrationRole.AUTHOR, FROM, UNTIL);
        SigningKey responder = root.issue(DemonstrationRole.OCSP_RESPONDER, FROM, UNTIL);
        X509Certificate certificate = author.certificates().get(0);
        for (SigningKey signer : List.of(root.key(), responder)) {
            OcspResponse good = root.ocspResponse(certificate, signer, LAST_WEEK, NEXT_WEEK);
            assertThat(validate(root, author, of(List.of(), good)).status()).isEqualTo(ValidationStatus.VALID);
        }
        OcspResponse byAnother = root.ocspResponse(
                certificate, root.issue(DemonstrationRole.REVIEWER, FROM, UNTIL), LAST_WEEK, NEXT_WEEK);
        assertThat(requirements(validate(root, author, of(List.of(), byAnother))))
                .containsExactly(CertificateRequirement.REVOCATION_AUTHENTIC);
        OcspResponse old = root.ocspResponse(certificate, responder, FROM, LAST_WEEK);
        assertThat(requirements(validate(root, author, of(List.of(), old))))
                .containsExactly(CertificateRequirement.REVOCATION_CURRENT);
        root.revoke(certificate, LAST_WEEK, 1);
        OcspResponse revoked = root.ocspResponse(certificate, responder, LAST_WEEK, NEXT_WEEK);
        assertThat(requirements(validate(root, author, of(List.of(), revoked))))
                .containsExactly(CertificateRequirement.NOT_REVOKED);
    }

    @Test
    void aRevocationBeforeAProvenMomentIsAFaultAndOneAfterItIsNone() throws GeneralSecurityException {
        DemonstrationAuthority root = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);
        X509Certificate certificate =
                root.issue(DemonstrationRole.AUTHOR, FROM, UNTIL).certificates().get(0);
        root.revoke(certificate, LAST_WEEK, 1);
        ValidationMaterial list = of(List.of(root.revocationList(LAST_WEEK, NEXT_WEEK)));
        CertificatePathValidator validator = CertificatePathValidator.trusting(root.trust());
        assertThat(validator
                        .validate(certificate, CertificatePurpose.CONTENT_SIGNATURE, list, ValidationTime.provenAt(NOW))
                        .findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(validator
                        .validate(
                                certificate,
                                CertificatePurpose.CONTENT_SIGNATURE,
                                list,
                                ValidationTime.provenAt(LAST_WEEK.minusSeconds(1)))
                        .status())
                .isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void aHoldEndsWithANewerListThatDoesNotHaveIt() throws GeneralSecurityException {
        DemonstrationAuthority root = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);
        SigningKey author = root.issue(DemonstrationRole.AUTHOR, FROM, UNTIL);
        X509CRL before = root.revocationList(NOW.minusSeconds(60), NEXT_WEEK);
        root.revoke(author.certificates().get(0), LAST_WEEK, 6);
        X509CRL held = root.revocationList(LAST_WEEK, NEXT_WEEK);
        assertThat(requirements(validate(root, author, of(List.of(held)))))
                .containsExactly(CertificateRequirement.NOT_REVOKED);
        assertThat(validate(root, author, of(List.of(held, before))).status()).isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void aSignersOwnCertificateCanBeTheAnchor() throws GeneralSecurityException {
        SigningKey key = FixedKeys.p256("own");
        X509Certificate own = FixedCertificate.of("own", key).selfSigned(key);
        CertificatePathValidator validator = CertificatePathValidator.trusting(TrustAnchors.of(own));
        assertThat(validator
                        .validate(
                                own,
                                CertificatePurpose.CONTENT_SIGNATURE,
                                ValidationMaterial.none(),
                                ValidationTime.at(NOW))
                        .status())
                .isEqualTo(ValidationStatus.VALID);
        // It vouches for nobody else.
        SigningKey signer = key.withCertificates(List.of(own));
        X509Certificate below =
                FixedCertificate.of("below", FixedKeys.p256("below")).issuedBy(signer);
        assertThat(requirements(validator.validate(
                        below,
                        CertificatePurpose.CONTENT_SIGNATURE,
                        of(List.of(FixedCertificate.revocationList(signer))),
                        ValidationTime.at(NOW))))
                .contains(CertificateRequirement.BASIC_CONSTRAINTS);
    }

    @Test
    void takesCertificatesOfTheJavaPlatform() throws GeneralSecurityException {
        DemonstrationAuthority root = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);
        X509Certificate ours =
                root.issue(DemonstrationRole.AUTHOR, FROM, UNTIL).certificates().get(0);
        X509Certificate platforms = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(ours.getEncoded()));
        assertThat(CertificatePathValidator.trusting(root.trust())
                        .with(of(List.of(root.revocationList(FROM, UNTIL))))
                        .validate(
                                platforms,
                                CertificatePurpose.CONTENT_SIGNATURE,
                                ValidationMaterial.none(),
                                ValidationTime.at(NOW))
                        .status())
                .isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void readsFoldersOfPemAndDer() throws IOException, GeneralSecurityException {
        DemonstrationAuthority sm2 = DemonstrationAuthority.root(KeyType.SM2, FROM, UNTIL);
        DemonstrationAuthority p256 = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);
        Files.write(folder.resolve("sm2.cer"), sm2.certificate().getEncoded());
        Files.writeString(
                folder.resolve("p256.pem"),
                pem("CERTIFICATE", p256.certificate().getEncoded()));
        Files.writeString(folder.resolve("README"), "nothing to read");
        assertThat(TrustAnchors.fromFolder(folder).certificates())
                .containsExactlyInAnyOrder(sm2.certificate(), p256.certificate());
        Files.write(folder.resolve("sm2.crl"), sm2.revocationList(FROM, UNTIL).getEncoded());
        SigningKey author = sm2.issue(DemonstrationRole.AUTHOR, FROM, UNTIL);
        OcspResponse response = sm2.ocspResponse(author.certificates().get(0), sm2.key(), FROM, UNTIL);
        Files.writeString(
                folder.resolve("bundle.pem"),
                pem("OCSP RESPONSE", response.encoded())
                        + pem("X509 CRL", p256.revocationList(FROM, UNTIL).getEncoded()));
        ValidationMaterial material = ValidationMaterial.fromFolder(folder);
        assertThat(material.certificates()).hasSize(2);
        assertThat(material.revocationLists()).hasSize(2);
        assertThat(material.ocspResponses()).containsExactly(response);
    }

    @Test
    void namesTheFileThatIsNoCertificate() throws IOException {
        Files.writeString(folder.resolve("broken.pem"), pem("CERTIFICATE", new byte[] {0x30, 1, 2}));
        assertThatThrownBy(() -> TrustAnchors.fromFolder(folder))
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("broken.pem");
        for (String text : List.of("", "nothing", pem("PRIVATE KEY", new byte[1]))) {
            assertThatThrownBy(() -> ValidationMaterial.read(text.getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(CertificateException.class);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }
}
