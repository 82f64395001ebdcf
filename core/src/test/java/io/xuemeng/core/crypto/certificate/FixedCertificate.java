package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.cms.CmsAlgorithms;
import io.xuemeng.core.crypto.provider.BouncyCastle;
import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/** Certificates with any fault one wants, the same byte for byte whenever they are made. A builder: change what differs. */
public final class FixedCertificate {

    /** When most certificates begin. */
    public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    /** When most certificates end. */
    public static final Instant UNTIL = Instant.parse("2125-12-31T23:59:59Z");

    private static final String LABEL = "DEMO – 演示用，不可用于生产";

    private final String name;
    private SubjectPublicKeyInfo key;
    private Instant from = FROM;
    private Instant until = UNTIL;
    private KeyUsage usage = new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    private BasicConstraints constraints = new BasicConstraints(false);
    private KeyPurposeId[] purposes = {};
    private boolean purposesCritical;
    private AlgorithmIdentifier algorithm;
    private byte[] statedIdentifier;
    private final List<Extension> further = new ArrayList<>();

    private FixedCertificate(String name, SubjectPublicKeyInfo key) {
        this.name = name;
        this.key = key;
    }

    /** A certificate for a key, of a signer unless changed. */
    public static FixedCertificate of(String name, Signer subject) {
        return new FixedCertificate(
                name, SubjectPublicKeyInfo.getInstance(subject.verificationKey().encoded()));
    }

    public FixedCertificate valid(Instant first, Instant last) {
        from = first;
        until = last;
        return this;
    }

    public FixedCertificate key(SubjectPublicKeyInfo value) {
        key = value;
        return this;
    }

    public FixedCertificate usage(int bits) {
        usage = new KeyUsage(bits);
        return this;
    }

    public FixedCertificate authority() {
        return authority(new BasicConstraints(true));
    }

    public FixedCertificate authority(int pathLength) {
        return authority(new BasicConstraints(pathLength));
    }

