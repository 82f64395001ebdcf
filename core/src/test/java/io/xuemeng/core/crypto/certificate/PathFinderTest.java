package io.xuemeng.core.crypto.certificate;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.FROM;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.UNTIL;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.requirement.Finding;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What further certificates, which anybody may add to a signature, change in the judgement of one. */
class PathFinderTest {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant LAST_WEEK = Instant.parse("2026-09-24T00:00:00Z");
    private static final String LIMIT = "SIG-117";

    private static final SigningKey ROOT_KEY = FixedKeys.p256("root");
    private static final Signer ROOT =
            with(ROOT_KEY, FixedCertificate.of("root", ROOT_KEY).authority().selfSigned(ROOT_KEY));
    private static final SigningKey CA_KEY = FixedKeys.p256("ca");
    private static final Signer CA =
            with(CA_KEY, FixedCertificate.of("ca", CA_KEY).authority().issuedBy(ROOT));
    private static final SigningKey AUTHOR_KEY = FixedKeys.p256("author");
    private static final X509Certificate AUTHOR =
            FixedCertificate.of("author", AUTHOR_KEY).issuedBy(CA);
    private static final List<X509CRL> LISTS =
            List.of(FixedCertificate.revocationList(ROOT), FixedCertificate.revocationList(CA));

    private static X509Certificate certificate(Signer signer) {
        return signer.certificates().get(0);
    }

    private static PathResult judge(X509Certificate certificate, TrustAnchors anchors, List<X509Certificate> presented)
            throws GeneralSecurityException {
        return CertificatePathValidator.trusting(anchors)
                .validate(
                        certificate,
                        CertificatePurpose.CONTENT_SIGNATURE,
                        ValidationMaterial.of(presented, LISTS, List.of()),
                        ValidationTime.provenAt(NOW));
    }

    private static PathResult judge(X509Certificate certificate, List<X509Certificate> presented)
            throws GeneralSecurityException {
        return judge(certificate, TrustAnchors.of(certificate(ROOT)), presented);
    }

    private static List<String> ids(PathResult result) {
        return result.findings().stream().map(Finding::id).toList();
    }

    /** What the authority was certified with before, for the same key. */
    private static List<X509Certificate> expired(String name, SigningKey key, Signer issuer) {
        return IntStream.range(0, 20)
                .mapToObj(i -> FixedCertificate.of(name, key)
                        .authority()
                        .valid(FROM.plusSeconds(i), LAST_WEEK)
                        .issuedBy(issuer))
                .toList();
    }

    private static List<X509Certificate> and(List<X509Certificate> first, X509Certificate... further) {
        List<X509Certificate> all = new ArrayList<>(first);
        all.addAll(List.of(further));
        return all;
    }

    @Test
    void oldCertificatesOfTheAuthorityDoNotHideTheOneThatIsValid() throws Exception {
        List<X509Certificate> presented = and(expired("ca", CA_KEY, ROOT), certificate(CA));

        PathResult result = judge(AUTHOR, presented);

        assertThat(result.findings()).isEmpty();
        assertThat(result.path()).containsExactly(AUTHOR, certificate(CA), certificate(ROOT));
    }

    @Test
    void oldCertificatesAboveAnotherOfTheAuthorityDoNotHideThePathThatIsValid() throws Exception {
        SigningKey otherKey = FixedKeys.p256("other");
        Signer other = with(
                otherKey, FixedCertificate.of("other", otherKey).authority().issuedBy(ROOT));
        X509Certificate crossed = FixedCertificate.of("ca", CA_KEY).authority().issuedBy(other);
        List<X509Certificate> presented = new ArrayList<>(List.of(crossed));
        presented.addAll(expired("other", otherKey, ROOT));
        presented.add(certificate(CA));

        PathResult result = judge(AUTHOR, presented);

        assertThat(result.findings()).isEmpty();
        assertThat(result.path()).containsExactly(AUTHOR, certificate(CA), certificate(ROOT));
    }

    @Test
    void tooManyPathsDoNotHideThatTheSignersOwnCertificateHadExpired() throws Exception {
        X509Certificate late =
                FixedCertificate.of("late", AUTHOR_KEY).valid(FROM, LAST_WEEK).issuedBy(CA);

        PathResult result = judge(late, expired("ca", CA_KEY, ROOT));

        assertThat(ids(result)).contains("SIG-102", LIMIT);
        assertThat(result.status()).isEqualTo(ValidationStatus.INVALID);
    }

