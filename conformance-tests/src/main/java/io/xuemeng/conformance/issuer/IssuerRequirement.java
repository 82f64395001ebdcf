package io.xuemeng.conformance.issuer;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What an issuer must do beside saying what is right in its tokens. */
enum IssuerRequirement implements CodedRequirement {
    /** There is a discovery document, about this issuer. */
    DISCOVERY("ISS-001", Level.MUST, "OpenID Connect Discovery 1.0, 4"),
    /** It says what a client needs. */
    METADATA("ISS-002", Level.MUST, "OpenID Connect Discovery 1.0, 3"),
    /** It offers no algorithm that forgers like. */
    ALGORITHMS("ISS-003", Level.MUST, "RFC 8725, 3.1"),
    /** It offers PKCE with S256. */
    PROOF_KEYS_OFFERED("ISS-004", Level.MUST, "RFC 9700, 2.1.1"),
    /** Its addresses are safe. */
    ADDRESSES("ISS-005", Level.MUST, "OpenID Connect Discovery 1.0, 3"),
    /** Its keys are there. */
    KEYS("ISS-006", Level.MUST, "OpenID Connect Discovery 1.0, 3"),
    /** SM2 keys stand apart. */
    SM2_APART("ISS-007", Level.MUST, PROFILE_DECISION),
    /** Subjects are pairwise. */
    PAIRWISE_OFFERED("ISS-008", Level.MUST, PROFILE_DECISION),
    /** The state comes back as it was sent. */
    STATE("ISS-010", Level.MUST, "RFC 6749, 4.1.2"),
    /** The answer names the issuer when the metadata say that it does. */
    ANSWERING_ISSUER("ISS-011", Level.MUST, "RFC 9207, 2"),
    /** The token endpoint gives what it must. */
    TOKEN_ANSWER("ISS-012", Level.MUST, "OpenID Connect Core 1.0, 3.1.3.3"),
    /** Nobody keeps tokens in a cache. */
    NO_STORE("ISS-013", Level.MUST, "OpenID Connect Core 1.0, 3.1.3.3"),
    /** An ID token is for the client and for nobody else. */
    ONE_AUDIENCE("ISS-014", Level.MUST, PROFILE_DECISION),
    /** An ID token says in what role somebody is here. */
    EDUCATION("ISS-015", Level.MUST, PROFILE_DECISION),
    /** The name of an account stays at home. */
    NO_ACCOUNT_NAME("ISS-016", Level.MUST, PROFILE_DECISION),
    /** A person is the same to a client each time. */
    SAME_SUBJECT("ISS-017", Level.MUST, "OpenID Connect Core 1.0, 8"),
    /** And another one to another client. */
    OTHER_SUBJECT("ISS-018", Level.MUST, "OpenID Connect Core 1.0, 8.1"),
    /** A wrong verifier gets nothing. */
    WRONG_VERIFIER("ISS-020", Level.MUST, "RFC 7636, 4.6"),
    /** No verifier gets nothing. */
    NO_VERIFIER("ISS-021", Level.MUST, "RFC 7636, 4.6"),
    /** A code is good once. */
    CODE_ONCE("ISS-022", Level.MUST, "RFC 6749, 4.1.2"),
    /** Tokens of a code that comes twice are taken back. */
    CODE_TWICE("ISS-023", Level.SHOULD, "RFC 6749, 4.1.2"),
    /** Another redirection address gets nothing. */
    WRONG_REDIRECT("ISS-024", Level.MUST, "RFC 6749, 4.1.3"),
    /** Whoever does not prove who it is gets nothing. */
    CLIENT_AUTHENTICATION("ISS-025", Level.MUST, "RFC 6749, 3.2.1"),
    /** A code that was never given gets nothing. */
    UNKNOWN_CODE("ISS-026", Level.MUST, "RFC 6749, 5.2"),
    /** Other grants are refused. */
    UNKNOWN_GRANT("ISS-027", Level.MUST, "RFC 6749, 5.2"),
    /** A request without PKCE is refused. */
    PROOF_KEY_NEEDED("ISS-030", Level.MUST, "RFC 9700, 2.1.1"),
    /** PKCE without a hash is refused. */
    NO_PLAIN_PROOF_KEY("ISS-031", Level.MUST, "RFC 9700, 2.1.1"),
    /** Nobody is sent to an address that is not the client's. */
    NO_OPEN_REDIRECT("ISS-032", Level.MUST, "RFC 9700, 4.1"),
    /** No tokens come through the browser. */
    CODE_ONLY("ISS-033", Level.MUST, "RFC 9700, 2.1.2"),
    /** prompt=none asks nobody. */
    PROMPT_NONE("ISS-034", Level.MUST, "OpenID Connect Core 1.0, 3.1.2.1"),
    /** A wrong password signs nobody in. */
    WRONG_PASSWORD("ISS-035", Level.MUST, PROFILE_DECISION),
    /** Nobody asks in a client's name. */
    SIGNED_REQUEST("ISS-036", Level.MUST, "OpenID Federation 1.0, 12.1.1.1; RFC 9101, 6.2"),
    /** userinfo says who it is. */
    USER_INFO("ISS-040", Level.MUST, "OpenID Connect Core 1.0, 5.3.2"),
    /** userinfo says nothing to whoever shows no good token. */
    USER_INFO_REFUSED("ISS-041", Level.MUST, "RFC 6750, 3"),
    /** A federation knows who it is. */
    ENTITY("ISS-050", Level.MUST, "OpenID Federation 1.0, 9");

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> IssuerRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    IssuerRequirement(String id, Level level, String source) {
        this.rule = new Rule(id, level, level == Level.MUST ? Severity.ERROR : Severity.WARNING, source);
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
