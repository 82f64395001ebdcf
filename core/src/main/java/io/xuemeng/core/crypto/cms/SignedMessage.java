package io.xuemeng.core.crypto.cms;

import io.xuemeng.core.crypto.certificate.OcspResponse;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A message with exactly one signature and signed attributes (RFC 5652, 5), taken apart and held to its rules; nothing is verified
 * yet. The structure may not have more than one form: what is not covered by the signature could otherwise be changed unseen.
 */
public final class SignedMessage {

    private static final int MAX_CERTIFICATES = 64;
    private static final int MAX_REVOCATIONS = 64;

    private final ASN1ObjectIdentifier contentType;
    private final byte @Nullable [] content;
    private final ValidationMaterial material;
    private final SignerInfo signer;
    private final SignedAttributes attributes;
    private final List<Attribute> unsignedAttributes;
    private final boolean definite;

    private SignedMessage(
            ASN1ObjectIdentifier contentType,
            byte @Nullable [] content,
            ValidationMaterial material,
            SignerInfo signer,
            SignedAttributes attributes,
            List<Attribute> unsignedAttributes,
            boolean definite) {
        this.contentType = contentType;
        this.content = content;
        this.material = material;
        this.signer = signer;
        this.attributes = attributes;
        this.unsignedAttributes = unsignedAttributes;
        this.definite = definite;
    }

    /**
     * Takes a message apart.
     *
     * @param encoded within the caller's limit of size
     * @throws MalformedCmsException when it breaks a rule
     */
    public static SignedMessage read(byte[] encoded) throws MalformedCmsException {
        ASN1Primitive object = X509Objects.parse(encoded);
        if (object == null) {
            throw new MalformedCmsException("the bytes are not one ASN.1 object");
        }
        try {
            return read(object, isDefinite(object, encoded));
        } catch (CertificateException | CRLException e) {
            throw new MalformedCmsException("an embedded certificate, revocation list or OCSP response cannot be read");
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle's word for a structure that is not what it should be.
            throw new MalformedCmsException("the structure is not that of SignedData");
        }
    }

    /** Whether all lengths are stated, in the shortest form. */
    private static boolean isDefinite(ASN1Primitive object, byte[] encoded) {
        try {
            return Arrays.equals(object.getEncoded(ASN1Encoding.DL), encoded);
        } catch (IOException e) {
            return false;
        }
    }

    private static SignedMessage read(ASN1Primitive object, boolean definite)
            throws MalformedCmsException, CertificateException, CRLException, IOException {
        ContentInfo outer = ContentInfo.getInstance(object);
        boolean chinese = outer.getContentType().equals(CmsOids.GM_SIGNED_DATA);
        require(chinese || outer.getContentType().equals(CmsOids.SIGNED_DATA), "the content is not signed data");
        SignedData data = SignedData.getInstance(outer.getContent());
        ASN1Set signers = data.getSignerInfos();
        require(signers.size() == 1, "there is not exactly one signer");
        SignerInfo signer = SignerInfo.getInstance(signers.getObjectAt(0));
        ContentInfo inner = data.getEncapContentInfo();
        checkVersions(data, signer, inner, chinese);
        require(data.getDigestAlgorithms().size() == 1, "there is not exactly one digest algorithm");
        AlgorithmIdentifier digest =
                AlgorithmIdentifier.getInstance(data.getDigestAlgorithms().getObjectAt(0));
        require(digest.equals(signer.getDigestAlgorithm()), "the digest algorithms of message and signer differ");
        byte[] content = inner.getContent() == null
                ? null
                : ASN1OctetString.getInstance(inner.getContent()).getOctets();
        require(signer.getAuthenticatedAttributes() != null, "there are no signed attributes");
        SignedAttributes attributes = SignedAttributes.read(signer.getAuthenticatedAttributes());
        if (!attributes.contentType().equals(inner.getContentType())) {
            throw new MalformedCmsException("the contentType attribute is not the content's type", true);
        }
        attributes.checkProtection(signer);
        return new SignedMessage(
                inner.getContentType(), content, material(data), signer, attributes, unsigned(signer), definite);
    }

