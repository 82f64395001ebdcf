package io.xuemeng.conformance.relyingparty;

import io.xuemeng.conformance.audit.KitRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Rule;

/** What a relying party must do beside refusing what is wrong with a token. */
enum RelyingPartyRequirement implements KitRequirement {
    /** It takes ES256. */
    ES256("RP-001", Level.MUST, "RFC 7518, 3.4"),
    /** It takes EdDSA. */
    EDDSA("RP-002", Level.MUST, "RFC 8037, 3.1"),
    /** It takes PS256. */
    PS256("RP-003", Level.MUST, "RFC 7518, 3.5"),
    /** It takes RS256. */
    RS256("RP-004", Level.MUST, "RFC 7518, 3.3"),
    /** It takes SM2 with SM3. */
    SM2("RP-005", Level.MUST, "GB/T 32918.2-2016"),
    /** It takes SM2 in the one agreed form only. */
    SM2_FORM("RP-006", Level.MUST, PROFILE_DECISION),
    /** What is unusual is no fault. */
    UNUSUAL("RP-007", Level.MUST, "RFC 7519, 4; OpenID Connect Core 1.0, 2"),
    /** The skew it declares is granted. */
    SKEW("RP-008", Level.MUST, "RFC 7519, 4.1.4"),
    /** It knows whom a token is about. */
    SUBJECT("RP-009", Level.MUST, "OpenID Connect Core 1.0, 2"),
    /** Access tokens are judged as such. */
    ACCESS_TOKENS("RP-010", Level.MUST, "RFC 9068, 4"),
    /** Logout tokens are judged as such. */
    LOGOUT_TOKENS("RP-011", Level.MUST, "OpenID Connect Back-Channel Logout 1.0, 2.6"),
    /** A refused token uses nothing up. */
    REFUSED_USES_NOTHING("RP-012", Level.MUST, PROFILE_DECISION),
    /** A new key is found. */
    ROTATION("RP-020", Level.MUST, "OpenID Connect Core 1.0, 10.1.1"),
    /** A key that was taken back is gone. */
    WITHDRAWN("RP-021", Level.MUST, "OpenID Connect Core 1.0, 10.1.1"),
    /** Unknown names of keys do not make it ask the issuer each time, nor forget good keys. */
    FLOOD("RP-022", Level.MUST, PROFILE_DECISION),
    /** Known keys serve while the issuer does not answer. */
    OUTAGE("RP-023", Level.SHOULD, PROFILE_DECISION),
    /** No address that a token names is asked. */
    NO_ADDRESS_FOLLOWED("RP-024", Level.MUST, "RFC 8725, 3.10"),
    /** A short chain is found too. */
    CHAINS("RP-030", Level.MUST, "OpenID Federation 1.0, 10.1"),
    /** A token that is bound to a key is taken with a proof only. */
    BOUND("RP-040", Level.MUST, "RFC 9449, 7.1, 7.2"),
    /** A request has one proof. */
    ONE_PROOF("RP-041", Level.MUST, "RFC 9449, 4.3"),
    /** A proof is signed by the key that it brings. */
    PROOF_SIGNED("RP-042", Level.MUST, "RFC 9449, 4.3"),
    /** A proof brings no private key. */
    PROOF_PUBLIC("RP-043", Level.MUST, "RFC 9449, 4.3"),
    /** Launches are judged as ID tokens are. */
    LAUNCHES("RP-050", Level.MUST, "1EdTech Security Framework 1.0, 5.1.3"),
    /** A launch comes once. */
    LAUNCH_ONCE("RP-051", Level.SHOULD, "1EdTech Security Framework 1.0, 5.1.3");

    private final Rule rule;

    RelyingPartyRequirement(String id, Level level, String source) {
        this.rule = KitRequirement.rule(id, level, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
