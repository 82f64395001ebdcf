package io.xuemeng.core.crypto.demonstration;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.crypto.certificate.OcspResponse;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.provider.BouncyCastle;
import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A certificate authority for trying things out and for tests: <strong>演示用，不可用于生产</strong>. It keeps its key in memory,
 * asks nobody who they are, and writes into every name that it is a demonstration. SM2 or P-256 itself; certificates for keys of
 * any kind. Not thread-safe.
 */
public final class DemonstrationAuthority {

    /** What stands in every name that it issues. */
    public static final String LABEL = "DEMO – 演示用，不可用于生产";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 96;
    private static final int KEY_IDENTIFIER_BYTES = 20;

    private final SigningKey key;
    private final Map<BigInteger, Revocation> revocations = new LinkedHashMap<>();

    private record Revocation(Instant time, int reason) {}

    private DemonstrationAuthority(SigningKey key) {
        this.key = key;
    }

    /**
     * A new authority that nobody certified: a root.
     *
     * @param type of its key: {@link KeyType#SM2} or {@link KeyType#P_256}
     */
    public static DemonstrationAuthority root(KeyType type, Instant from, Instant until) {
        SigningKey key = SigningKey.generate(type);
        X500Name name = name("root CA " + type, "根证书颁发机构 " + type);
        X509Certificate certificate = certify(key, name, key.verificationKey(), name, from, until, Kind.AUTHORITY);
        return new DemonstrationAuthority(with(key, List.of(certificate)));
    }

    /** An authority that was made before: its key with its certificates, its own first. Nothing is known of revocations. */
    public static DemonstrationAuthority of(SigningKey key) {
        if (key.certificates().isEmpty()) {
            throw new IllegalArgumentException("an authority's key comes with its certificate");
        }
        return new DemonstrationAuthority(key);
    }

    /** A new authority below this one, for those who sign in a role: so that each role can have trust anchors of its own. */
    public DemonstrationAuthority subordinate(DemonstrationRole role, Instant from, Instant until) {
        KeyType type = key.verificationKey().type();
        SigningKey subject = SigningKey.generate(type);
        X500Name name = name(role.english() + " CA " + type, role.chinese() + "证书颁发机构 " + type);
        return new DemonstrationAuthority(certified(subject, name, from, until, Kind.AUTHORITY));
    }

    /** A new key of this authority's kind with a certificate. */
    public SigningKey issue(DemonstrationRole role, Instant from, Instant until) {
        return issue(role, SigningKey.generate(key.verificationKey().type()), from, until);
    }

    /** A key of any kind with a certificate, followed by those of this authority but a root. */
    public SigningKey issue(DemonstrationRole role, SigningKey subject, Instant from, Instant until) {
        Kind kind = switch (role) {
            case AUTHOR, PUBLISHER, REVIEWER, HUB -> Kind.SIGNER;
            case TIMESTAMP_AUTHORITY -> Kind.TIMESTAMP_AUTHORITY;
            case OCSP_RESPONDER -> Kind.OCSP_RESPONDER;
        };
        return certified(subject, name(role.english(), role.chinese()), from, until, kind);
    }

