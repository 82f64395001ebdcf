package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.ValidationStatus;
import io.xuemeng.core.crypto.timestamp.TimestampSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** EU DSS, which we did not write: it finds our containers good, and we find its good. */
class DssOracleTest {

    private static final TimestampSource TIMESTAMPS = DemoPki.timestamps(DemoPki.TIMESTAMPER, DemoPki.SIGNED);
    private static final Signer RSA_PSS = rsa("rsa pss", SignatureAlgorithm.PS256);
    private static final Signer RSA = rsa("rsa", SignatureAlgorithm.RS256);

    private static Signer rsa(String name, SignatureAlgorithm algorithm) {
        SigningKey key = SigningKey.generate(KeyType.RSA).withAlgorithm(algorithm);
        return DemoPki.issued(name, key, DemoPki.ROOT);
    }

    @Test
    void passesAnAuthorAndAReviewerWithTimestampsAndSealsThoughEveryFileMustBeSigned() throws IOException {
        byte[] signed =
                Packages.sign(Packages.zip(Packages.plain()), DemoPki.author().timestamps(TIMESTAMPS));
        byte[] reviewed = Packages.sign(signed, DemoPki.reviewer().timestamps(TIMESTAMPS));
        assertPassed(reviewed, 2);
        assertThat(Packages.verify(reviewed, DemoPki.verifier()).status()).isEqualTo(ValidationStatus.VALID);
    }

    @Test
    void passesRsaWithBothPaddings() throws IOException {
        byte[] container = Packages.zip(Packages.plain());
        for (Signer signer : List.of(RSA_PSS, RSA)) {
            container = Packages.sign(
                    container,
                    ContainerSigner.builder()
                            .signer(signer)
                            .embed(DemoPki.lists(DemoPki.LIST))
                            .timestamps(TIMESTAMPS)
                            .clock(DemoPki.SIGNING));
        }
        assertPassed(container, 2);
    }

    @Test
    void passesAMimeTypeInTheComment() throws IOException {
        byte[] container =
                Packages.sign(Packages.zip(Packages.plain()), DemoPki.author().mimeType(MimeTypePlace.COMMENT));
        assertPassed(container, 1);
    }

    @Test
    void readsTheRoleThatWeWrite() throws IOException {
        byte[] container = Packages.sign(Packages.zip(Packages.plain()), DemoPki.author());
        assertThat(validate(container)
                        .getDiagnosticData()
                        .getSignatures()
                        .get(0)
                        .getClaimedRoles())
                .extracting(role -> role.getRole())
                .containsExactly("author");
    }

    @Test
    void failsWhenAContentByteChanges() throws IOException {
        byte[] altered = Packages.edit(Packages.reviewed(), files -> files.get(Packages.PAGE)[40]++);
        SimpleReport report = validate(altered).getSimpleReport();
        assertThat(report.getSignatureIdList())
                .allSatisfy(id -> assertThat(report.getIndication(id)).isEqualTo(Indication.TOTAL_FAILED));
    }

    private static void assertPassed(byte[] container, int signatures) throws IOException {
        SimpleReport report = validate(container).getSimpleReport();
        assertThat(report.getContainerType()).isEqualTo(ASiCContainerType.ASiC_E);
        assertThat(report.getSignatureIdList()).hasSize(signatures);
        assertThat(report.getSignatureIdList())
                .allSatisfy(id -> assertThat(report.getIndication(id))
                        .as(report.getAdESValidationErrors(id).toString())
                        .isEqualTo(Indication.TOTAL_PASSED));
    }

    private static eu.europa.esig.dss.validation.reports.Reports validate(byte[] container) throws IOException {
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(container, "a.zip"));
        validator.setCertificateVerifier(trusting());
        validator.setValidationTime(Date.from(DemoPki.NOW));
        String policy;
        try (InputStream in = SignedDocumentValidator.class.getResourceAsStream("/policy/constraint.xml")) {
            policy = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String strict = policy.replaceAll("<AllFilesSigned Level=\"\\w+\"", "<AllFilesSigned Level=\"FAIL\"");
        assertThat(strict.replaceAll("(?s)<!--.*?-->", "")).contains("<AllFilesSigned Level=\"FAIL\"");
        return validator.validateDocument(new ByteArrayInputStream(strict.getBytes(StandardCharsets.UTF_8)));
    }

