package io.xuemeng.identity.session;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What answers to sign-in requests, logout requests, and requests for another sector's subject must keep. */
public enum SessionRequirement implements CodedRequirement {
    /** state is the one that was sent. */
    STATE("TOK-080", "RFC 6749, 10.12"),
    /** iss of an answer is the issuer that was asked. */
    ANSWERING_ISSUER("TOK-081", "RFC 9207, 2.4"),
    /** The answer is no error. */
    NO_ERROR("TOK-082", "RFC 6749, 4.1.2.1"),
    /** The answer has a code. */
    CODE("TOK-083", "RFC 6749, 4.1.2"),
    /** The answer comes in time. */
    IN_TIME("TOK-084", PROFILE_DECISION),
    /** A logout request says by whom it is made. */
    LOGOUT_CLIENT("TOK-085", "OpenID Connect RP-Initiated Logout 1.0, 2"),
    /** post_logout_redirect_uri is one of the client's. */
    LOGOUT_REDIRECT("TOK-086", "OpenID Connect RP-Initiated Logout 1.0, 3"),
    /** grant_type is token exchange, and its parameters are there. */
    EXCHANGE_FORM("TOK-090", "RFC 8693, 2.1"),
    /** The subject token is of a type that can be exchanged. */
    EXCHANGE_TYPE("TOK-091", "RFC 8693, 3"),
    /** The subject is one that is known. */
    EXCHANGE_SUBJECT("TOK-092", PROFILE_DECISION),
    /** Somebody consented. */
    CONSENT("TOK-093", "Personal Information Protection Law, 13, 23"),
    /** For a person under 14, a guardian consented. */
    GUARDIAN("TOK-094", "Personal Information Protection Law, 31"),
    /** It could be written down. */
    AUDITED("TOK-095", "Personal Information Protection Law, 54, 55"),
    /** The token was not revoked. */
    NOT_REVOKED("TOK-096", "RFC 7009, 2.1");

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> SessionRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    SessionRequirement(String id, String source) {
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