    private static X509Certificate dsa(String name, X509Certificate withTheIdentifierOf) throws IOException {
        BigInteger prime = BigInteger.ONE.shiftLeft(1023).setBit(0);
        return FixedCertificate.of(name, AUTHOR_KEY)
                .key(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(
                                new ASN1ObjectIdentifier("1.2.840.10040.4.1"),
                                new DSAParameter(prime, BigInteger.ONE.shiftLeft(159), BigInteger.TWO)),
                        new ASN1Integer(5)))
                .keyIdentifierOf(withTheIdentifierOf)
                .authority()
                .selfSigned(AUTHOR_KEY);
    }

    @Test
    void aWeakCertificateWithAnAuthoritysNameDoesNotHideThatNobodyIsTrusted() throws Exception {
        X509Certificate ca = certificate(CA);
        X509Certificate root = certificate(ROOT);

        assertThat(ids(judge(AUTHOR, TrustAnchors.none(), List.of(dsa("ca", ca), ca))))
                .containsExactly("SIG-101");
        assertThat(ids(judge(AUTHOR, TrustAnchors.none(), List.of(ca, dsa("root", root), root))))
                .containsExactly("SIG-101");
        // Where it is all there is, it is said.
        assertThat(ids(judge(AUTHOR, TrustAnchors.none(), List.of(ca, dsa("root", root)))))
                .containsExactly("SIG-113");
    }

    @Test
    void anotherCertificateWithAnAuthoritysNameDoesNotHideThatNobodyIsTrusted() throws Exception {
        X509Certificate ca = certificate(CA);
        X509Certificate root = certificate(ROOT);
        SigningKey key = FixedKeys.p256("pretender");
        X509Certificate asCa =
                FixedCertificate.of("ca", key).keyIdentifierOf(ca).authority().selfSigned(key);
        X509Certificate asRoot = FixedCertificate.of("root", key)
                .keyIdentifierOf(root)
                .authority()
                .selfSigned(key);

        assertThat(ids(judge(AUTHOR, TrustAnchors.none(), List.of(asCa, ca)))).containsExactly("SIG-101");
        assertThat(ids(judge(AUTHOR, TrustAnchors.none(), List.of(ca, asRoot, root))))
                .containsExactly("SIG-101");
        assertThat(ids(judge(AUTHOR, TrustAnchors.none(), List.of(ca, asRoot, dsa("root", root)))))
                .containsExactly("SIG-115");
    }

    /** Keys of a kind, and how many of them are tried. */
    static Stream<Arguments> longKeys() {
        return Stream.of(
                Arguments.of("RSA 2049", (IntFunction<SubjectPublicKeyInfo>) i -> rsa(2049, i), 256 / 2),
                Arguments.of("RSA 4095", (IntFunction<SubjectPublicKeyInfo>) i -> rsa(4095, i), 256 / 8),
                Arguments.of("RSA 4096", (IntFunction<SubjectPublicKeyInfo>) i -> rsa(4096, i), 256 / 8),
                Arguments.of(
                        "P-384",
                        (IntFunction<SubjectPublicKeyInfo>) i -> octets(
                                new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp384r1),
                                i),
                        256 / 4),
                Arguments.of(
                        "P-521",
                        (IntFunction<SubjectPublicKeyInfo>) i -> octets(
                                new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp521r1),
                                i),
                        256 / 9),
                Arguments.of(
                        "Ed448",
                        (IntFunction<SubjectPublicKeyInfo>)
                                i -> octets(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed448), i),
                        256 / 6));
    }

    private static SubjectPublicKeyInfo rsa(int bits, int number) {
        try {
            return new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new RSAPublicKey(
                            new BigInteger(bits - 1, new Random(number))
                                    .setBit(bits - 1)
                                    .setBit(0),
                            BigInteger.valueOf(65537)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubjectPublicKeyInfo octets(AlgorithmIdentifier algorithm, int number) {
        return new SubjectPublicKeyInfo(algorithm, DigestAlgorithm.SHA_256.digest(new byte[] {(byte) number}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longKeys")
    void longerKeysCountForMore(String kind, IntFunction<SubjectPublicKeyInfo> key, int tried) throws Exception {
        List<X509Certificate> pretenders = IntStream.rangeClosed(0, tried)
                .mapToObj(i -> FixedCertificate.of("ca", AUTHOR_KEY)
                        .key(key.apply(i))
                        .keyIdentifierOf(certificate(CA))
                        .authority()
                        .valid(FROM, UNTIL)
                        .issuedBy(ROOT))
                .toList();

        assertThat(ids(judge(AUTHOR, TrustAnchors.none(), pretenders.subList(0, tried))))
                .containsExactly("SIG-115");
        assertThat(ids(judge(AUTHOR, TrustAnchors.none(), pretenders))).containsExactly(LIMIT);
    }
}
