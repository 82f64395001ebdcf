package io.xuemeng.identity.dpop;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What a DPoP proof must keep. */
public enum DpopRequirement implements CodedRequirement {
    /** typ is dpop+jwt. */
    TYPE("TOK-100", "RFC 9449, 4.3"),
    /** The header brings the public key. */
    KEY("TOK-101", "RFC 9449, 4.3"),
    /** jti is there. */
    ID_PRESENT("TOK-102", "RFC 9449, 4.2; " + PROFILE_DECISION),
    /** htm is the request's method. */
    METHOD("TOK-103", "RFC 9449, 4.3"),
    /** htu is the request's address. */
    ADDRESS("TOK-104", "RFC 9449, 4.3"),
    /** iat is there. */
    ISSUED_PRESENT("TOK-105", "RFC 9449, 4.2"),
    /** It was made just now. */
    RECENT("TOK-106", "RFC 9449, 4.3; " + PROFILE_DECISION),
    /** ath is there when it comes with an access token, and is its hash. */
    ACCESS_TOKEN_HASH("TOK-107", "RFC 9449, 4.3"),
    /** The access token is bound to the key. */
    BOUND_KEY("TOK-108", "RFC 9449, 4.3"),
    /** nonce is the one the server gave. */
    NONCE("TOK-109", "RFC 9449, 4.3"),
    /** It comes once. */
    ONCE("TOK-110", "RFC 9449, 11.1; " + PROFILE_DECISION);

    static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> DpopRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    DpopRequirement(String id, String source) {
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
