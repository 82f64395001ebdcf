package io.xuemeng.core.crypto.certificate;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.FROM;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.UNTIL;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certificates that cost their maker nothing and whoever judges them much. There are limits to what is done, and reaching one is
 * neither a proof nor a fault: it is said. Without limits each of these takes from minutes to for ever.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileCertificatesTest extends HostileScene {

    /** Keys whose parameters their maker chose, and who can say how long it takes to compute with them? */
    static Stream<Map.Entry<String, SubjectPublicKeyInfo>> keysOfOtherKinds() throws IOException {
        BigInteger huge = new BigInteger(16_000, new Random(7)).setBit(16_000).setBit(0);
        BigInteger rsa = new BigInteger(9000, new Random(7)).setBit(9000).setBit(0);
        ASN1ObjectIdentifier diffieHellman = PKCSObjectIdentifiers.dhKeyAgreement;
        ASN1Encodable explicitCurve = SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
        byte[] point = certificatePoint();
        return Stream.of(
                Map.entry(
                        "DSA",
                        new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(
                                        new ASN1ObjectIdentifier("1.2.840.10040.4.1"),
                                        new DSAParameter(
                                                huge, huge.shiftRight(1).setBit(0), huge.shiftRight(2))),
                                new ASN1Integer(5))),
                Map.entry(
                        diffieHellman.getId(),
                        new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(diffieHellman, new DERSequence(new ASN1Encodable[] {
                                    new ASN1Integer(huge), new ASN1Integer(huge.shiftRight(1))
                                })),
                                new ASN1Integer(5))),
                Map.entry(
                        X9ObjectIdentifiers.id_ecPublicKey.getId(),
                        new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, explicitCurve), point)),
                Map.entry(
                        "2.999.1",
                        new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_ecPublicKey, new ASN1ObjectIdentifier("2.999.1")),
                                point)),
                Map.entry("RSA 9001", rsa(rsa, BigInteger.valueOf(65537))),
                Map.entry("RSA 2048, e 300", rsa(rsa.shiftRight(6953).setBit(0), BigInteger.ONE.shiftLeft(299))));
    }

    private static SubjectPublicKeyInfo rsa(BigInteger modulus, BigInteger exponent) throws IOException {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(modulus, exponent));
    }

    private static byte[] certificatePoint() {
        return SubjectPublicKeyInfo.getInstance(AUTHOR.verificationKey().encoded())
                .getPublicKeyData()
                .getOctets();
    }

    @ParameterizedTest
    @MethodSource("keysOfOtherKinds")
    void doesNotComputeWithAnIssuersKeyOfAnotherKind(Map.Entry<String, SubjectPublicKeyInfo> key) throws Exception {
        X509Certificate issuer = FixedCertificate.of("issuer", AUTHOR)
                .key(key.getValue())
                .authority()
                .issuedBy(ROOT);
        byte[] signature = new DERSequence(new ASN1Encodable[] {new ASN1Integer(1), new ASN1Integer(1)}).getEncoded();
        X509Certificate signer = FixedCertificate.of("signer", AUTHOR)
                .forgedAsIssuedBy(issuer, new AlgorithmIdentifier(NISTObjectIdentifiers.dsa_with_sha256), signature);

        PathResult result = judge(signer, TrustAnchors.of(certificate(ROOT)), List.of(issuer));

        assertThat(ids(result)).containsExactly("SIG-113");
        assertThat(result.findings().get(0).problem(Locale.ENGLISH))
                .contains("\"DEMO issuer\"", ": " + key.getKey() + ". ");
    }

    @ParameterizedTest
    @MethodSource("keysOfOtherKinds")
    void doesNotComputeWithASignersKeyOfAnotherKind(Map.Entry<String, SubjectPublicKeyInfo> key) throws Exception {
        X509Certificate signer =
                FixedCertificate.of("signer", AUTHOR).key(key.getValue()).issuedBy(ROOT);

        PathResult result = judge(
                signer,
                TrustAnchors.of(certificate(ROOT)),
                ValidationMaterial.none(),
                lists(List.of(FixedCertificate.revocationList(ROOT))));

        assertThat(ids(result)).containsExactly("SIG-113");
        assertThat(result.findings().get(0).problem(Locale.ENGLISH))
                .contains("\"DEMO signer\"", ": " + key.getKey() + ". ");
    }

    @Test
    void saysThatThereWereTooManyCertificatesToTryAsIssuers() throws Exception {
        // Each could have issued each; without a bound there are more paths than atoms.
        SigningKey key = FixedKeys.p256("crowd");
        Signer issuer = authority("crowd", key);
        List<X509Certificate> crowd = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            crowd.add(FixedCertificate.of("crowd", key)
                    .authority()
                    .valid(FROM.plusSeconds(i), UNTIL)
                    .issuedBy(issuer));
        }

        assertThat(ids(judge(crowd.get(0), TrustAnchors.none(), crowd))).containsExactly(LIMIT);
    }

    @Test
    void saysThatAPathIsTooLong() throws Exception {
        List<X509Certificate> between = new ArrayList<>();
        Signer issuer = ROOT;
        for (int i = 0; i < 8; i++) {
            issuer = authority("between " + i, FixedKeys.p256("between " + i), issuer);
            between.add(certificate(issuer));
        }
        X509Certificate tenth = FixedCertificate.of("tenth", AUTHOR).issuedBy(issuer);
        Signer further = authority("further", FixedKeys.p256("further"), issuer);
        X509Certificate eleventh = FixedCertificate.of("eleventh", AUTHOR).issuedBy(further);
        between.add(certificate(further));

        assertThat(ids(judge(tenth, TrustAnchors.of(certificate(ROOT)), between)))
                .doesNotContain(LIMIT);
        assertThat(ids(judge(eleventh, TrustAnchors.of(certificate(ROOT)), between)))
                .containsExactly(LIMIT);
    }

    @Test
    void saysThatThereAreTooManyPaths() throws Exception {
        // Each of these goes wrong; one that was not looked at may be right.
        SigningKey key = FixedKeys.p256("expired");
        List<X509Certificate> expired = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            expired.add(FixedCertificate.of("expired", key)
                    .authority()
                    .valid(FROM.plusSeconds(i), LAST_WEEK)
                    .issuedBy(ROOT));
        }
        X509Certificate signer = FixedCertificate.of("signer", AUTHOR).issuedBy(with(key, expired.get(0)));

        PathResult all = judgeAtProvenTime(signer, expired.subList(0, 8));
        PathResult some = judgeAtProvenTime(signer, expired);

        assertThat(ids(all)).contains("SIG-102").doesNotContain(LIMIT);
        assertThat(all.status()).isEqualTo(ValidationStatus.INVALID);
        assertThat(ids(some)).contains("SIG-102", LIMIT);
        assertThat(some.status()).isEqualTo(ValidationStatus.INDETERMINATE);
    }

    @Test
    void saysThatItWouldBeTooMuchWorkToFindTheIssuer() throws Exception {
        List<X509Certificate> pretenders = IntStream.range(0, 300)
                .mapToObj(i -> FixedCertificate.of("root", FixedKeys.p256("pretender " + i))
                        .authority()
                        .keyIdentifierOf(certificate(ROOT))
                        .selfSigned(FixedKeys.p256("pretender " + i)))
                .toList();
        X509Certificate author = certificate(AUTHOR);
        TrustAnchors stranger = TrustAnchors.of(certificate(authority("stranger", FixedKeys.p256("stranger"))));

        assertThat(ids(judge(author, stranger, pretenders))).containsExactly(LIMIT);
        assertThat(ids(judge(author, stranger, pretenders.subList(0, 50)))).containsExactly("SIG-115");
        // Who is trusted is looked at first.
        assertThat(ids(judge(
                        author,
                        TrustAnchors.of(certificate(ROOT)),
                        ValidationMaterial.of(pretenders, List.of(), List.of()),
                        lists(List.of(FixedCertificate.revocationList(ROOT))))))
                .isEmpty();
    }
}
