package io.xuemeng.lrs.server;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.certificate.CertificatePathValidator;
import io.xuemeng.core.crypto.certificate.RevocationChecking;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which signatures of statements an LRS takes (Data 2.6; IEEE 9274.1.1-2023, 4.2.6). A signature has at most 32 MiB, whatever an
 * attachment may have; a longer one is refused with 413. Immutable.
 *
 * <p>Whatever the policy, a signature is an attachment that came along, a compact JWS (RFC 7515) by an allowed algorithm, its payload
 * is a valid statement, and that statement is the one it came with, by the standards' rules of comparison. With a certificate under
 * {@code x5c} it must also be that certificate's. Who that is, and whether the LRS has reason to believe it, is checked only when
 * somebody is {@linkplain #trusting(TrustAnchors) trusted}: without that, anybody can have made the certificate, and a signature
 * without one is taken unverified, as the standards have it. They call that "a way to catch mistakes in the signature, not a security
 * measure".
 */
public final class SignaturePolicy {

    private static final Set<SignatureAlgorithm> STANDARD =
            EnumSet.of(SignatureAlgorithm.RS256, SignatureAlgorithm.RS384, SignatureAlgorithm.RS512);

    private final Set<SignatureAlgorithm> algorithms;
    private final @Nullable CertificatePathValidator trust;

    private SignaturePolicy(Set<SignatureAlgorithm> algorithms, @Nullable CertificatePathValidator trust) {
        this.algorithms = algorithms;
        this.trust = trust;
    }

    /**
     * What the standards ask: RS256, RS384 and RS512; a signature with a certificate must be by that certificate, whoever issued
     * it.
     */
    public static SignaturePolicy standard() {
        return new SignaturePolicy(STANDARD, null);
    }

    /**
     * This policy with ES256 and SM2 beside the standards' algorithms. They are an extension of the alliance profile: other LRSs
     * refuse them.
     */
    public SignaturePolicy withAllianceAlgorithms() {
        Set<SignatureAlgorithm> more = EnumSet.copyOf(algorithms);
        more.add(SignatureAlgorithm.ES256);
        more.add(SignatureAlgorithm.SM2_SM3);
        return new SignaturePolicy(more, trust);
    }

    /**
     * This policy for those signatures only whose certificates under {@code x5c} lead to one of these anchors when they arrive, by the
     * rules of RFC 5280, and whose key may sign content. Whether a certificate was revoked is not known here, and not asked: see
     * {@link #trusting(CertificatePathValidator)}.
     *
     * @param anchors the roots; with {@linkplain TrustAnchors#none() none}, every signature is refused
     */
    public SignaturePolicy trusting(TrustAnchors anchors) {
        return trusting(CertificatePathValidator.trusting(anchors).with(RevocationChecking.WHEN_AVAILABLE));
    }

    /**
     * This policy for those signatures only whose certificates somebody finds valid when they arrive, by the engine's clock.
     *
     * @param validator with the anchors, and perhaps revocation lists, which it then judges by
     */
    public SignaturePolicy trusting(CertificatePathValidator validator) {
        return new SignaturePolicy(algorithms, validator);
    }

    Set<SignatureAlgorithm> algorithms() {
        return algorithms;
    }

    /** Who judges certificates; null when nobody does. */
    @Nullable
    CertificatePathValidator trust() {
        return trust;
    }
}
