package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.provider.X509Objects;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificates under {@code x5c} (RFC 7515, 4.1.6; RFC 7517, 4.7). Reading them says nothing of whether they are to be trusted. */
final class Certificates {

    /** How many a chain has at most: a root, a few authorities and the signer. */
    static final int MAX = 10;

    private Certificates() {}

    /** The certificates, or null when one of the texts is none, or there are none or too many. */
    static @Nullable List<X509Certificate> read(List<String> texts) {
        if (texts.isEmpty() || texts.size() > MAX) {
            return null;
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (String text : texts) {
            X509Certificate certificate = read(text);
            if (certificate == null) {
                return null;
            }
            certificates.add(certificate);
        }
        return List.copyOf(certificates);
    }

    private static @Nullable X509Certificate read(String text) {
        try {
            X509Certificate certificate =
                    X509Objects.certificate(Base64.getDecoder().decode(text));
            // Spare bits, and forms of DER that the parser puts right, would make further spellings of it.
            return write(certificate).equals(text) ? certificate : null;
        } catch (CertificateException | IllegalArgumentException e) {
            // Not base64, or not a certificate.
            return null;
        }
    }

    static String write(X509Certificate certificate) throws CertificateException {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }
}
