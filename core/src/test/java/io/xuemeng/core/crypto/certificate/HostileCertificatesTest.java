package io.xuemeng.core.crypto.certificate;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.FROM;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.UNTIL;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
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
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.KeyPurposeId;
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
class HostileCertificatesTest {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NEXT_WEEK = Instant.parse("2026-10-08T00:00:00Z");
    private static final Instant LAST_WEEK = Instant.parse("2026-09-24T00:00:00Z");
    private static final String LIMIT = "SIG-117";
    private static final String NO_CHECK = OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId();

    private static final Signer ROOT = authority("root", FixedKeys.p256("root"));
    private static final Signer AUTHOR = with(
            FixedKeys.p256("author"),
            FixedCertificate.of("author", FixedKeys.p256("author")).issuedBy(ROOT));

    private static Signer authority(String name, Signer key) {
        return with(key, FixedCertificate.of(name, key).authority().selfSigned(key));
    }

    private static Signer authority(String name, Signer key, Signer issuer) {
        return with(key, FixedCertificate.of(name, key).authority().issuedBy(issuer));
    }

    private static X509Certificate certificate(Signer signer) {
        return signer.certificates().get(0);
    }

    private static PathResult judge(
            X509Certificate certificate, TrustAnchors anchors, ValidationMaterial presented, ValidationMaterial own) {
        return CertificatePathValidator.trusting(anchors)
                .with(own)
                .validate(certificate, CertificatePurpose.CONTENT_SIGNATURE, presented, ValidationTime.at(NOW));
    }

    private static PathResult judge(X509Certificate certificate, TrustAnchors anchors, List<X509Certificate> presented)
            throws GeneralSecurityException {
        return judge(
                certificate,
                anchors,
                ValidationMaterial.of(presented, List.of(), List.of()),
                ValidationMaterial.none());
    }

    private static ValidationMaterial lists(List<X509CRL> lists) throws GeneralSecurityException {
        return ValidationMaterial.of(List.of(), lists, List.of());
    }

    private static Signer responder(String name, Signer issuer) {
        SigningKey key = FixedKeys.p256(name);
        return with(
                key,
                FixedCertificate.of(name, key)
                        .purposes(false, KeyPurposeId.id_kp_OCSPSigning)
                        .extension(NO_CHECK, false, DERNull.INSTANCE)
                        .issuedBy(issuer));
    }

    private static ValidationMaterial responses(OcspResponse... responses) throws GeneralSecurityException {
        return ValidationMaterial.of(List.of(), List.of(), List.of(responses));
    }

    private static List<String> ids(PathResult result) {
        return result.findings().stream().map(Finding::id).toList();
    }

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

