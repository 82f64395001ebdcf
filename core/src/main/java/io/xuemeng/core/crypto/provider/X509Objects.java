package io.xuemeng.core.crypto.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.jspecify.annotations.Nullable;

/** Certificates and revocation lists as Bouncy Castle's objects, which know SM2; those of the Java platform do not. */
public final class X509Objects {

    private X509Objects() {}

    /** The one certificate that some bytes in DER are. */
    public static X509Certificate certificate(byte[] der) throws CertificateException {
        requireOne(der, "certificate");
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.provider());
            X509Certificate certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
            if (certificate == null) {
                throw new CertificateException("the bytes hold no certificate");
            }
            return certificate;
        } catch (RuntimeException e) {
            throw new CertificateException("the bytes are not a certificate in DER", e);
        }
    }

    /** A certificate of any provider as one of Bouncy Castle's. */
    public static X509Certificate certificate(X509Certificate any) throws CertificateException {
        return any.getClass().getName().startsWith("org.bouncycastle.") ? any : certificate(any.getEncoded());
    }

    /** The one revocation list that some bytes in DER are. */
    public static X509CRL crl(byte[] der) throws CRLException {
        try {
            requireOne(der, "certificate revocation list");
            CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.provider());
            X509CRL crl = (X509CRL) factory.generateCRL(new ByteArrayInputStream(der));
            if (crl == null) {
                throw new CRLException("the bytes hold no certificate revocation list");
            }
            return crl;
        } catch (CertificateException | RuntimeException e) {
            throw new CRLException("the bytes are not a certificate revocation list in DER", e);
        }
    }

    /** A revocation list of any provider as one of Bouncy Castle's. */
    public static X509CRL crl(X509CRL any) throws CRLException {
        return any.getClass().getName().startsWith("org.bouncycastle.") ? any : crl(any.getEncoded());
    }

    /** One ASN.1 object that takes all bytes, or null. */
    public static @Nullable ASN1Primitive parse(byte[] encoded) {
        // The limit keeps a length that lies from being believed.
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(encoded), encoded.length)) {
            ASN1Primitive object = in.readObject();
            return object == null || in.read() >= 0 ? null : object;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static void requireOne(byte[] der, String what) throws CertificateException {
        if (parse(der) == null) {
            throw new CertificateException("the bytes are not one " + what + " in DER");
        }
    }
}
