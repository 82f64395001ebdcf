package io.xuemeng.core.crypto.cms;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.EcSignatures;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;

/** Signed messages with any fault one wants. It begins as a good one, put together by hand, independent of the writer. */
public final class ForgedMessage {

    private final Signer signer;
    private final byte[] content;
    private final Map<ASN1ObjectIdentifier, ASN1EncodableVector> attributes = new LinkedHashMap<>();
    private final ASN1EncodableVector unsigned = new ASN1EncodableVector();
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<X509CRL> lists = new ArrayList<>();
    private ASN1ObjectIdentifier outerType = CmsOids.SIGNED_DATA;
    private ASN1ObjectIdentifier contentType = CmsOids.DATA;
    private AlgorithmIdentifier digestAlgorithm;
    private AlgorithmIdentifier signatureAlgorithm;
    private int version = 1;
    private int signers = 1;
    private boolean attached;
    private boolean indefinite;
    private boolean spoilt;

    private ForgedMessage(Signer signer, byte[] content) {
        this.signer = signer;
        this.content = content;
        DigestAlgorithm digest = signer.algorithm().digest();
        this.digestAlgorithm = CmsAlgorithms.identifier(digest);
        this.signatureAlgorithm = CmsAlgorithms.identifier(signer.algorithm());
        X509Certificate certificate = signer.certificates().get(0);
        certificates.add(certificate);
        set(CmsOids.CONTENT_TYPE, CmsOids.DATA);
        set(CmsOids.MESSAGE_DIGEST, new DEROctetString(digest.digest(content)));
        try {
            X500Name issuer =
                    X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
            set(
                    CmsOids.SIGNING_CERTIFICATE_V2,
                    new SigningCertificateV2(new ESSCertIDv2(
                            CmsAlgorithms.identifier(digest),
                            digest.digest(certificate.getEncoded()),
                            new IssuerSerial(
                                    new GeneralNames(new GeneralName(issuer)), certificate.getSerialNumber()))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A detached message over some content. */
    public static ForgedMessage of(Signer signer, byte[] content, Instant time) {
        return new ForgedMessage(signer, content).set(CmsOids.SIGNING_TIME, new Time(Date.from(time)));
    }

    /** Gives a signed attribute these values; none take it away. */
    public ForgedMessage set(ASN1ObjectIdentifier type, ASN1Encodable... values) {
        if (values.length == 0) {
            attributes.remove(type);
        } else {
            ASN1EncodableVector vector = new ASN1EncodableVector();
            vector.addAll(values);
            attributes.put(type, vector);
        }
        return this;
    }

    public ForgedMessage unsigned(ASN1ObjectIdentifier type, ASN1Encodable value) {
        unsigned.add(new Attribute(type, new DERSet(value)));
        return this;
    }

    public ForgedMessage embed(ValidationMaterial material) {
        certificates.addAll(material.certificates());
        lists.addAll(material.revocationLists());
        return this;
    }

    public ForgedMessage withoutCertificates() {
        certificates.clear();
        return this;
    }

    /** The types of GM/T 0010-2012. */
    public ForgedMessage chinese() {
        outerType = CmsOids.GM_SIGNED_DATA;
        contentType = CmsOids.GM_DATA;
        return set(CmsOids.CONTENT_TYPE, CmsOids.GM_DATA);
    }

    /** Attached TSTInfo. */
    public ForgedMessage timestamp() {
        contentType = CmsOids.TIMESTAMP_INFO;
        version = 3;
        return attached().set(CmsOids.CONTENT_TYPE, CmsOids.TIMESTAMP_INFO);
    }

    public ForgedMessage digestAlgorithm(AlgorithmIdentifier value) {
        digestAlgorithm = value;
        return this;
    }

    public ForgedMessage signatureAlgorithm(String oid) {
        signatureAlgorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
        return this;
    }

    public ForgedMessage version(int value) {
        version = value;
        return this;
    }

    public ForgedMessage signers(int value) {
        signers = value;
        return this;
    }

    public ForgedMessage attached() {
        attached = true;
        return this;
    }

    /** With an open length on the outside. */
    public ForgedMessage indefinite() {
        indefinite = true;
        return this;
    }

    /** With a signature over something else. */
    public ForgedMessage spoilt() {
        spoilt = true;
        return this;
    }

    /** The message. */
    public byte[] build() {
        try {
            return encode();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encode() throws IOException, GeneralSecurityException {
        ASN1EncodableVector signed = new ASN1EncodableVector();
        attributes.forEach((type, values) -> signed.add(new Attribute(type, new DERSet(values))));
        DERSet set = new DERSet(signed);
        byte[] message = set.getEncoded(ASN1Encoding.DER);
        byte[] signature = signer.sign(spoilt ? new byte[1] : message);
        KeyType type = signer.algorithm().keyType();
        if (type == KeyType.P_256 || type == KeyType.SM2) {
            signature = EcSignatures.toDer(signature);
        }
        X509Certificate certificate = signer.certificates().get(0);
        ASN1EncodableVector info = new ASN1EncodableVector();
        info.add(new ASN1Integer(1));
        info.add(new IssuerAndSerialNumber(
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded()),
                certificate.getSerialNumber()));
        info.add(digestAlgorithm);
        info.add(new DERTaggedObject(false, 0, set));
        info.add(signatureAlgorithm);
        info.add(new DEROctetString(signature));
        if (unsigned.size() > 0) {
            info.add(new DERTaggedObject(false, 1, new DERSet(unsigned)));
        }
        ASN1EncodableVector infos = new ASN1EncodableVector();
        for (int i = 0; i < signers; i++) {
            infos.add(new DERSequence(info));
        }
        ASN1EncodableVector inner = new ASN1EncodableVector();
        inner.add(contentType);
        if (attached) {
            inner.add(new DERTaggedObject(true, 0, new DEROctetString(content)));
        }
        ASN1EncodableVector data = new ASN1EncodableVector();
        data.add(new ASN1Integer(version));
        data.add(new DERSet(digestAlgorithm));
        data.add(new DERSequence(inner));
        if (!certificates.isEmpty()) {
            ASN1EncodableVector all = new ASN1EncodableVector();
            for (X509Certificate each : certificates) {
                all.add(ASN1Primitive.fromByteArray(each.getEncoded()));
            }
            data.add(new DERTaggedObject(false, 0, new DERSet(all)));
        }
        if (!lists.isEmpty()) {
            ASN1EncodableVector all = new ASN1EncodableVector();
            for (X509CRL each : lists) {
                all.add(ASN1Primitive.fromByteArray(each.getEncoded()));
            }
            data.add(new DERTaggedObject(false, 1, new DERSet(all)));
        }
        data.add(new DERSet(infos));
        ASN1EncodableVector outer = new ASN1EncodableVector();
        outer.add(outerType);
        outer.add(
                indefinite
                        ? new BERTaggedObject(true, 0, new BERSequence(data))
                        : new DERTaggedObject(true, 0, new DERSequence(data)));
        return indefinite ? new BERSequence(outer).getEncoded() : new DERSequence(outer).getEncoded(ASN1Encoding.DER);
    }

    /** An ASN.1 object of these bytes. */
    public static ASN1Primitive object(byte[] der) {
        return X509Objects.parse(der);
    }
}
