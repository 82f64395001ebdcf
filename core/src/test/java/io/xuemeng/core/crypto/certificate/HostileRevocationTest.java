package io.xuemeng.core.crypto.certificate;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.FROM;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Revocation lists and responses that want to be much work: the same limits hold, and reaching one is said. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileRevocationTest extends HostileScene {

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