    /** RFC 5652, 5.1 and 5.3; those who follow GM/T 0010-2012 write 1. */
    private static void checkVersions(SignedData data, SignerInfo signer, ContentInfo inner, boolean chinese)
            throws MalformedCmsException {
        boolean byName = signer.getSID().getId().toASN1Primitive() instanceof ASN1Sequence;
        require(signer.getVersion().intValueExact() == (byName ? 1 : 3), "the signer's version is wrong");
        boolean other = false;
        if (data.getCRLs() != null) {
            for (ASN1Encodable info : data.getCRLs()) {
                other |= info.toASN1Primitive() instanceof ASN1TaggedObject;
            }
        }
        boolean plain = inner.getContentType().equals(CmsOids.DATA)
                || inner.getContentType().equals(CmsOids.GM_DATA);
        int expected = other ? 5 : byName && plain ? 1 : 3;
        int version = data.getVersion().intValueExact();
        require(version == expected || (chinese && version == 1), "the message's version is wrong");
    }

    private static ValidationMaterial material(SignedData data)
            throws MalformedCmsException, CertificateException, CRLException, IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        if (data.getCertificates() != null) {
            require(data.getCertificates().size() <= MAX_CERTIFICATES, "there are more than 64 certificates");
            for (ASN1Encodable certificate : data.getCertificates()) {
                require(
                        certificate.toASN1Primitive() instanceof ASN1Sequence,
                        "a certificate is of a kind that is not accepted");
                byte[] encoded = certificate.toASN1Primitive().getEncoded(ASN1Encoding.DL);
                X509Certificate read = X509Objects.certificate(encoded);
                // Bouncy Castle verifies what it would have written; a certificate must not have a second form.
                require(Arrays.equals(read.getEncoded(), encoded), "a certificate is not in DER");
                certificates.add(read);
            }
        }
        List<X509CRL> lists = new ArrayList<>();
        List<OcspResponse> responses = new ArrayList<>();
        if (data.getCRLs() != null) {
            require(data.getCRLs().size() <= MAX_REVOCATIONS, "there are more than 64 revocation lists");
            for (ASN1Encodable info : data.getCRLs()) {
                if (info.toASN1Primitive() instanceof ASN1TaggedObject tagged) {
                    OtherRevocationInfoFormat format = OtherRevocationInfoFormat.getInstance(tagged, false);
                    boolean basic = format.getInfoFormat().equals(CmsOids.OCSP_BASIC);
                    require(
                            basic || format.getInfoFormat().equals(CmsOids.OCSP_RESPONSE),
                            "revocation data is of a kind that is not accepted");
                    byte[] response = format.getInfo().toASN1Primitive().getEncoded(ASN1Encoding.DL);
                    responses.add(basic ? OcspResponse.ofBasic(response) : OcspResponse.of(response));
                } else {
                    byte[] encoded = info.toASN1Primitive().getEncoded(ASN1Encoding.DL);
                    X509CRL list = X509Objects.crl(encoded);
                    require(Arrays.equals(list.getEncoded(), encoded), "a revocation list is not in DER");
                    lists.add(list);
                }
            }
        }
        return ValidationMaterial.of(certificates, lists, responses);
    }

    private static List<Attribute> unsigned(SignerInfo signer) throws MalformedCmsException {
        List<Attribute> attributes = new ArrayList<>();
        if (signer.getUnauthenticatedAttributes() != null) {
            for (ASN1Encodable element : signer.getUnauthenticatedAttributes()) {
                Attribute attribute = Attribute.getInstance(element);
                require(attribute.getAttrValues().size() > 0, "an unsigned attribute has no value");
                attributes.add(attribute);
            }
            require(!attributes.isEmpty(), "the set of unsigned attributes is empty");
        }
        return attributes;
    }

    private static void require(boolean condition, String otherwise) throws MalformedCmsException {
        if (!condition) {
            throw new MalformedCmsException(otherwise);
        }
    }

    /** The type of what is signed. */
    public ASN1ObjectIdentifier contentType() {
        return contentType;
    }

    /** What is signed, or empty when it stands elsewhere. */
    public Optional<byte[]> content() {
        return Optional.ofNullable(content);
    }

    /** The embedded certificates, revocation lists and OCSP responses. */
    public ValidationMaterial material() {
        return material;
    }

    /** The one signer. */
    public SignerInfo signer() {
        return signer;
    }

    /** The signed attributes. */
    public SignedAttributes attributes() {
        return attributes;
    }

    /** The attributes that nobody has signed. */
    public List<Attribute> unsignedAttributes() {
        return unsignedAttributes;
    }

    /** The octets of the signature, in the form that CMS has them. */
    public byte[] signature() {
        return signer.getEncryptedDigest().getOctets();
    }

    /** Whether all lengths are stated in the shortest form, so that the message can be written in one way only. */
    public boolean isDefinite() {
        return definite;
    }
}
