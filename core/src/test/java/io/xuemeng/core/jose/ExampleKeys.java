package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.requirement.FindingCollector;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Private keys that RFCs publish, which sign the same way each time, and certificates for them. */
final class ExampleKeys {

    /** RFC 7515, A.3. */
    static final SigningKey EC = read("{\"kty\":\"EC\",\"crv\":\"P-256\","
            + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\","
            + "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"}");

    /** RFC 7517, A.2. */
    static final SigningKey OTHER_EC = read("{\"kty\":\"EC\",\"crv\":\"P-256\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\",\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\","
            + "\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}");

    /** RFC 8037, A.1. */
    static final SigningKey ED25519 = read(
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                    + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}");

    /** A root that vouches for itself with the Ed25519 key. */
    static final X509Certificate ANCHOR = certificate("CN=示例根证书", ED25519);

    /** A certificate for the first key, from the root. */
    static final X509Certificate EC_CERTIFICATE = certificate("CN=示例教育科技有限公司", EC);

    private ExampleKeys() {}

    private static SigningKey read(String json) {
        FindingCollector findings = new FindingCollector();
        return JwkReader.standard()
                .readPrivateKey(json.getBytes(StandardCharsets.UTF_8), findings)
                .orElseThrow(() -> new IllegalStateException("an example key is no key: " + findings.findings()))
                .signingKey();
    }

    private static X509Certificate certificate(String subject, SigningKey key) {
        try {
            PrivateKey issuer = KeyFactory.getInstance("Ed25519", new BouncyCastleProvider())
                    .generatePrivate(new PKCS8EncodedKeySpec(ED25519.privateKeyInfo()));
            byte[] info = key.verificationKey().encoded();
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    new X500Name("CN=示例根证书"),
                    new BigInteger(1, DigestAlgorithm.SHA_256.digest(info)).shiftRight(128),
                    Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                    new X500Name(subject),
                    SubjectPublicKeyInfo.getInstance(info));
            return new JcaX509CertificateConverter()
                    .setProvider(new BouncyCastleProvider())
                    .getCertificate(builder.build(new JcaContentSignerBuilder("Ed25519")
                            .setProvider(new BouncyCastleProvider())
                            .build(issuer)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("a certificate could not be made", e);
        }
    }

    /** Whether a certificate was issued by the root. */
    static boolean isIssuedByAnchor(X509Certificate certificate) {
        try {
            certificate.verify(ANCHOR.getPublicKey(), new BouncyCastleProvider());
            return true;
        } catch (GeneralSecurityException e) {
            // The platform's word for a signature that is wrong.
            return false;
        }
    }
}
