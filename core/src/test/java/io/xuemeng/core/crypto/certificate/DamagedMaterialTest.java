package io.xuemeng.core.crypto.certificate;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.provider.X509Objects;
import io.xuemeng.core.requirement.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a container brings may have any byte anywhere, and some of it is signed by nobody, or by whoever made it. Judging it ends
 * with a result.
 */
class DamagedMaterialTest {

    /** One that makes padding bits of none, and one that makes other types. */
    private static final int[] MASKS = {0x01, 0x40};

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant LAST_WEEK = Instant.parse("2026-09-24T00:00:00Z");
    private static final Instant NEXT_WEEK = Instant.parse("2026-10-08T00:00:00Z");

    private static final SigningKey ROOT_KEY = FixedKeys.p256("root");
    private static final Signer ROOT =
            with(ROOT_KEY, FixedCertificate.of("root", ROOT_KEY).authority().selfSigned(ROOT_KEY));
    private static final SigningKey CA_KEY = FixedKeys.p256("ca");
    private static final Signer CA =
            with(CA_KEY, FixedCertificate.of("ca", CA_KEY).authority().issuedBy(ROOT));
    private static final SigningKey AUTHOR_KEY = FixedKeys.p256("author");
    private static final X509Certificate AUTHOR = FixedCertificate.of("author", AUTHOR_KEY)
            .purposes(false, KeyPurposeId.id_kp_emailProtection)
            .issuedBy(CA);
    private static final SigningKey RESPONDER_KEY = FixedKeys.p256("responder");
    private static final Signer RESPONDER = with(
            RESPONDER_KEY,
            FixedCertificate.of("responder", RESPONDER_KEY)
                    .purposes(false, KeyPurposeId.id_kp_OCSPSigning)
                    .extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId(), false, DERNull.INSTANCE)
                    .issuedBy(CA));
    private static final X509CRL ROOT_LIST = FixedCertificate.revocationList(ROOT);
    private static final X509CRL LIST = FixedCertificate.revocationList(
            CA, LAST_WEEK, NEXT_WEEK, new FixedCertificate.Revoked(certificate(RESPONDER), LAST_WEEK, 1));

    private static X509Certificate certificate(Signer signer) {
        return signer.certificates().get(0);
    }

    /** A certificate with a key whose last bits are said not to count; what its maker may write and no honest tool does. */
    private static X509Certificate paddedKey() {
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(
                FixedKeys.p256("padded").verificationKey().encoded());
        byte[] point = key.getPublicKeyData().getOctets();
        point[point.length - 1] &= (byte) 0xFE;
        return FixedCertificate.of("padded", AUTHOR_KEY)
                .key(SubjectPublicKeyInfo.getInstance(
                        new DERSequence(new ASN1Encodable[] {key.getAlgorithm(), new DERBitString(point, 1)})))
                .issuedBy(CA);
    }

    private static OcspResponse response(boolean byName, X509Certificate... further) {
        return OcspResponses.about(AUTHOR, certificate(CA))
                .by(RESPONDER, byName)
                .embedding(List.of(further))
                .embedding(RESPONDER.certificates())
                .build(LAST_WEEK, NEXT_WEEK);
    }

    private static PathResult judge(X509Certificate certificate, ValidationMaterial presented)
            throws GeneralSecurityException {
        return CertificatePathValidator.trusting(TrustAnchors.of(certificate(ROOT)))
                .validate(certificate, CertificatePurpose.CONTENT_SIGNATURE, presented, ValidationTime.provenAt(NOW));
    }

    private static UnprovenMaterial unproven(ValidationMaterial presented) throws GeneralSecurityException {
        return CertificatePathValidator.trusting(TrustAnchors.of(certificate(ROOT)))
                .unproven(presented, List.of(), Location.unknown());
    }

    @Test
    void aKeyWithPaddingBitsInAResponseDoesNotHideWhoSignedIt() throws Exception {
        ValidationMaterial material =
                ValidationMaterial.of(CA.certificates(), List.of(ROOT_LIST), List.of(response(false, paddedKey())));

        assertThat(judge(AUTHOR, material).findings()).isEmpty();
        assertThat(unproven(material).unauthentic()).isEmpty();
    }

    @Test
    void aKeyWithPaddingBitsBesideAResponseDoesNotHideWhoSignedIt() throws Exception {
        ValidationMaterial material = ValidationMaterial.of(
                List.of(paddedKey(), certificate(CA)), List.of(ROOT_LIST), List.of(response(false)));

        assertThat(judge(AUTHOR, material).findings()).isEmpty();
        assertThat(unproven(material).unauthentic()).isEmpty();
    }

    /** What reads an object from bytes of which one was changed. */
    @FunctionalInterface
    private interface Reader<T> {

        T read(byte[] encoded) throws GeneralSecurityException;
    }

    /** What is done with an object that could be read although a byte of it was changed. */
    @FunctionalInterface
    private interface Use<T> {

        void with(T changed) throws GeneralSecurityException;
    }

    private static <T> void eachChange(byte[] original, int from, int until, Reader<T> reader, Use<T> use) {
        int read = 0;
        List<String> thrown = new ArrayList<>();
        for (int at = from; at < until; at++) {
            for (int mask : MASKS) {
                byte[] changed = original.clone();
                changed[at] ^= (byte) mask;
                T object;
                try {
                    object = reader.read(changed);
                } catch (GeneralSecurityException e) {
                    // What cannot be read is not judged.
                    continue;
                }
                read++;
                try {
                    use.with(object);
                } catch (GeneralSecurityException | RuntimeException e) {
                    thrown.add("byte " + at + ", mask " + mask + ": " + e + " at " + e.getStackTrace()[0]);
                }
            }
        }
        assertThat(thrown).isEmpty();
        assertThat(read).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyByteOfACertificateInAResponseMayBeAnother(boolean byName) throws Exception {
        byte[] whole = response(byName, certificate(RESPONDER)).encoded();
        byte[] embedded = certificate(RESPONDER).getEncoded();
        // The second of two stands at the end.
        eachChange(whole, whole.length - embedded.length, whole.length, OcspResponse::of, changed -> {
            ValidationMaterial material =
                    ValidationMaterial.of(CA.certificates(), List.of(ROOT_LIST), List.of(changed));
            assertThat(judge(AUTHOR, material).findings()).isEmpty();
            assertThat(unproven(material).unauthentic()).isEmpty();
        });
    }

    @Test
    void anyByteOfACertificateBesideMayBeAnother() throws Exception {
        byte[] whole = certificate(CA).getEncoded();
        OcspResponse response = response(false);
        eachChange(whole, 0, whole.length, X509Objects::certificate, changed -> {
            ValidationMaterial material = ValidationMaterial.of(
                    List.of(changed, certificate(CA)), List.of(ROOT_LIST, LIST), List.of(response));
            judge(AUTHOR, material);
            unproven(material);
            judge(changed, material);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "ca", "responder"})
    void anIssuerMaySignACertificateWithAnyByteChanged(String which) throws Exception {
        X509Certificate original = switch (which) {
            case "author" -> AUTHOR;
            case "ca" -> certificate(CA);
            default -> certificate(RESPONDER);
        };
        Signer issuer = which.equals("ca") ? ROOT : CA;
        byte[] body = original.getTBSCertificate();
        eachChange(body, 0, body.length, tbs -> X509Objects.certificate(signed(tbs, issuer)), changed -> {
            ValidationMaterial material = ValidationMaterial.of(
                    List.of(changed, certificate(CA)), List.of(ROOT_LIST, LIST), List.of(response(false, changed)));
            judge(changed, material);
            judge(AUTHOR, ValidationMaterial.of(List.of(changed), List.of(ROOT_LIST, LIST), List.of(response(true))));
            unproven(material);
        });
    }

    @Test
    void anIssuerMaySignARevocationListWithAnyByteChanged() throws Exception {
        byte[] body = LIST.getTBSCertList();
        eachChange(body, 0, body.length, tbs -> X509Objects.crl(signed(tbs, CA)), changed -> {
            ValidationMaterial material =
                    ValidationMaterial.of(CA.certificates(), List.of(ROOT_LIST, changed), List.of());
            judge(AUTHOR, material);
            judge(certificate(RESPONDER), material);
            unproven(material);
        });
    }

    @Test
    void aResponderMaySignAResponseWithAnyByteChanged() throws Exception {
        OcspResponse response =
                OcspResponses.about(AUTHOR, certificate(CA)).by(CA, false).build(LAST_WEEK, NEXT_WEEK);
        byte[] body = response.basic().getTbsResponseData().getEncoded(ASN1Encoding.DER);
        eachChange(body, 0, body.length, tbs -> OcspResponse.ofBasic(signed(tbs, CA)), changed -> {
            ValidationMaterial material =
                    ValidationMaterial.of(CA.certificates(), List.of(ROOT_LIST), List.of(changed));
            judge(AUTHOR, material);
            unproven(material);
        });
    }

    /** A sequence of some bytes, an algorithm and a signature, as certificates, lists and responses all are. */
    private static byte[] signed(byte[] body, Signer issuer) {
        FixedCertificate.FixedSigner signer = new FixedCertificate.FixedSigner(issuer, null);
        try (OutputStream message = signer.getOutputStream()) {
            message.write(body);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.write(body);
            content.write(signer.getAlgorithmIdentifier().getEncoded(ASN1Encoding.DER));
            content.write(new DERBitString(signer.getSignature()).getEncoded());
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            int length = content.size();
            whole.write(
                    length < 256
                            ? new byte[] {0x30, (byte) 0x81, (byte) length}
                            : new byte[] {0x30, (byte) 0x82, (byte) (length >> 8), (byte) length});
            content.writeTo(whole);
            return whole.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