    private FixedCertificate authority(BasicConstraints value) {
        constraints = value;
        return usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    public FixedCertificate noAuthority() {
        constraints = new BasicConstraints(false);
        return this;
    }

    public FixedCertificate timestampAuthority() {
        return purposes(true, KeyPurposeId.id_kp_timeStamping);
    }

    public FixedCertificate purposes(boolean critical, KeyPurposeId... values) {
        purposesCritical = critical;
        purposes = values;
        return this;
    }

    public FixedCertificate extension(String oid, boolean critical, ASN1Encodable value) {
        try {
            further.add(new Extension(
                    new ASN1ObjectIdentifier(oid),
                    critical,
                    value.toASN1Primitive().getEncoded()));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With an identifier of the key that is another key's. */
    public FixedCertificate keyIdentifierOf(X509Certificate other) {
        statedIdentifier = identifier(keyOf(other));
        return this;
    }

    /** Issued with ECDSA and SHA-1. */
    public FixedCertificate sha1() {
        algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.1"));
        return this;
    }

    /** Issued by itself. */
    public X509Certificate selfSigned(Signer own) {
        return build(own, name(name));
    }

    /** Issued by who has a certificate. */
    public X509Certificate issuedBy(Signer issuer) {
        return build(
                issuer,
                X500Name.getInstance(
                        issuer.certificates().get(0).getSubjectX500Principal().getEncoded()));
    }

    /** Said to be issued by a certificate, whose key had no part in it. */
    public X509Certificate forgedAsIssuedBy(X509Certificate issuer, AlgorithmIdentifier stated, byte[] signature) {
        return build(
                new FixedBytes(stated, signature),
                X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
                keyOf(issuer));
    }

    private static SubjectPublicKeyInfo keyOf(X509Certificate certificate) {
        try {
            return Certificate.getInstance(certificate.getEncoded()).getSubjectPublicKeyInfo();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate build(Signer issuer, X500Name issuerName) {
        return build(
                new FixedSigner(issuer, algorithm),
                issuerName,
                SubjectPublicKeyInfo.getInstance(issuer.verificationKey().encoded()));
    }

    private X509Certificate build(ContentSigner issuer, X500Name issuerName, SubjectPublicKeyInfo issuerKey) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuerName, serial(name), Date.from(from), Date.from(until), name(name), key);
            builder.addExtension(Extension.basicConstraints, true, constraints);
            builder.addExtension(Extension.keyUsage, true, usage);
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new SubjectKeyIdentifier(statedIdentifier == null ? identifier(key) : statedIdentifier));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(issuerKey)));
            if (purposes.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, purposesCritical, new ExtendedKeyUsage(purposes));
            }
            for (Extension extension : further) {
                builder.addExtension(extension);
            }
            return X509Objects.certificate(builder.build(issuer).getEncoded());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] identifier(SubjectPublicKeyInfo key) {
        try {
            return Arrays.copyOf(DigestAlgorithm.SHA_256.digest(key.getEncoded()), 20);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger serial(String name) {
        byte[] digest = DigestAlgorithm.SHA_256.digest(name.getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, Arrays.copyOf(digest, 8)).setBit(64);
    }

    private static X500Name name(String common) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, LABEL)
                .addRDN(BCStyle.CN, "DEMO " + common)
                .build();
    }

    /** A revocation list of who has a certificate. */
    public static X509CRL revocationList(Signer issuer, Instant thisUpdate, Instant nextUpdate, Revoked... revoked) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(issuer.certificates()
                            .get(0)
                            .getSubjectX500Principal()
                            .getEncoded()),
                    Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            for (Revoked each : revoked) {
                builder.addCRLEntry(each.certificate().getSerialNumber(), Date.from(each.time()), each.reason());
            }
            return X509Objects.crl(builder.build(new FixedSigner(issuer, null)).getEncoded());
        } catch (IOException | CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty list for a hundred years. */
    public static X509CRL revocationList(Signer issuer) {
        return revocationList(issuer, FROM, UNTIL);
    }

    /** A line of a revocation list. */
    public record Revoked(X509Certificate certificate, Instant time, int reason) {}

    /** A key with its certificates. */
    public static Signer with(Signer key, X509Certificate... certificates) {
        try {
            return key instanceof FixedKeys.Sm2 sm2
                    ? sm2.withCertificates(List.of(certificates))
                    : ((SigningKey) key).withCertificates(List.of(certificates));
        } catch (UnusableKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What signs everything with the same bytes. */
    private static final class FixedBytes implements ContentSigner {

        private final AlgorithmIdentifier stated;
        private final byte[] signature;

        FixedBytes(AlgorithmIdentifier stated, byte[] signature) {
            this.stated = stated;
            this.signature = signature;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return stated;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getSignature() {
            return signature;
        }
    }

    /** A signer as Bouncy Castle wants it. */
    public record FixedSigner(Signer signer, AlgorithmIdentifier stated, ByteArrayOutputStream message)
            implements ContentSigner {

        /** With nothing to sign yet. */
        public FixedSigner(Signer signer, AlgorithmIdentifier stated) {
            this(signer, stated, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return stated == null ? CmsAlgorithms.identifier(signer.algorithm()) : stated;
        }

        @Override
        public OutputStream getOutputStream() {
            return message;
        }

        @Override
        public byte[] getSignature() {
            try {
                if (stated != null) {
                    return sha1();
                }
                byte[] signature = signer.sign(message.toByteArray());
                KeyType type = signer.algorithm().keyType();
                return type == KeyType.P_256 || type == KeyType.SM2 ? EcSignatures.toDer(signature) : signature;
            } catch (SigningException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private byte[] sha1() throws GeneralSecurityException {
            Signature deterministic = Signature.getInstance("SHA1WITHECDDSA", BouncyCastle.provider());
            deterministic.initSign(KeyFactory.getInstance("EC", BouncyCastle.provider())
                    .generatePrivate(new PKCS8EncodedKeySpec(((SigningKey) signer).privateKeyInfo())));
            deterministic.update(message.toByteArray());
            return deterministic.sign();
        }
    }
}
