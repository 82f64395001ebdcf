package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.jspecify.annotations.Nullable;

/** A successful OCSP response (RFC 6960, 4.2.1), not yet judged. Immutable and thread-safe. */
public final class OcspResponse {

    private final byte[] encoded;
    private final BasicOCSPResponse basic;

    private OcspResponse(byte[] encoded, BasicOCSPResponse basic) {
        this.encoded = encoded;
        this.basic = basic;
    }

    /**
     * A response in DER.
     *
     * @throws CertificateException when it is none, says that there was an error, or is not of the basic type
     */
    public static OcspResponse of(byte[] der) throws CertificateException {
        try {
            ASN1Primitive object = X509Objects.parse(der);
            if (object == null) {
                throw new CertificateException("the bytes are not an OCSP response in DER");
            }
            OCSPResponse response = OCSPResponse.getInstance(object);
            ResponseBytes bytes = response.getResponseBytes();
            if (response.getResponseStatus().getIntValue() != OCSPResponseStatus.SUCCESSFUL
                    || bytes == null
                    || !bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
                throw new CertificateException("the OCSP response is an error, or not a basic one");
            }
            ASN1Primitive basic = X509Objects.parse(bytes.getResponse().getOctets());
            if (basic == null) {
                throw new CertificateException("the basic OCSP response is damaged");
            }
            BasicOCSPResponse read = BasicOCSPResponse.getInstance(basic);
            // Bouncy Castle verifies what it would have written; a response must not have a second form.
            if (!Arrays.equals(response.getEncoded(ASN1Encoding.DER), der)
                    || !Arrays.equals(
                            read.getEncoded(ASN1Encoding.DER),
                            bytes.getResponse().getOctets())) {
                throw new CertificateException("the OCSP response is not in DER");
            }
            return new OcspResponse(der.clone(), read);
        } catch (IOException | RuntimeException e) {
            throw new CertificateException("the bytes are not an OCSP response in DER", e);
        }
    }

    /** A basic response alone, as a CMS signature carries it (RFC 5940), in DER. */
    public static OcspResponse ofBasic(byte[] der) throws CertificateException {
        try {
            return of(new OCSPResponse(
                            new OCSPResponseStatus(OCSPResponseStatus.SUCCESSFUL),
                            new ResponseBytes(OCSPObjectIdentifiers.id_pkix_ocsp_basic, new DEROctetString(der)))
                    .getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new CertificateException("the OCSP response cannot be encoded", e);
        }
    }

    /** The whole response in DER; a copy. */
    public byte[] encoded() {
        return encoded.clone();
    }

    BasicOCSPResponse basic() {
        return basic;
    }

    /** Whether both are the same bytes. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OcspResponse response && Arrays.equals(encoded, response.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
