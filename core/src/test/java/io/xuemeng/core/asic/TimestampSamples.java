package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.Signer;
import io.xuemeng.core.crypto.certificate.FixedKeys;
import io.xuemeng.core.crypto.cms.CmsOids;
import io.xuemeng.core.crypto.cms.ForgedMessage;
import io.xuemeng.core.crypto.timestamp.TimestampRequirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The samples of the requirements on timestamps, SIG-201 to SIG-207. */
final class TimestampSamples {

    private final Map<String, byte[]> files = new TreeMap<>();

    private TimestampSamples() {}

    /** All samples by path below {@code src/samples}. */
    static Map<String, byte[]> all() {
        TimestampSamples samples = new TimestampSamples();
        for (TimestampRequirement requirement : TimestampRequirement.values()) {
            samples.put(
                    requirement,
                    "pass",
                    signature -> token(DemoPki.TIMESTAMPER, signature).build());
        }
        samples.add();
        return samples.files;
    }

    private void put(TimestampRequirement requirement, String name, Function<byte[], byte[]> token) {
        files.put(
                requirement.id() + '/' + name + ".zip",
                Forge.container(manifest -> stamped(Forge.authors(manifest), token)));
    }

    private void add() {
        put(TimestampRequirement.READABLE, "fail", signature -> new byte[] {5, 0});
        put(
                TimestampRequirement.READABLE,
                "fail-no-info",
                signature ->
                        Forge.message(DemoPki.TIMESTAMPER, signature).attached().build());
        put(
                TimestampRequirement.IMPRINT,
                "fail",
                signature -> token(DemoPki.TIMESTAMPER, new byte[1]).build());
        put(
                TimestampRequirement.SIGNATURE,
                "fail",
                signature -> token(DemoPki.TIMESTAMPER, signature).spoilt().build());
        put(
                TimestampRequirement.SIGNING_CERTIFICATE,
                "fail",
                signature -> token(DemoPki.TIMESTAMPER, signature)
                        .withoutCertificates()
                        .build());
        put(
                TimestampRequirement.SIGNING_CERTIFICATE,
                "fail-not-identified",
                signature -> token(DemoPki.TIMESTAMPER, signature)
                        .set(CmsOids.SIGNING_CERTIFICATE_V2)
                        .build());
        put(
                TimestampRequirement.ALGORITHM,
                "fail",
                signature -> token(
                                DemoPki.TIMESTAMPER,
                                new MessageImprint(
                                        new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.14.3.2.26")),
                                        new byte[20]),
                                DemoPki.SIGNED)
                        .build());
        Signer unknown = DemoPki.root("unknown timestamp root", FixedKeys.p256("unknown timestamp root"));
        put(
                TimestampRequirement.TRUSTED,
                "fail",
                signature -> token(DemoPki.timestamper("unknown timestamp authority", unknown), signature)
                        .build());
        // The signers' authority is trusted for signatures only.
        put(
                TimestampRequirement.TRUSTED,
                "fail-signers-authority",
                signature -> token(
                                DemoPki.timestamper("timestamp authority of the signers' root", DemoPki.ROOT),
                                signature)
                        .build());
        put(
                TimestampRequirement.NOT_IN_FUTURE,
                "fail",
                signature -> token(DemoPki.TIMESTAMPER, imprint(signature), Instant.parse("2026-10-02T08:00:00Z"))
                        .build());
    }

    static MessageImprint imprint(byte[] data) {
        return new MessageImprint(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(DigestAlgorithm.SHA_256.oid())),
                DigestAlgorithm.SHA_256.digest(data));
    }

    static ForgedMessage token(Signer authority, byte[] data) {
        return token(authority, imprint(data), DemoPki.SIGNED);
    }

    static ForgedMessage token(Signer authority, MessageImprint imprint, Instant time) {
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier("2.999.3161"),
                imprint,
                new ASN1Integer(1),
                new DERGeneralizedTime(Date.from(time)),
                null,
                null,
                null,
                null,
                null);
        try {
            return ForgedMessage.of(authority, info.getEncoded(ASN1Encoding.DER), time)
                    .timestamp()
                    .embed(DemoPki.lists(DemoPki.TIMESTAMP_LIST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message with a timestamp on its signature. */
    static byte[] stamped(ForgedMessage message, Function<byte[], byte[]> token) {
        byte[] signature = signature(message.build());
        ASN1Encodable value = ForgedMessage.object(token.apply(signature));
        return message.unsigned(CmsOids.SIGNATURE_TIMESTAMP, value).build();
    }

    static byte[] stamped(Signer signer, byte[] manifest, Time stated, Signer authority, Instant time) {
        return stamped(
                Forge.message(signer, manifest)
                        .set(CmsOids.SIGNING_TIME, stated)
                        .embed(DemoPki.lists(DemoPki.LIST)),
                signature -> token(authority, imprint(signature), time).build());
    }

    private static byte[] signature(byte[] message) {
        ASN1Primitive object = ForgedMessage.object(message);
        SignedData data = SignedData.getInstance(ContentInfo.getInstance(object).getContent());
        return SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0))
                .getEncryptedDigest()
                .getOctets();
    }
}
