package io.xuemeng.core.jose;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What a signed token must keep before anyone looks at what it says. Faults of its header's JSON are reported as those of {@link
 * io.xuemeng.core.json.JsonRequirement}. */
public enum JwsRequirement implements CodedRequirement {
    /** How large a token is. */
    TOKEN_SIZE("JWS-001", Severity.FATAL, PROFILE_DECISION),
    /** Three parts with dots between them. */
    THREE_PARTS("JWS-002", Severity.FATAL, "RFC 7515, 7.1"),
    /** base64url: its alphabet, no padding, spare bits zero. */
    BASE64URL("JWS-003", Severity.FATAL, "RFC 7515, 2; RFC 4648, 3.5"),
    /** How large the header is. */
    HEADER_SIZE("JWS-004", Severity.FATAL, PROFILE_DECISION),
    /** The header is a JSON object. */
    HEADER_OBJECT("JWS-005", Severity.FATAL, "RFC 7515, 4"),
    /** The types of the header's registered members; those of typ, cty and thumbprints of certificates, which RFC 7515 leaves to whoever
     * uses them, as this profile has it. */
    MEMBER_FORM("JWS-006", Severity.ERROR, "RFC 7515, 4.1.1, 4.1.4; RFC 7797, 3; " + PROFILE_DECISION),
    /** alg is there. */
    ALG_PRESENT("JWS-007", Severity.ERROR, "RFC 7515, 4.1.1"),
    /** alg is one that the verifier allows. */
    ALG_ALLOWED("JWS-008", Severity.ERROR, "RFC 8725, 3.1"),
    /** There is a signature. */
    SIGNED("JWS-009", Severity.ERROR, "RFC 7515, 5.2"),
    /** crit names members that are there, once each, and none that JWS itself defines. */
    CRIT_FORM("JWS-010", Severity.ERROR, "RFC 7515, 4.1.11"),
    /** No critical extension that is not understood. */
    CRIT_UNDERSTOOD("JWS-011", Severity.ERROR, "RFC 7515, 4.1.11"),
    /** The payload is encoded: b64 is not false. */
    ENCODED_PAYLOAD("JWS-012", Severity.ERROR, PROFILE_DECISION),
    /** The header brings no key, unless the verifier takes it. Standards let verifiers pass over it. */
    NO_HEADER_KEY("JWS-013", Severity.ERROR, "RFC 8725, 3.10; " + PROFILE_DECISION),
    /** x5c is a list of certificates, not longer than is looked at, for a supported key. */
    CERTIFICATE_FORM("JWS-014", Severity.ERROR, "RFC 7515, 4.1.6; " + PROFILE_DECISION),
    /** The key that the header brings is one that the caller trusts. */
    HEADER_KEY_TRUSTED("JWS-015", Severity.ERROR, "RFC 7515, 10.3"),
    /** One key is the one to verify with, and the one that the header names if it names one. */
    KEY_FOUND("JWS-016", Severity.ERROR, "RFC 7515, 6; " + PROFILE_DECISION),
    /** alg is the key's own. */
    KEY_ALGORITHM("JWS-017", Severity.ERROR, "RFC 8725, 3.1"),
    /** The signature is right. */
    SIGNATURE("JWS-018", Severity.ERROR, "RFC 7515, 5.2");

    static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> JwsRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    JwsRequirement(String id, Severity severity, String source) {
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
