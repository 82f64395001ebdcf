package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/**
 * What the certificate of a signer, and those it hangs from, must be. A warning leaves a signature indeterminate, an error makes it
 * invalid (ETSI EN 319 102-1); where the moment of signing is proven, expiry and revocation before it are errors.
 */
public enum CertificateRequirement implements CodedRequirement {
    /** A path leads to a trust anchor. */
    TRUSTED("SIG-101", Severity.WARNING, "RFC 5280, 6.1"),
    /** Not after its period of validity. */
    NOT_EXPIRED("SIG-102", Severity.WARNING, "RFC 5280, 4.1.2.5"),
    /** Not before its period of validity. */
    ALREADY_VALID("SIG-103", Severity.WARNING, "RFC 5280, 4.1.2.5"),
    /** Not revoked. */
    NOT_REVOKED("SIG-104", Severity.WARNING, "RFC 5280, 6.3"),
    /** A revocation list or an OCSP response speaks of it. */
    REVOCATION_KNOWN("SIG-105", Severity.WARNING, "ETSI EN 319 102-1, 5.2.5"),
    /** That list or response is of the right time. */
    REVOCATION_CURRENT("SIG-106", Severity.WARNING, "RFC 5280, 5.1.2.5; RFC 6960, 4.2.2.1"),
    /** That list or response is signed by who may. */
    REVOCATION_AUTHENTIC("SIG-107", Severity.WARNING, "RFC 5280, 6.3.3; RFC 6960, 4.2.2.2"),
    /** {@code keyUsage} allows what the key was used for. */
    KEY_USAGE("SIG-108", Severity.WARNING, "RFC 5280, 4.2.1.3"),
    /** {@code extKeyUsage} allows what the key was used for. */
    EXTENDED_KEY_USAGE("SIG-109", Severity.WARNING, "RFC 5280, 4.2.1.12"),
    /** Only an authority issues certificates. */
    BASIC_CONSTRAINTS("SIG-110", Severity.WARNING, "RFC 5280, 4.2.1.9"),
    /** No more authorities below an authority than it allows. */
    PATH_LENGTH("SIG-111", Severity.WARNING, "RFC 5280, 4.2.1.9"),
    /** No critical extension that is not understood. */
    CRITICAL_EXTENSIONS("SIG-112", Severity.WARNING, "RFC 5280, 4.2"),
    /** The key is strong enough, and of a kind that is known. */
    KEY_STRENGTH("SIG-113", Severity.WARNING, "ETSI TS 119 312"),
    /** The certificate is signed with an algorithm that is known and strong enough. */
    SIGNATURE_ALGORITHM("SIG-114", Severity.WARNING, "ETSI TS 119 312"),
    /** The issuer's signature on it verifies. */
    SIGNED_BY_ISSUER("SIG-115", Severity.WARNING, "RFC 5280, 6.1.3"),
    /** Names, policies and whatever else path validation asks. */
    PATH_VALID("SIG-116", Severity.WARNING, "RFC 5280, 6.1"),
    /** To judge it does not take more than is done for one certificate. */
    WITHIN_LIMITS("SIG-117", Severity.WARNING, PROFILE_DECISION);

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", CertificateRequirement.class::getResourceAsStream);

    private final Rule rule;

    CertificateRequirement(String id, Severity severity, String source) {
        this.rule = new Rule(id, Level.MUST, severity, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return MESSAGES;
    }
}
