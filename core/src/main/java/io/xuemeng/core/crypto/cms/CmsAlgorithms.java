package io.xuemeng.core.crypto.cms;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** Algorithms as signed messages name them. */
public final class CmsAlgorithms {

    private static final AlgorithmIdentifier SHA_256 =
            new AlgorithmIdentifier(new ASN1ObjectIdentifier(DigestAlgorithm.SHA_256.oid()));

    private CmsAlgorithms() {}

    /** A digest algorithm; without parameters, as RFC 5754, 2 asks. */
    public static AlgorithmIdentifier identifier(DigestAlgorithm digest) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(digest.oid()));
    }

    /** A signature algorithm. */
    public static AlgorithmIdentifier identifier(SignatureAlgorithm algorithm) {
        ASN1ObjectIdentifier oid = new ASN1ObjectIdentifier(algorithm.oid());
        return switch (algorithm) {
            case PS256 ->
                new AlgorithmIdentifier(
                        oid,
                        new RSASSAPSSparams(
                                SHA_256,
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA_256),
                                new ASN1Integer(DigestAlgorithm.SHA_256.lengthBytes()),
                                RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
            case RS256, RS384, RS512 -> new AlgorithmIdentifier(oid, DERNull.INSTANCE);
            case SM2_SM3, ES256, ED25519 -> new AlgorithmIdentifier(oid);
        };
    }

    /** The digest algorithm that is named, or empty when it is none that is accepted. */
    public static Optional<DigestAlgorithm> digest(AlgorithmIdentifier identifier) {
        return hasNoParameters(identifier)
                ? DigestAlgorithm.ofOid(identifier.getAlgorithm().getId())
                : Optional.empty();
    }

    /** The signature algorithm that is named together with a digest, or empty when it is none that is accepted. */
    public static Optional<SignatureAlgorithm> signature(AlgorithmIdentifier identifier, DigestAlgorithm digest) {
        SignatureAlgorithm algorithm = switch (identifier.getAlgorithm().getId()) {
            // sm2-1 and sm2 themselves, as GM/T 0010-2012 and those who follow it name them.
            case "1.2.156.10197.1.501", "1.2.156.10197.1.301.1", "1.2.156.10197.1.301" ->
                parameterless(identifier, SignatureAlgorithm.SM2_SM3);
            case "1.2.840.10045.4.3.2" -> parameterless(identifier, SignatureAlgorithm.ES256);
            case "1.3.101.112" -> parameterless(identifier, SignatureAlgorithm.ED25519);
            case "1.2.840.113549.1.1.10" -> isPs256(identifier) ? SignatureAlgorithm.PS256 : null;
            // rsaEncryption, which leaves the digest to its own field (RFC 3370, 3.2).
            case "1.2.840.113549.1.1.1" -> parameterless(identifier, rsa(digest));
            default ->
                SignatureAlgorithm.ofOid(identifier.getAlgorithm().getId())
                        .map(found -> parameterless(identifier, found))
                        .orElse(null);
        };
        return Optional.ofNullable(algorithm).filter(found -> found.digest() == digest);
    }

    private static @Nullable SignatureAlgorithm rsa(DigestAlgorithm digest) {
        return switch (digest) {
            case SHA_256 -> SignatureAlgorithm.RS256;
            case SHA_384 -> SignatureAlgorithm.RS384;
            case SHA_512 -> SignatureAlgorithm.RS512;
            case SM3 -> null;
        };
    }

    private static @Nullable SignatureAlgorithm parameterless(
            AlgorithmIdentifier identifier, @Nullable SignatureAlgorithm algorithm) {
        return hasNoParameters(identifier) ? algorithm : null;
    }

    private static boolean hasNoParameters(AlgorithmIdentifier identifier) {
        ASN1Encodable parameters = identifier.getParameters();
        return parameters == null || parameters.toASN1Primitive() instanceof ASN1Null;
    }

    private static boolean isPs256(AlgorithmIdentifier identifier) {
        try {
            RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(identifier.getParameters());
            AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
            return digest(parameters.getHashAlgorithm())
                            .filter(d -> d == DigestAlgorithm.SHA_256)
                            .isPresent()
                    && mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                    && digest(AlgorithmIdentifier.getInstance(mask.getParameters()))
                            .filter(d -> d == DigestAlgorithm.SHA_256)
                            .isPresent()
                    && parameters.getSaltLength().intValueExact() == DigestAlgorithm.SHA_256.lengthBytes()
                    && parameters.getTrailerField().intValueExact() == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
