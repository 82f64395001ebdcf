package io.xuemeng.core.crypto.demonstration;

import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.cms.CmsOids;
import io.xuemeng.core.crypto.cms.SignedMessageWriter;
import io.xuemeng.core.crypto.timestamp.TimestampAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/**
 * A timestamp authority in this process, for trying things out and for tests (RFC 3161): <strong>演示用，不可用于生产</strong>. Its
 * clock is whatever clock it is given. Thread-safe if that clock and its key are.
 */
public final class DemonstrationTimestampAuthority implements TimestampAuthority {

    /** A policy of nobody's: an arc for examples (RFC 7612 speaks of it). */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.999.3161");

    private static final int ACCURACY_SECONDS = 1;

    private final Signer signer;
    private final ValidationMaterial material;
    private final Clock clock;

    /**
     * An authority.
     *
     * @param signer a key issued as {@link DemonstrationRole#TIMESTAMP_AUTHORITY}
     * @param material what it embeds, so that its tokens can be judged offline: its revocation list, say
     * @param clock what it takes for the time
     */
    public DemonstrationTimestampAuthority(Signer signer, ValidationMaterial material, Clock clock) {
        this.signer = signer;
        this.material = material;
        this.clock = clock;
    }

    @Override
    public byte[] respond(byte[] request) throws IOException {
        TimeStampReq question;
        try {
            question = TimeStampReq.getInstance(ASN1Primitive.fromByteArray(request));
        } catch (RuntimeException e) {
            throw new IOException("the request is no TimeStampReq", e);
        }
        Instant now = clock.instant();
        TSTInfo info = new TSTInfo(
                POLICY,
                question.getMessageImprint(),
                new ASN1Integer(BigInteger.valueOf(now.toEpochMilli())),
                time(now),
                new Accuracy(new ASN1Integer(ACCURACY_SECONDS), null, null),
                null,
                question.getNonce(),
                null,
                null);
        byte[] token = new SignedMessageWriter(signer, CmsOids.TIMESTAMP_INFO)
                .embed(material)
                .signingTime(now)
                .sign(info.getEncoded(ASN1Encoding.DER), true, null);
        return new TimeStampResp(
                        new PKIStatusInfo(PKIStatus.granted),
                        ContentInfo.getInstance(ASN1Primitive.fromByteArray(token)))
                .getEncoded(ASN1Encoding.DER);
    }

    private static ASN1GeneralizedTime time(Instant now) {
        return new DERGeneralizedTime(Date.from(Instant.ofEpochSecond(now.getEpochSecond())));
    }
}
