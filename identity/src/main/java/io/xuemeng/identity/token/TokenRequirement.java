package io.xuemeng.identity.token;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What ID tokens, access tokens and logout tokens must keep, beyond what every token must. */
public enum TokenRequirement implements CodedRequirement {
    /** azp is there when there are several audiences. */
    AUTHORIZED_PARTY_PRESENT("TOK-030", PROFILE_DECISION),
    /** azp is this client. */
    AUTHORIZED_PARTY("TOK-031", "OpenID Connect Core 1.0, 3.1.3.7; " + PROFILE_DECISION),
    /** nonce is there when one was sent. */
    NONCE_PRESENT("TOK-032", "OpenID Connect Core 1.0, 3.1.3.7"),
    /** nonce is the one that was sent. */
    NONCE_EXPECTED("TOK-033", "OpenID Connect Core 1.0, 3.1.3.7"),
    /** A nonce comes once. */
    NONCE_ONCE("TOK-034", "OpenID Connect Core 1.0, 3.1.3.7; " + PROFILE_DECISION),
    /** at_hash is that of the access token. */
    ACCESS_TOKEN_HASH("TOK-035", "OpenID Connect Core 1.0, 3.1.3.8, 3.2.2.9; " + PROFILE_DECISION),
    /** c_hash is that of the code. */
    CODE_HASH("TOK-036", "OpenID Connect Core 1.0, 3.3.2.10, 3.3.2.11; " + PROFILE_DECISION),
    /** auth_time is there when an age was asked for. */
    AUTHENTICATION_TIME_PRESENT("TOK-037", "OpenID Connect Core 1.0, 3.1.2.1"),
    /** auth_time is recent enough. */
    AUTHENTICATION_RECENT("TOK-038", "OpenID Connect Core 1.0, 3.1.3.7; " + PROFILE_DECISION),
    /** acr is one that was asked for. */
    AUTHENTICATION_CLASS("TOK-039", "OpenID Connect Core 1.0, 3.1.3.7; " + PROFILE_DECISION),
    /** client_id of an access token. */
    CLIENT_PRESENT("TOK-040", "RFC 9068, 2.2"),
    /** scope is a list of words. */
    SCOPE_FORM("TOK-041", "RFC 6749, 3.3"),
    /** cnf names the key by its thumbprint; standards let readers pass over bindings that they do not understand. */
    CONFIRMATION_FORM("TOK-042", "RFC 9449, 6.1; " + PROFILE_DECISION),
    /** edu_role is one of the roles. */
    ROLE("TOK-050", PROFILE_DECISION),
    /** edu_org is an institution identifier. */
    ORGANIZATION("TOK-051", PROFILE_DECISION),
    /** edu_region is an area code. */
    REGION("TOK-052", "GB/T 2260; " + PROFILE_DECISION),
    /** edu_stage is one of the stages. */
    STAGE("TOK-053", PROFILE_DECISION),
    /** A logout token says that it is one. */
    LOGOUT_EVENT("TOK-070", "OpenID Connect Back-Channel Logout 1.0, 2.4"),
    /** A logout token says whose session ends. */
    LOGOUT_SUBJECT("TOK-071", "OpenID Connect Back-Channel Logout 1.0, 2.4"),
    /** A logout token has no nonce. */
    LOGOUT_WITHOUT_NONCE("TOK-072", "OpenID Connect Back-Channel Logout 1.0, 2.4");

    static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> TokenRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    TokenRequirement(String id, String source) {
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
