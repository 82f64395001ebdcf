package io.xuemeng.identity.claims;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What the claims of every kind of token must keep; ids to {@code TOK-099}. */
public enum ClaimRequirement implements CodedRequirement {
    /** The payload is a JSON object. */
    CLAIMS_OBJECT("TOK-001", "RFC 7519, 7.2"),
    /** The types of registered claims, and of those of the education profile. */
    CLAIM_FORM(
            "TOK-002",
            "RFC 7519, 4.1; OpenID Connect Core 1.0, 2; RFC 7800, 3.1; OpenID Federation 1.0, 3.2; "
                    + PROFILE_DECISION),
    /** Dates are numbers of seconds in the years 1970 to 9999. */
    DATE_RANGE("TOK-003", PROFILE_DECISION),
    /** typ is the one of this kind of token. */
    TYPE("TOK-004", "RFC 8725, 3.11, 3.12; RFC 9068, 4"),
    /** iss is there. */
    ISSUER_PRESENT("TOK-005", "OpenID Connect Core 1.0, 2; RFC 9068, 2.2"),
    /** iss is the expected issuer, character by character. */
    ISSUER_EXPECTED("TOK-006", "OpenID Connect Core 1.0, 3.1.3.7; RFC 9068, 4"),
    /** sub is there. */
    SUBJECT_PRESENT("TOK-007", "OpenID Connect Core 1.0, 2; RFC 9068, 2.2"),
    /** sub has 1 to 255 ASCII characters, which OpenID Connect asks of ID tokens, and none of them is a control character. */
    SUBJECT_LENGTH("TOK-008", "OpenID Connect Core 1.0, 2; " + PROFILE_DECISION),
    /** aud is there and not empty. */
    AUDIENCE_PRESENT("TOK-009", "OpenID Connect Core 1.0, 2; RFC 9068, 2.2"),
    /** aud names whoever reads the token. */
    AUDIENCE_EXPECTED("TOK-010", "RFC 7519, 4.1.3"),
    /** aud names nobody who is not trusted, which OpenID Connect asks of ID tokens. */
    AUDIENCE_TRUSTED("TOK-011", "OpenID Connect Core 1.0, 3.1.3.7; " + PROFILE_DECISION),
    /** exp is there. */
    EXPIRY_PRESENT("TOK-012", "OpenID Connect Core 1.0, 2; RFC 9068, 2.2"),
    /** exp is not past. */
    NOT_EXPIRED("TOK-013", "RFC 7519, 4.1.4"),
    /** nbf is not in the future. */
    NOT_EARLY("TOK-014", "RFC 7519, 4.1.5"),
    /** iat is there. */
    ISSUED_PRESENT("TOK-015", "OpenID Connect Core 1.0, 2; RFC 9068, 2.2"),
    /** iat is not in the future. */
    NOT_FROM_FUTURE("TOK-016", PROFILE_DECISION),
    /** exp is not too long after iat. */
    LIFETIME("TOK-017", PROFILE_DECISION),
    /** jti is there. */
    ID_PRESENT("TOK-018", "RFC 9068, 2.2; OpenID Connect Back-Channel Logout 1.0, 2.4"),
    /** A jti comes once. */
    ID_ONCE("TOK-019", PROFILE_DECISION),
    /** A one-time value can be remembered. */
    ONCE_REMEMBERED("TOK-020", PROFILE_DECISION),
    /** Claims that the verifier asks for are there. */
    REQUIRED_CLAIM("TOK-021", PROFILE_DECISION),
    /** No personal data. */
    NO_PERSONAL_DATA("TOK-022", PROFILE_DECISION),
    /** jti, nonce and the like are not longer than can be kept. */
    TEXT_LENGTH("TOK-023", PROFILE_DECISION);

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> ClaimRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    ClaimRequirement(String id, String source) {
        this.rule = new Rule(id, Level.MUST, Severity.ERROR, source);
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