    private SigningKey certified(SigningKey subject, X500Name name, Instant from, Instant until, Kind kind) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certify(key, issuerName(), subject.verificationKey(), name, from, until, kind));
        for (X509Certificate above : key.certificates()) {
            if (!above.getSubjectX500Principal().equals(above.getIssuerX500Principal())) {
                chain.add(above);
            }
        }
        return with(subject, chain);
    }

    private static SigningKey with(SigningKey subject, List<X509Certificate> chain) {
        try {
            return subject.withCertificates(chain);
        } catch (UnusableKeyException e) {
            throw new IllegalStateException("a certificate that was just issued is not for its key", e);
        }
    }

    private enum Kind {
        AUTHORITY,
        SIGNER,
        TIMESTAMP_AUTHORITY,
        OCSP_RESPONDER
    }

    private static X509Certificate certify(
            SigningKey issuerKey,
            X500Name issuer,
            VerificationKey subjectKey,
            X500Name subject,
            Instant from,
            Instant until,
            Kind kind) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(subjectKey.encoded());
        X509v3CertificateBuilder builder =
                new X509v3CertificateBuilder(issuer, serial(), Date.from(from), Date.from(until), subject, info);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(kind == Kind.AUTHORITY));
            int usage = kind == Kind.AUTHORITY
                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(subjectKey)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(keyIdentifier(issuerKey.verificationKey())));
            if (kind == Kind.TIMESTAMP_AUTHORITY) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            if (kind == Kind.OCSP_RESPONDER) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
                builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
            return X509Objects.certificate(
                    builder.build(new SignerContentSigner(issuerKey)).getEncoded());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("a certificate that was just made cannot be read", e);
        }
    }

    private static byte[] keyIdentifier(VerificationKey key) {
        return Arrays.copyOf(DigestAlgorithm.SHA_256.digest(key.encoded()), KEY_IDENTIFIER_BYTES);
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS);
    }

    private static X500Name name(String english, String chinese) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, LABEL)
                .addRDN(BCStyle.CN, "DEMO " + english + " " + chinese + "（演示用，不可用于生产）")
                .build();
    }

    private X500Name issuerName() {
        return X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
    }

    /** Its key, to be kept beside its certificates for the next time. */
    public SigningKey key() {
        return key;
    }

    /** Its own certificate. */
    public X509Certificate certificate() {
        return key.certificates().get(0);
    }

    /** Trust in it alone. */
    public TrustAnchors trust() {
        try {
            return TrustAnchors.of(certificate());
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read cannot be read again", e);
        }
    }

    /**
     * Revokes a certificate from a moment on.
     *
     * @param reason a CRLReason (RFC 5280, 5.3.1): 0 unspecified, 1 keyCompromise, 6 certificateHold …
     */
    public void revoke(X509Certificate certificate, Instant from, int reason) {
        revocations.put(certificate.getSerialNumber(), new Revocation(from, reason));
    }

    /** Its revocation list. */
    public X509CRL revocationList(Instant thisUpdate, Instant nextUpdate) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuerName(), Date.from(thisUpdate));
        builder.setNextUpdate(Date.from(nextUpdate));
        revocations.forEach(
                (serial, revocation) -> builder.addCRLEntry(serial, Date.from(revocation.time()), revocation.reason()));
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(keyIdentifier(key.verificationKey())));
            return X509Objects.crl(builder.build(new SignerContentSigner(key)).getEncoded());
        } catch (IOException | CRLException e) {
            throw new IllegalStateException("a revocation list that was just made cannot be read", e);
        }
    }

    /**
     * What it answers about one of its certificates.
     *
     * @param responder who signs the answer: a key issued as {@link DemonstrationRole#OCSP_RESPONDER}, or this authority's own
     */
    public OcspResponse ocspResponse(
            X509Certificate certificate, SigningKey responder, Instant thisUpdate, Instant nextUpdate) {
        try {
            CertificateID id = new CertificateID(
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BouncyCastle.provider())
                            .build()
                            .get(CertificateID.HASH_SHA1),
                    new X509CertificateHolder(certificate().getEncoded()),
                    certificate.getSerialNumber());
            Revocation revocation = revocations.get(certificate.getSerialNumber());
            CertificateStatus status = revocation == null
                    ? CertificateStatus.GOOD
                    : new RevokedStatus(Date.from(revocation.time()), revocation.reason());
            X509CertificateHolder own =
                    new X509CertificateHolder(responder.certificates().get(0).getEncoded());
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(own.getSubject()));
            builder.addResponse(id, status, Date.from(thisUpdate), Date.from(nextUpdate));
            return OcspResponse.of(new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(
                                    new SignerContentSigner(responder),
                                    new X509CertificateHolder[] {own},
                                    Date.from(thisUpdate)))
                    .getEncoded());
        } catch (GeneralSecurityException | IOException | OCSPException | OperatorCreationException e) {
            throw new IllegalStateException("an OCSP response that was just made cannot be read", e);
        }
    }
}
