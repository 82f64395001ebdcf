package io.xuemeng.core.crypto.certificate;

/** What is made of a certificate whose revocation status is not known. */
public enum RevocationChecking {
    /** It leaves the matter open: for each certificate up to the anchor there must be a valid list or response. */
    REQUIRED,
    /**
     * It is accepted; what is at hand is looked at all the same, and a revoked certificate is found. Where there is more at hand than is
     * looked at, the matter is open.
     */
    WHEN_AVAILABLE
}
