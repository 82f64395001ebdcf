package io.xuemeng.core.crypto.cms;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.provider.BouncyCastle;
import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.esf.SignerAttribute;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.jspecify.annotations.Nullable;

/** The signed attributes of a message (RFC 5652, 11; ETSI EN 319 122-1, 5): each type once, with one value. */
public final class SignedAttributes {

    private static final int MAX_ROLES = 16;

    private final byte[] signed;
    private final Map<ASN1ObjectIdentifier, ASN1Encodable> values;

    private SignedAttributes(byte[] signed, Map<ASN1ObjectIdentifier, ASN1Encodable> values) {
        this.signed = signed;
        this.values = values;
    }

    static SignedAttributes read(ASN1Set set) throws MalformedCmsException, IOException {
        Map<ASN1ObjectIdentifier, ASN1Encodable> values = new HashMap<>();
        for (ASN1Encodable element : set) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrValues().size() != 1
                    || values.putIfAbsent(
                                    attribute.getAttrType(),
                                    attribute.getAttrValues().getObjectAt(0))
                            != null) {
                throw new MalformedCmsException(
                        "the signed attribute " + attribute.getAttrType() + " has not exactly one value", true);
            }
        }
        // What is signed is the DER encoding, whatever stands in the message (5.4).
        byte[] signed = new DERSet(set.toArray()).getEncoded(ASN1Encoding.DER);
        SignedAttributes attributes = new SignedAttributes(signed, values);
        attributes.contentType();
        attributes.messageDigest();
        attributes.signingTime();
        attributes.claimedRoles();
        return attributes;
    }

    /** What the signature is over. */
    public byte[] signed() {
        return signed.clone();
    }

    ASN1ObjectIdentifier contentType() throws MalformedCmsException {
        return ASN1ObjectIdentifier.getInstance(required(CmsOids.CONTENT_TYPE, "contentType"));
    }

    /** The digest of what is signed. */
    public byte[] messageDigest() throws MalformedCmsException {
        return ASN1OctetString.getInstance(required(CmsOids.MESSAGE_DIGEST, "messageDigest"))
                .getOctets();
    }

    /** When the signer says that it signed. */
    public Optional<Instant> signingTime() throws MalformedCmsException {
        ASN1Encodable value = values.get(CmsOids.SIGNING_TIME);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Time.getInstance(value).getDate().toInstant());
        } catch (RuntimeException e) {
            throw new MalformedCmsException("the signingTime attribute is no time", true);
        }
    }

    private ASN1Encodable required(ASN1ObjectIdentifier type, String name) throws MalformedCmsException {
        ASN1Encodable value = values.get(type);
        if (value == null) {
            throw new MalformedCmsException("the signed attribute " + name + " is missing", true);
        }
        return value;
    }

    void checkProtection(SignerInfo signer) throws MalformedCmsException {
        ASN1Encodable value = values.get(CmsOids.ALGORITHM_PROTECTION);
        if (value == null) {
            return;
        }
        CMSAlgorithmProtection protection = CMSAlgorithmProtection.getInstance(value);
        if (!protection.getDigestAlgorithm().equals(signer.getDigestAlgorithm())
                || !signer.getDigestEncryptionAlgorithm().equals(protection.getSignatureAlgorithm())) {
            throw new MalformedCmsException("the algorithms are not those that CMSAlgorithmProtection states", true);
        }
    }

    /** The media type of what is signed. */
    public Optional<String> mimeType() {
        return values.get(CmsOids.MIME_TYPE) instanceof ASN1String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    /** The roles that the signer claims; empty when it claims none. */
    public List<String> claimedRoles() throws MalformedCmsException {
        ASN1Encodable value = values.get(CmsOids.SIGNER_ATTRIBUTES_V2);
        if (value == null) {
            return List.of();
        }
        List<String> roles = new ArrayList<>();
        try {
            for (Object part : SignerAttribute.getInstance(value).getValues()) {
                if (part instanceof org.bouncycastle.asn1.x509.Attribute[] claimed) {
                    for (org.bouncycastle.asn1.x509.Attribute attribute : claimed) {
                        for (ASN1Encodable role : attribute.getAttributeValues()) {
                            if (role instanceof ASN1String text) {
                                roles.add(text.getString());
                            }
                        }
                    }
                }
            }
        } catch (RuntimeException e) {
            throw new MalformedCmsException("the signer-attributes-v2 attribute cannot be read", true);
        }
        if (roles.size() > MAX_ROLES) {
            throw new MalformedCmsException("the signer claims more than " + MAX_ROLES + " roles", true);
        }
        return roles;
    }

    /** How a message identifies the certificate of its signer. */
    public enum Identification {
        /** By no attribute at all. */
        MISSING,
        /** As another certificate. */
        OTHER,
        /** By a digest that is not accepted. */
        WEAK,
        /** As this one. */
        SAME
    }

    /**
     * How the certificate of the signer is identified (RFC 5035, 3; RFC 2634, 5.4).
     *
     * @param sha1 whether the old attribute is accepted, which identifies by SHA-1
     */
    public Identification identifies(X509Certificate certificate, boolean sha1) {
        try {
            ASN1Encodable second = values.get(CmsOids.SIGNING_CERTIFICATE_V2);
            if (second != null) {
                ESSCertIDv2 id = SigningCertificateV2.getInstance(second).getCerts()[0];
                Optional<DigestAlgorithm> digest = CmsAlgorithms.digest(id.getHashAlgorithm());
                if (digest.isEmpty()) {
                    return Identification.WEAK;
                }
                return identification(digest.get().newDigest(), id.getCertHash(), id.getIssuerSerial(), certificate);
            }
            ASN1Encodable first = values.get(CmsOids.SIGNING_CERTIFICATE);
            if (first == null) {
                return Identification.MISSING;
            }
            if (!sha1) {
                return Identification.WEAK;
            }
            ESSCertID id = SigningCertificate.getInstance(first).getCerts()[0];
            return identification(
                    MessageDigest.getInstance("SHA-1", BouncyCastle.provider()),
                    id.getCertHash(),
                    id.getIssuerSerial(),
                    certificate);
        } catch (NoSuchAlgorithmException | CertificateEncodingException | RuntimeException e) {
            return Identification.OTHER;
        }
    }

    private static Identification identification(
            MessageDigest digest, byte[] hash, @Nullable IssuerSerial issuer, X509Certificate certificate)
            throws CertificateEncodingException {
        if (!Arrays.equals(digest.digest(certificate.getEncoded()), hash)) {
            return Identification.OTHER;
        }
        if (issuer != null) {
            GeneralName[] names = issuer.getIssuer().getNames();
            ASN1Primitive own =
                    X509Objects.parse(certificate.getIssuerX500Principal().getEncoded());
            if (!issuer.getSerial().getValue().equals(certificate.getSerialNumber())
                    || names.length != 1
                    || names[0].getTagNo() != GeneralName.directoryName
                    || own == null
                    || !names[0].getName().toASN1Primitive().equals(own)) {
                return Identification.OTHER;
            }
        }
        return Identification.SAME;
    }
}
