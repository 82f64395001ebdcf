package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** OCSP responses as no honest responder would make them. A builder. */
final class OcspResponses {

    private final X509Certificate certificate;
    private final X509Certificate issuer;
    private final List<X509CertificateHolder> embedded = new ArrayList<>();
    private Signer signer;
    private boolean byName;
    private int answers = 1;

    private OcspResponses(X509Certificate certificate, X509Certificate issuer) {
        this.certificate = certificate;
        this.issuer = issuer;
    }

    /** That a certificate is good. */
    static OcspResponses about(X509Certificate certificate, X509Certificate issuer) {
        return new OcspResponses(certificate, issuer);
    }

    /** Who signs, and whether it says so by its name or by its key. */
    OcspResponses by(Signer value, boolean named) {
        signer = value;
        byName = named;
        return this;
    }

    OcspResponses embedding(Collection<X509Certificate> certificates) {
        certificates.forEach(each -> embedded.add(holder(each)));
        return this;
    }

    /** Says the same so often. */
    OcspResponses times(int count) {
        answers = count;
        return this;
    }

    private static X509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    OcspResponse build(Instant thisUpdate, Instant nextUpdate) {
        try {
            DigestCalculator sha1 = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(BouncyCastle.provider())
                    .build()
                    .get(CertificateID.HASH_SHA1);
            X509Certificate own = signer.certificates().get(0);
            RespID responder = byName
                    ? new RespID(new ResponderID(
                            X500Name.getInstance(own.getSubjectX500Principal().getEncoded())))
                    : new RespID(
                            SubjectPublicKeyInfo.getInstance(
                                    signer.verificationKey().encoded()),
                            sha1);
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(responder);
            for (int i = 0; i < answers; i++) {
                builder.addResponse(
                        new CertificateID(sha1, holder(issuer), certificate.getSerialNumber()),
                        CertificateStatus.GOOD,
                        Date.from(thisUpdate),
                        Date.from(nextUpdate));
            }
            return OcspResponse.of(new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            builder.build(
                                    new FixedCertificate.FixedSigner(signer, null),
                                    embedded.toArray(X509CertificateHolder[]::new),
                                    Date.from(thisUpdate)))
                    .getEncoded());
        } catch (GeneralSecurityException | IOException | OCSPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
