package io.xuemeng.core.asic;

import static io.xuemeng.core.crypto.certificate.FixedCertificate.FROM;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.UNTIL;
import static io.xuemeng.core.crypto.certificate.FixedCertificate.with;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.certificate.CertificateRequirement;
import io.xuemeng.core.crypto.certificate.FixedCertificate;
import io.xuemeng.core.crypto.certificate.FixedCertificate.Revoked;
import io.xuemeng.core.crypto.certificate.FixedKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The samples of the requirements on certificates, SIG-101 to SIG-117: signed packages whose signer has one fault. */
final class CertificateSamples {

    private static final String RSA_1024 =
            "b8e8f7ba4a3c274f9779fa785aa73582382dba5f8e00e0373990452afbfcc6342074ccfa75afab4c2b6de9965d05bbd9"
                    + "83c832f034c611a5781d7543e23dc40cf066f546f218696b4298ca2a250a56db80b4feec75677d6f8a6b3872cff35473"
                    + "0977b407811d70a1dc521df9245c262a33d7b73a5759dff1f1f153dfcecc3c99";

    /** An anchor below which no authority may stand. */
    static final Signer SHORT_ROOT = with(
            FixedKeys.p256("short root"),
            FixedCertificate.of("root CA for signers only", FixedKeys.p256("short root"))
                    .authority(0)
                    .selfSigned(FixedKeys.p256("short root")));

    private final Map<String, byte[]> files = new TreeMap<>();

    private CertificateSamples() {}

    /** All samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        CertificateSamples samples = new CertificateSamples();
        for (CertificateRequirement requirement : CertificateRequirement.values()) {
            samples.put(requirement, "pass", DemoPki.AUTHOR, List.of(), DemoPki.LIST);
        }
        samples.trust();
        samples.time();
        samples.revocation();
        samples.usage();
        samples.authorities();
        samples.strength();
        samples.length();
        return samples.files;
    }

    private void put(
            CertificateRequirement requirement,
            String name,
            Signer signer,
            List<X509Certificate> certificates,
            X509CRL... lists) {
        files.put(
                requirement.id() + '/' + name + ".zip", Forge.signedBy(signer, DemoPki.material(certificates, lists)));
    }

    /** A signer certified by the root, with one fault. */
    private void fail(CertificateRequirement requirement, String name, FixedCertificate certificate) {
        put(requirement, name, with(key(), certificate.issuedBy(DemoPki.ROOT)), List.of(), DemoPki.LIST);
    }

    private static Signer key() {
        return FixedKeys.p256("sample");
    }

    private static FixedCertificate certificate(String name) {
        return FixedCertificate.of(name, key());
    }

    private void trust() {
        Signer unknown = DemoPki.root("unknown root", FixedKeys.p256("unknown root"));
        put(
                CertificateRequirement.TRUSTED,
                "fail",
                with(key(), certificate("stranger").issuedBy(unknown)),
                unknown.certificates(),
                FixedCertificate.revocationList(unknown));
        put(
                CertificateRequirement.TRUSTED,
                "fail-issuer-missing",
                with(key(), certificate("stranger").issuedBy(unknown)),
                List.of());
        put(
                CertificateRequirement.TRUSTED,
                "fail-self-signed",
                with(key(), certificate("stranger").selfSigned(key())),
                List.of());
        Signer forger = new OtherKey(FixedKeys.p256("forger"), DemoPki.ROOT);
        put(
                CertificateRequirement.SIGNED_BY_ISSUER,
                "fail",
                with(key(), certificate("forged").issuedBy(forger)),
                List.of(),
                DemoPki.LIST);
    }

