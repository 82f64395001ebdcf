package io.xuemeng.core.crypto.timestamp;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.provider.X509Objects;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Asks a timestamp authority, and makes sure that the answer is to the question: granted, with the same digest and the same random
 * number (RFC 3161, 2.2). Whether the authority is trusted is for {@link TimestampVerifier}. Thread-safe if the authority is.
 */
public final class TimestampClient implements TimestampSource {

    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimestampAuthority authority;
    private final DigestAlgorithm digest;

    private TimestampClient(TimestampAuthority authority, DigestAlgorithm digest) {
        this.authority = authority;
        this.digest = digest;
    }

    /**
     * A client of an authority.
     *
     * @param digest what the authority is asked to timestamp: SM3 for one that works with Chinese algorithms
     */
    public static TimestampClient of(TimestampAuthority authority, DigestAlgorithm digest) {
        return new TimestampClient(authority, digest);
    }

    @Override
    public byte[] timestamp(byte[] data) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(
                new ASN1ObjectIdentifier(digest.oid()), digest.digest(data), new BigInteger(NONCE_BITS, RANDOM));
        byte[] answer = authority.respond(request.getEncoded());
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("the timestamp authority refused: status " + response.getStatus() + ", "
                        + response.getStatusString());
            }
            // Some authorities write lengths in a form that is not unique; the signature is not over them.
            ASN1Primitive parsed = X509Objects.parse(token.getEncoded());
            if (parsed == null) {
                throw new IOException("the timestamp authority answered with a token that cannot be read");
            }
            return parsed.getEncoded(ASN1Encoding.DL);
        } catch (TSPException | RuntimeException e) {
            throw new IOException(
                    "the timestamp authority answered something else than was asked for: " + e.getMessage(), e);
        }
    }
}
