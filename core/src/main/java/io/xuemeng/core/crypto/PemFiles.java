package io.xuemeng.core.crypto;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/** Keys and certificates in PEM (RFC 7468). */
final class PemFiles {

    private PemFiles() {}

    /** The one private key of a text, and the certificates in it with the key's own first. */
    static SigningKey read(String pem, char @Nullable [] password) throws UnusableKeyException {
        PrivateKeyInfo found = null;
        List<X509Certificate> certificates = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                PrivateKeyInfo key = key(object, password);
                if (key != null && found != null) {
                    throw new UnusableKeyException(KeyFault.NOT_THERE);
                }
                found = key == null ? found : key;
                if (object instanceof X509CertificateHolder holder) {
                    certificates.add(certificate(holder));
                }
            }
        } catch (IOException | CertificateException | RuntimeException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
        if (found == null) {
            throw new UnusableKeyException(KeyFault.NOT_THERE);
        }
        try {
            return SigningKey.of(found.getEncoded(), certificates);
        } catch (IOException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", BouncyCastle.provider())
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }

    private static @Nullable PrivateKeyInfo key(Object object, char @Nullable [] password) throws UnusableKeyException {
        if (object instanceof PrivateKeyInfo info) {
            return info;
        }
        if (object instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (object instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            try {
                return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                        .setProvider(BouncyCastle.provider())
                        .build(password == null ? new char[0] : password));
            } catch (OperatorCreationException | PKCSException e) {
                throw new UnusableKeyException(KeyFault.WRONG_PASSWORD, e);
            }
        }
        if (object instanceof PEMEncryptedKeyPair) {
            // The old OpenSSL encryption, keyed by one round of MD5.
            throw new UnusableKeyException(KeyFault.UNSUPPORTED_TYPE);
        }
        return null;
    }

    static String write(byte[] privateKeyInfo, List<X509Certificate> certificates) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("PRIVATE KEY", privateKeyInfo));
            for (X509Certificate certificate : certificates) {
                writer.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("writing to memory does no input or output", e);
        }
        return text.toString();
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