    private void time() {
        Instant year2020 = Instant.parse("2020-01-01T00:00:00Z");
        Instant year2021 = Instant.parse("2021-01-01T00:00:00Z");
        Instant year2120 = Instant.parse("2120-01-01T00:00:00Z");
        fail(CertificateRequirement.NOT_EXPIRED, "fail", certificate("expired").valid(year2020, year2021));
        fail(
                CertificateRequirement.ALREADY_VALID,
                "fail",
                certificate("not yet valid").valid(year2120, UNTIL));
        Signer expired =
                with(key(), certificate("expired").valid(year2020, year2021).issuedBy(DemoPki.ROOT));
        files.put(
                CertificateRequirement.NOT_EXPIRED.id() + "/fail-timestamped.zip",
                Forge.container(manifest -> TimestampSamples.stamped(
                        expired,
                        manifest,
                        ContainerSamples.time("2026-09-01T08:00:00Z"),
                        DemoPki.TIMESTAMPER,
                        DemoPki.SIGNED)));
        // Signed and timestamped while the certificate was valid, which it no longer is.
        Signer outlived = with(
                key(),
                certificate("expired since")
                        .valid(FROM, Instant.parse("2026-09-15T00:00:00Z"))
                        .issuedBy(DemoPki.ROOT));
        files.put(
                CertificateRequirement.NOT_EXPIRED.id() + "/pass-timestamped.zip",
                Forge.container(manifest -> TimestampSamples.stamped(
                        outlived,
                        manifest,
                        ContainerSamples.time("2026-09-01T08:00:00Z"),
                        DemoPki.TIMESTAMPER,
                        DemoPki.SIGNED)));
    }

    private void revocation() {
        X509Certificate certificate = certificate("revoked").issuedBy(DemoPki.ROOT);
        Signer signer = with(key(), certificate);
        Instant june = Instant.parse("2026-06-01T00:00:00Z");
        put(
                CertificateRequirement.NOT_REVOKED,
                "fail",
                signer,
                List.of(),
                FixedCertificate.revocationList(DemoPki.ROOT, FROM, UNTIL, new Revoked(certificate, june, 1)));
        put(
                CertificateRequirement.NOT_REVOKED,
                "fail-on-hold",
                signer,
                List.of(),
                FixedCertificate.revocationList(DemoPki.ROOT, FROM, UNTIL, new Revoked(certificate, june, 6)));
        Instant september = Instant.parse("2026-09-15T00:00:00Z");
        X509CRL later =
                FixedCertificate.revocationList(DemoPki.ROOT, FROM, UNTIL, new Revoked(certificate, september, 4));
        files.put(
                CertificateRequirement.NOT_REVOKED.id() + "/pass-timestamped.zip",
                Forge.container(manifest -> TimestampSamples.stamped(
                        Forge.message(signer, manifest).embed(DemoPki.lists(later)),
                        signature -> TimestampSamples.token(DemoPki.TIMESTAMPER, signature)
                                .build())));
        put(CertificateRequirement.REVOCATION_KNOWN, "fail", DemoPki.AUTHOR, List.of());
        put(CertificateRequirement.REVOCATION_KNOWN, "fail-other-list", DemoPki.AUTHOR, List.of(), DemoPki.SM2_LIST);
        put(
                CertificateRequirement.REVOCATION_CURRENT,
                "fail",
                DemoPki.AUTHOR,
                List.of(),
                FixedCertificate.revocationList(DemoPki.ROOT, FROM, june));
        Signer twin = DemoPki.root("root CA", FixedKeys.p256("twin of the root"));
        put(
                CertificateRequirement.REVOCATION_AUTHENTIC,
                "fail",
                DemoPki.AUTHOR,
                twin.certificates(),
                FixedCertificate.revocationList(twin));
    }

    private void usage() {
        fail(CertificateRequirement.KEY_USAGE, "fail", certificate("encryption").usage(KeyUsage.keyEncipherment));
        fail(
                CertificateRequirement.EXTENDED_KEY_USAGE,
                "fail",
                certificate("web server").purposes(false, KeyPurposeId.id_kp_serverAuth));
        fail(
                CertificateRequirement.CRITICAL_EXTENSIONS,
                "fail",
                certificate("critical extension").extension("2.999.2", true, DERNull.INSTANCE));
        Signer lax = FixedKeys.p256("lax timestamp authority");
        Signer notCritical = with(
                lax,
                FixedCertificate.of("lax timestamp authority", lax)
                        .purposes(false, KeyPurposeId.id_kp_timeStamping)
                        .issuedBy(DemoPki.TIMESTAMP_ROOT));
        files.put(
                CertificateRequirement.EXTENDED_KEY_USAGE.id() + "/fail-timestamp.zip",
                Forge.container(manifest -> TimestampSamples.stamped(
                        Forge.authors(manifest),
                        signature ->
                                TimestampSamples.token(notCritical, signature).build())));
    }

