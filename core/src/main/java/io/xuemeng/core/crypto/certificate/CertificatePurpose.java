package io.xuemeng.core.crypto.certificate;

/** What a certificate's key was used for, which its {@code keyUsage} and {@code extKeyUsage} must allow (RFC 5280, 4.2.1). */
public enum CertificatePurpose {
    /**
     * Signing content: {@code digitalSignature} or {@code nonRepudiation}, where there is a {@code keyUsage}; where there is an
     * {@code extKeyUsage}, one of document signing (RFC 9336), e-mail protection, code signing, client authentication, or any.
     */
    CONTENT_SIGNATURE,
    /** Signing timestamps: a critical {@code extKeyUsage} of time stamping and nothing else (RFC 3161, 2.3). */
    TIMESTAMPING
}
