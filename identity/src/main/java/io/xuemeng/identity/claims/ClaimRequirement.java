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
    /** The types of registered claims. */
    CLAIM_FORM("TOK-002", "RFC 7519, 4.1"),
    /** Dates are numbers of seconds in the years 1970 to 9999. */
    DATE_RANGE("TOK-003", "RFC 7519, 2"),
    /** typ is the one of this kind of token. */
    TYPE("TOK-004", "RFC 8725, 3.11"),
    /** iss is there. */
    ISSUER_PRESENT("TOK-005", "RFC 7519, 4.1.1"),
    /** iss is the expected issuer, character by character. */
    ISSUER_EXPECTED("TOK-006", "OpenID Connect Core 1.0, 3.1.3.7"),
    /** sub is there. */
    SUBJECT_PRESENT("TOK-007", "OpenID Connect Core 1.0, 2"),
    /** sub has 1 to 255 ASCII characters. */
    SUBJECT_LENGTH("TOK-008", "OpenID Connect Core 1.0, 2"),
    /** aud is there and not empty. */
    AUDIENCE_PRESENT("TOK-009", "RFC 7519, 4.1.3"),
    /** aud names whoever reads the token. */
    AUDIENCE_EXPECTED("TOK-010", "RFC 7519, 4.1.3"),
    /** aud names nobody who is not trusted. */
    AUDIENCE_TRUSTED("TOK-011", "OpenID Connect Core 1.0, 3.1.3.7"),
    /** exp is there. */
    EXPIRY_PRESENT("TOK-012", "RFC 9068, 2.2"),
    /** exp is not past. */
    NOT_EXPIRED("TOK-013", "RFC 7519, 4.1.4"),
    /** nbf is not in the future. */
    NOT_EARLY("TOK-014", "RFC 7519, 4.1.5"),
    /** iat is there. */
    ISSUED_PRESENT("TOK-015", "OpenID Connect Core 1.0, 2"),
    /** iat is not in the future. */
    NOT_FROM_FUTURE("TOK-016", "OpenID Connect Core 1.0, 3.1.3.7"),
    /** exp is not too long after iat. */
    LIFETIME("TOK-017", PROFILE_DECISION),
    /** jti is there. */
    ID_PRESENT("TOK-018", "RFC 9068, 2.2"),
    /** A jti comes once. */
    ID_ONCE("TOK-019", "RFC 7519, 4.1.7"),
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