    private static CommonCertificateVerifier trusting() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(DemoPki.ROOT.certificates().get(0)));
        trusted.addCertificate(
                new CertificateToken(DemoPki.TIMESTAMP_ROOT.certificates().get(0)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }

    @Test
    void makesContainersThatWeFindValid() throws IOException {
        for (Signer signer : List.of(DemoPki.AUTHOR, RSA, RSA_PSS)) {
            for (SignatureLevel level : List.of(SignatureLevel.CAdES_BASELINE_B, SignatureLevel.CAdES_BASELINE_T)) {
                byte[] container = signWithDss(documents(), signer, level);
                ContainerResult result = Packages.verify(container, verifierOfDss());
                assertThat(result.findings())
                        .as(signer.algorithm() + " " + level)
                        .isEmpty();
                assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
                assertThat(result.signatures()).singleElement().satisfies(signature -> {
                    assertThat(signature.covers(Packages.PAGE)).isTrue();
                    assertThat(signature.claimedRoles()).containsExactly("author");
                    assertThat(signature.timestamps()).hasSize(level == SignatureLevel.CAdES_BASELINE_T ? 1 : 0);
                });
            }
        }
    }

    @Test
    void andWeSignTheSameContainerInTurn() throws IOException {
        byte[] container = signWithDss(documents(), DemoPki.AUTHOR, SignatureLevel.CAdES_BASELINE_B);
        byte[] reviewed = Packages.sign(container, DemoPki.reviewer());
        assertPassedButForRevocation(reviewed);
        ContainerResult result = Packages.verify(reviewed, verifierOfDss());
        assertThat(result.findings()).isEmpty();
        assertThat(result.status()).isEqualTo(ValidationStatus.VALID);
    }

    private static void assertPassedButForRevocation(byte[] container) throws IOException {
        SimpleReport report = validate(container).getSimpleReport();
        assertThat(report.getSignatureIdList()).hasSize(2);
        assertThat(report.getSignatureIdList().stream().map(report::getIndication))
                .contains(Indication.TOTAL_PASSED)
                .doesNotContain(Indication.TOTAL_FAILED);
    }

    private static ContainerVerifier.Builder verifierOfDss() {
        // DSS embeds no revocation list at these levels.
        return DemoPki.verifier().with(DemoPki.lists(DemoPki.LIST, DemoPki.TIMESTAMP_LIST));
    }

    static List<DSSDocument> documents() {
        List<DSSDocument> documents = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : Packages.plain().entrySet()) {
            documents.add(new InMemoryDocument(file.getValue(), file.getKey()));
        }
        return documents;
    }

    static byte[] signWithDss(List<DSSDocument> documents, Signer signer, SignatureLevel level) throws IOException {
        ASiCWithCAdESService service = new ASiCWithCAdESService(trusting());
        service.setTspSource(new DemoTspSource());
        ASiCWithCAdESSignatureParameters parameters = new ASiCWithCAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.setSigningCertificate(
                new CertificateToken(signer.certificates().get(0)));
        parameters.setDigestAlgorithm(eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256);
        parameters.setEncryptionAlgorithm(
                switch (signer.algorithm()) {
                    case PS256 -> eu.europa.esig.dss.enumerations.EncryptionAlgorithm.RSASSA_PSS;
                    case RS256 -> eu.europa.esig.dss.enumerations.EncryptionAlgorithm.RSA;
                    default -> eu.europa.esig.dss.enumerations.EncryptionAlgorithm.ECDSA;
                });
        parameters.bLevel().setSigningDate(Date.from(DemoPki.SIGNED));
        parameters.bLevel().setClaimedSignerRoles(List.of("author"));
        byte[] toSign = service.getDataToSign(documents, parameters).getBytes();
        byte[] value = signer.sign(toSign);
        if (signer.algorithm() == SignatureAlgorithm.ES256) {
            value = EcSignatures.toDer(value);
        }
        DSSDocument signed = service.signDocument(
                documents, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), value));
        try (InputStream in = signed.openStream()) {
            return in.readAllBytes();
        }
    }

    /** Our own timestamp authority as DSS asks one. */
    private static final class DemoTspSource implements TSPSource {

        private static final long serialVersionUID = 1L;

        @Override
        public TimestampBinary getTimeStampResponse(
                eu.europa.esig.dss.enumerations.DigestAlgorithm algorithm, byte[] digest) {
            try {
                org.bouncycastle.tsp.TimeStampRequestGenerator generator =
                        new org.bouncycastle.tsp.TimeStampRequestGenerator();
                generator.setCertReq(true);
                byte[] request = generator
                        .generate(new org.bouncycastle.asn1.ASN1ObjectIdentifier(algorithm.getOid()), digest)
                        .getEncoded();
                byte[] answer =
                        DemoPki.authority(DemoPki.TIMESTAMPER, DemoPki.SIGNED).respond(request);
                return new TimestampBinary(new org.bouncycastle.tsp.TimeStampResponse(answer)
                        .getTimeStampToken()
                        .getEncoded());
            } catch (IOException | org.bouncycastle.tsp.TSPException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