    private void authorities() {
        Signer middleKey = FixedKeys.p256("middle");
        Signer noAuthority = with(
                middleKey,
                FixedCertificate.of("no authority", middleKey)
                        .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                        .issuedBy(DemoPki.ROOT));
        below(CertificateRequirement.BASIC_CONSTRAINTS, noAuthority, DemoPki.LIST);
        Signer tooMany = with(
                middleKey,
                FixedCertificate.of("one authority too many", middleKey)
                        .authority()
                        .issuedBy(SHORT_ROOT));
        below(CertificateRequirement.PATH_LENGTH, tooMany, FixedCertificate.revocationList(SHORT_ROOT));
        Signer constrained = with(
                middleKey,
                FixedCertificate.of("authority for other names", middleKey)
                        .authority()
                        .extension(
                                Extension.nameConstraints.getId(),
                                true,
                                new NameConstraints(
                                        new GeneralSubtree[] {new GeneralSubtree(new GeneralName(new X500Name("C=AQ")))
                                        },
                                        null))
                        .issuedBy(DemoPki.ROOT));
        below(CertificateRequirement.PATH_VALID, constrained, DemoPki.LIST);
    }

    private void below(CertificateRequirement requirement, Signer authority, X509CRL listAbove) {
        put(
                requirement,
                "fail",
                with(key(), certificate("below").issuedBy(authority)),
                authority.certificates(),
                listAbove,
                FixedCertificate.revocationList(authority));
    }

    private void strength() {
        SubjectPublicKeyInfo weak;
        try {
            weak = new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new RSAPublicKey(new BigInteger(RSA_1024, 16), BigInteger.valueOf(65537)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        X509Certificate certificate = certificate("weak key").key(weak).issuedBy(DemoPki.ROOT);
        // Whatever the signature is, nobody will verify it.
        files.put(
                CertificateRequirement.KEY_STRENGTH.id() + "/fail.zip",
                Forge.container(manifest -> Forge.message(new Pretender(key(), List.of(certificate)), manifest)
                        .signatureAlgorithm("1.2.840.113549.1.1.11")
                        .embed(DemoPki.lists(DemoPki.LIST))
                        .build()));
        fail(
                CertificateRequirement.SIGNATURE_ALGORITHM,
                "fail",
                certificate("certified with SHA-1").sha1());
    }

    /** A path of eleven certificates, of which each is right. */
    private void length() {
        Signer issuer = DemoPki.ROOT;
        List<X509Certificate> authorities = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>(List.of(DemoPki.LIST));
        for (int i = 1; i <= 9; i++) {
            String name = "authority " + i + " levels below the root";
            Signer key = FixedKeys.p256(name);
            issuer = with(key, FixedCertificate.of(name, key).authority().issuedBy(issuer));
            authorities.addAll(issuer.certificates());
            lists.add(FixedCertificate.revocationList(issuer));
        }
        put(
                CertificateRequirement.WITHIN_LIMITS,
                "fail",
                with(key(), certificate("far below the root").issuedBy(issuer)),
                authorities,
                lists.toArray(X509CRL[]::new));
    }

    /** Who signs under a certificate for another key. */
    private record Pretender(Signer key, List<X509Certificate> certificates) implements Signer {

        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public VerificationKey verificationKey() {
            return key.verificationKey();
        }

        @Override
        public byte[] sign(byte[] message) throws SigningException {
            return key.sign(message);
        }
    }
}