    private static PathResult judgeAtProvenTime(X509Certificate certificate, List<X509Certificate> presented)
            throws GeneralSecurityException {
        return CertificatePathValidator.trusting(TrustAnchors.of(certificate(ROOT)))
                .validate(
                        certificate,
                        CertificatePurpose.CONTENT_SIGNATURE,
                        ValidationMaterial.of(presented, List.of(), List.of()),
                        ValidationTime.provenAt(NOW));
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

    private static List<X509CRL> forgedLists() {
        Signer forger = authority("root", FixedKeys.p256("forger"));
        return IntStream.range(0, 300)
                .mapToObj(i -> FixedCertificate.revocationList(forger, FROM, UNTIL.minusSeconds(i)))
                .toList();
    }

    @Test
    void saysThatThereAreTooManyRevocationListsToVerify() throws Exception {
        TrustAnchors root = TrustAnchors.of(certificate(ROOT));
        ValidationMaterial forged = lists(forgedLists());

        PathResult result = judge(certificate(AUTHOR), root, forged, ValidationMaterial.none());

        assertThat(ids(result)).containsExactly(LIMIT);
        assertThat(result.status()).isEqualTo(ValidationStatus.INDETERMINATE);
    }

    @Test
    void aCrowdOfListsDoesNotHideTheOneThatRevokes() throws Exception {
        X509CRL before = FixedCertificate.revocationList(ROOT, LAST_WEEK, NEXT_WEEK);
        X509CRL revoking = FixedCertificate.revocationList(
                ROOT, LAST_WEEK, NEXT_WEEK, new FixedCertificate.Revoked(certificate(AUTHOR), LAST_WEEK, 1));
        List<X509CRL> presented = new ArrayList<>(List.of(before));
        presented.addAll(forgedLists());
        TrustAnchors root = TrustAnchors.of(certificate(ROOT));

        // What the verifier has itself comes first.
        assertThat(ids(judge(certificate(AUTHOR), root, lists(presented), lists(List.of(revoking)))))
                .containsExactly("SIG-104");
        presented.add(revoking);
        assertThat(ids(judge(certificate(AUTHOR), root, lists(presented), ValidationMaterial.none())))
                .containsExactly(LIMIT);
    }

    /** The moment is before the revocation that is known, and another list may know of an earlier one. */
    @Test
    void aLaterRevocationDoesNotAnswerForTheListsThatWereNotVerified() throws Exception {
        X509CRL later = FixedCertificate.revocationList(
                ROOT, LAST_WEEK, NEXT_WEEK, new FixedCertificate.Revoked(certificate(AUTHOR), LAST_WEEK, 1));
        List<X509CRL> presented = new ArrayList<>(List.of(later));
        CertificatePathValidator validator = CertificatePathValidator.trusting(TrustAnchors.of(certificate(ROOT)));
        ValidationTime before = ValidationTime.provenAt(LAST_WEEK.minusSeconds(1));

        PathResult alone =
                validator.validate(certificate(AUTHOR), CertificatePurpose.CONTENT_SIGNATURE, lists(presented), before);
        presented.addAll(forgedLists());
        PathResult crowded =
                validator.validate(certificate(AUTHOR), CertificatePurpose.CONTENT_SIGNATURE, lists(presented), before);

        assertThat(ids(alone)).isEmpty();
        assertThat(ids(crowded)).containsExactly(LIMIT);
    }

    @Test
    void findsTheResponderInACrowdByWhatTheResponseSays() throws Exception {
        DemonstrationAuthority root = DemonstrationAuthority.root(KeyType.P_256, FROM, UNTIL);
        X509Certificate author = certificate(root.issue(DemonstrationRole.AUTHOR, FROM, UNTIL));
        SigningKey responder = root.issue(DemonstrationRole.OCSP_RESPONDER, FROM, UNTIL);
        List<X509Certificate> crowd = IntStream.range(0, 300)
                .mapToObj(i -> FixedCertificate.of("other " + i, FixedKeys.p256("other " + i))
                        .selfSigned(FixedKeys.p256("other " + i)))
                .toList();
        for (boolean byName : new boolean[] {true, false}) {
            OcspResponse response = OcspResponses.about(author, root.certificate())
                    .by(responder, byName)
                    .embedding(crowd)
                    .embedding(responder.certificates())
                    .build(LAST_WEEK, NEXT_WEEK);
            ValidationMaterial material = ValidationMaterial.of(List.of(), List.of(), List.of(response));

            assertThat(ids(judge(author, root.trust(), material, ValidationMaterial.none())))
                    .isEmpty();
        }
    }

    @Test
    void saysThatThereAreTooManyRespondersOfOneName() throws Exception {
        Signer responder = responder("responder", ROOT);
        // Any of them may have signed: each says that the root certified it.
        Signer pretender = authority("root", FixedKeys.p256("pretender"));
        List<X509Certificate> crowd = IntStream.range(0, 300)
                .mapToObj(i -> FixedCertificate.of("responder", FixedKeys.p256("responder " + i))
                        .purposes(false, KeyPurposeId.id_kp_OCSPSigning)
                        .extension(NO_CHECK, false, DERNull.INSTANCE)
                        .issuedBy(pretender))
                .toList();
        TrustAnchors root = TrustAnchors.of(certificate(ROOT));
        OcspResponse few = OcspResponses.about(certificate(AUTHOR), certificate(ROOT))
                .by(responder, true)
                .embedding(crowd.subList(0, 20))
                .embedding(responder.certificates())
                .build(LAST_WEEK, NEXT_WEEK);
        OcspResponse forged = OcspResponses.about(certificate(AUTHOR), certificate(ROOT))
                .by(responder, true)
                .embedding(crowd.subList(0, 20))
                .build(LAST_WEEK, NEXT_WEEK);

        assertThat(ids(judge(certificate(AUTHOR), root, responses(few), ValidationMaterial.none())))
                .isEmpty();
        assertThat(ids(judge(certificate(AUTHOR), root, responses(forged), ValidationMaterial.none())))
                .containsExactly("SIG-107");
        OcspResponse crowded = OcspResponses.about(certificate(AUTHOR), certificate(ROOT))
                .by(responder, true)
                .embedding(crowd)
                .embedding(responder.certificates())
                .build(LAST_WEEK, NEXT_WEEK);
        assertThat(ids(judge(certificate(AUTHOR), root, responses(crowded), ValidationMaterial.none())))
                .containsExactly(LIMIT);
    }

    @Test
    void looksForTheResponderOnceHoweverOftenTheResponseSaysTheSame() throws Exception {
        Signer responder = responder("responder", ROOT);
        List<X509Certificate> others =
                IntStream.range(0, 2000).mapToObj(i -> certificate(AUTHOR)).toList();
        OcspResponse response = OcspResponses.about(certificate(AUTHOR), certificate(ROOT))
                .by(responder, false)
                .embedding(others)
                .embedding(responder.certificates())
                .times(20_000)
                .build(LAST_WEEK, NEXT_WEEK);

        assertThat(ids(judge(
                        certificate(AUTHOR),
                        TrustAnchors.of(certificate(ROOT)),
                        responses(response),
                        ValidationMaterial.none())))
                .isEmpty();
    }

    @Test
    void saysOfEmbeddedMaterialThatItWouldBeTooMuchWorkToVerify() throws Exception {
        CertificatePathValidator validator = CertificatePathValidator.trusting(TrustAnchors.none());
        Signer responder = responder("responder", ROOT);
        List<X509CRL> forged = forgedLists();
        OcspResponse response = OcspResponses.about(certificate(AUTHOR), certificate(ROOT))
                .by(responder, true)
                .embedding(responder.certificates())
                .build(LAST_WEEK, NEXT_WEEK);
        List<X509Certificate> known = List.of(certificate(ROOT), certificate(responder));

        UnprovenMaterial few = validator.unproven(
                ValidationMaterial.of(known, forged.subList(0, 100), List.of(response)), known, Location.unknown());
        UnprovenMaterial many =
                validator.unproven(ValidationMaterial.of(known, forged, List.of(response)), known, Location.unknown());

        assertThat(few.unauthentic()).hasSize(100);
        assertThat(few.undecided()).isEmpty();
        assertThat(many.unauthentic()).hasSize(256);
        // The lists that are left, and the response.
        assertThat(many.undecided())
                .hasSize(300 - 256 + 1)
                .extracting(Finding::id)
                .containsOnly(LIMIT);
    }
}
