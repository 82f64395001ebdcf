package io.xuemeng.core.crypto.cms;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.certificate.OcspResponse;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.jspecify.annotations.Nullable;

/** Makes a message with one signature (RFC 5652, 5; ETSI EN 319 122-1, 6.3, level B-B), in DER. */
public final class SignedMessageWriter {

    private final Signer signer;
    private final ASN1ObjectIdentifier contentType;
    private final ASN1EncodableVector attributes = new ASN1EncodableVector();
    private final DigestAlgorithm digest;
    private final X509Certificate certificate;
    private ValidationMaterial material = ValidationMaterial.none();

    /**
     * A writer for one message.
     *
     * @throws IllegalArgumentException when the signer has no certificate
     */
    public SignedMessageWriter(Signer signer, ASN1ObjectIdentifier contentType) {
        if (signer.certificates().isEmpty()) {
            throw new IllegalArgumentException(
                    "the signer has no certificate; give it the one that was issued for its key");
        }
        this.signer = signer;
        this.contentType = contentType;
        this.certificate = signer.certificates().get(0);
        this.digest = signer.algorithm().digest();
    }

    /** Embeds what of this helps to validate the signer's certificate or the timestamp's, beside the signer's own certificates. */
    public SignedMessageWriter embed(ValidationMaterial value) {
        material = value;
        return this;
    }

    /** States when it is signed, to the second. */
    public SignedMessageWriter signingTime(Instant time) {
        return attribute(CmsOids.SIGNING_TIME, new Time(Date.from(time.truncatedTo(ChronoUnit.SECONDS))));
    }

    /** States the media type of what is signed. */
    public SignedMessageWriter mimeType(String type) {
        return attribute(CmsOids.MIME_TYPE, new DERUTF8String(type));
    }

    /** States roles that the signer claims, in the way of EU DSS: as values of the attribute {@code name}. */
    public SignedMessageWriter claimedRoles(List<String> roles) {
        if (roles.isEmpty()) {
            return this;
        }
        ASN1EncodableVector claimed = new ASN1EncodableVector();
        for (String role : roles) {
            claimed.add(new org.bouncycastle.asn1.x509.Attribute(CmsOids.NAME, new DERSet(new DERUTF8String(role))));
        }
        return attribute(
                CmsOids.SIGNER_ATTRIBUTES_V2, new DERSequence(new DERTaggedObject(true, 0, new DERSequence(claimed))));
    }

    private SignedMessageWriter attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        attributes.add(new Attribute(type, new DERSet(value)));
        return this;
    }

    /** What is made of a signature, once it exists, before the message is closed: a timestamp on it. */
    @FunctionalInterface
    public interface UnsignedAttribute {

        /** The value of the attribute, in DER. */
        byte[] over(byte[] signature) throws IOException;
    }

    /**
     * Signs.
     *
     * @param content what is signed
     * @param attached whether it stands in the message
     * @param timestamp makes the value of the signature-time-stamp attribute; null for none
     * @throws SigningException when the signer cannot sign
     * @throws IOException when the timestamp cannot be made
     */
    public byte[] sign(byte[] content, boolean attached, @Nullable UnsignedAttribute timestamp) throws IOException {
        AlgorithmIdentifier digestIdentifier = CmsAlgorithms.identifier(digest);
        AlgorithmIdentifier signatureIdentifier = CmsAlgorithms.identifier(signer.algorithm());
        attribute(CmsOids.CONTENT_TYPE, contentType);
        attribute(CmsOids.MESSAGE_DIGEST, new DEROctetString(digest.digest(content)));
        attribute(CmsOids.SIGNING_CERTIFICATE_V2, new SigningCertificateV2(identify()));
        attribute(
                CmsOids.ALGORITHM_PROTECTION,
                new CMSAlgorithmProtection(digestIdentifier, CMSAlgorithmProtection.SIGNATURE, signatureIdentifier));
        DERSet signed = new DERSet(attributes);
        byte[] signature = signer.sign(signed.getEncoded(ASN1Encoding.DER));
        KeyType type = signer.algorithm().keyType();
        if (type == KeyType.P_256 || type == KeyType.SM2) {
            signature = EcSignatures.toDer(signature);
        }
        List<X509Certificate> concerned = new ArrayList<>(signer.certificates());
        DERSet unsigned = null;
        if (timestamp != null) {
            byte[] token = timestamp.over(signature);
            concerned.addAll(certificatesOf(token));
            unsigned = new DERSet(new Attribute(CmsOids.SIGNATURE_TIMESTAMP, new DERSet(X509Objects.parse(token))));
        }
        ValidationMaterial embedded = material.concerning(concerned);
        SignerInfo info = new SignerInfo(
                new SignerIdentifier(issuerAndSerial()),
                digestIdentifier,
                signed,
                signatureIdentifier,
                new DEROctetString(signature),
                unsigned);
        ContentInfo inner = new ContentInfo(contentType, attached ? new DEROctetString(content) : null);
        SignedData data = new SignedData(
                new DERSet(digestIdentifier), inner, certificates(embedded), revocations(embedded), new DERSet(info));
        return new ContentInfo(CmsOids.SIGNED_DATA, data).getEncoded(ASN1Encoding.DER);
    }

    private static List<X509Certificate> certificatesOf(byte[] token) throws IOException {
        try {
            return SignedMessage.read(token).material().certificates();
        } catch (MalformedCmsException e) {
            throw new IOException("the timestamp authority gave something that is not a token", e);
        }
    }

    private IssuerAndSerialNumber issuerAndSerial() {
        return new IssuerAndSerialNumber(issuer(), certificate.getSerialNumber());
    }

    private X500Name issuer() {
        return X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
    }

    private ESSCertIDv2 identify() throws IOException {
        try {
            IssuerSerial serial =
                    new IssuerSerial(new GeneralNames(new GeneralName(issuer())), certificate.getSerialNumber());
            // BC leaves SHA-256 out, which is the default, as DER demands.
            return new ESSCertIDv2(CmsAlgorithms.identifier(digest), digest.digest(certificate.getEncoded()), serial);
        } catch (CertificateEncodingException e) {
            throw new IOException("the signer's certificate cannot be encoded", e);
        }
    }

    private DERSet certificates(ValidationMaterial embedded) throws IOException {
        ASN1EncodableVector all = new ASN1EncodableVector();
        try {
            ValidationMaterial whole = ValidationMaterial.of(signer.certificates(), List.of(), List.of())
                    .and(embedded);
            for (X509Certificate each : whole.certificates()) {
                all.add(ASN1Primitive.fromByteArray(each.getEncoded()));
            }
        } catch (CertificateException | CRLException e) {
            throw new IOException("a certificate to embed cannot be encoded", e);
        }
        return new DERSet(all);
    }

    private static @Nullable DERSet revocations(ValidationMaterial embedded) throws IOException {
        ASN1EncodableVector all = new ASN1EncodableVector();
        try {
            for (X509CRL list : embedded.revocationLists()) {
                all.add(ASN1Primitive.fromByteArray(list.getEncoded()));
            }
        } catch (CRLException e) {
            throw new IOException("a revocation list to embed cannot be encoded", e);
        }
        for (OcspResponse response : embedded.ocspResponses()) {
            all.add(new DERTaggedObject(
                    false,
                    1,
                    new OtherRevocationInfoFormat(
                            CmsOids.OCSP_RESPONSE, ASN1Primitive.fromByteArray(response.encoded()))));
        }
        return all.size() == 0 ? null : new DERSet(all);
    }
}
