package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.audit.KitRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Rule;

/** What an issuer must do beside saying what is right in its tokens. */
enum IssuerRequirement implements KitRequirement {
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
    /** It says that its answers name it. */
    ISSUER_OFFERED("ISS-009", Level.SHOULD, "RFC 9700, 2.1; RFC 9207, 3"),
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
    /** Errors come back with the state, and name the issuer too. */
    ERROR_ANSWER("ISS-019", Level.MUST, "RFC 6749, 4.1.2.1; RFC 9207, 2"),
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
    /** A code is the client's to whom it was given. */
    CODE_OF_ANOTHER("ISS-028", Level.MUST, "RFC 6749, 4.1.3"),
    /** A parameter comes once. */
    REPEATED("ISS-029", Level.MUST, "RFC 6749, 3.2, 5.2"),
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
    /** A transformation that it does not know is refused. */
    UNKNOWN_TRANSFORMATION("ISS-037", Level.MUST, "RFC 7636, 4.4.1"),
    /** What asks for little, or is not known, is no error. */
    HARMLESS_PARAMETERS("ISS-038", Level.MUST, "OpenID Connect Core 1.0, 15.1; RFC 6749, 3.1"),
    /** prompt=none goes with nothing else. */
    PROMPT_NONE_ALONE("ISS-039", Level.MUST, "OpenID Connect Core 1.0, 3.1.2.1"),
    /** userinfo says who it is. */
    USER_INFO("ISS-040", Level.MUST, "OpenID Connect Core 1.0, 5.3.2"),
    /** userinfo says nothing to whoever shows no good token. */
    USER_INFO_REFUSED("ISS-041", Level.MUST, "RFC 6750, 3"),
    /** userinfo can be asked by POST. */
    USER_INFO_BY_POST("ISS-042", Level.MUST, "OpenID Connect Core 1.0, 5.3"),
    /** prompt=login asks whoever is signed in. */
    PROMPT_LOGIN("ISS-043", Level.MUST, "OpenID Connect Core 1.0, 3.1.2.1"),
    /** It says when somebody signed in to whoever asks for an age. */
    AUTHENTICATION_TIME("ISS-044", Level.MUST, "OpenID Connect Core 1.0, 2, 3.1.2.1, 15.1"),
    /** Whoever signed in too long ago signs in again. */
    MAX_AGE("ISS-045", Level.MUST, "OpenID Connect Core 1.0, 3.1.2.1, 15.1"),
    /** Requests may come by POST. */
    REQUEST_BY_POST("ISS-046", Level.MUST, "OpenID Connect Core 1.0, 3.1.2.1"),
    /** Nobody guesses a code. */
    UNGUESSABLE_CODE("ISS-047", Level.MUST, "RFC 6749, 10.10"),
    /** Nothing is given for what stands in an address. */
    TOKENS_BY_POST_ONLY("ISS-048", Level.MUST, "RFC 6749, 3.2"),
    /** It says in what class somebody signed in. */
    AUTHENTICATION_CLASS("ISS-049", Level.SHOULD, "OpenID Connect Core 1.0, 3.1.2.1"),
    /** A federation knows who it is. */
    ENTITY("ISS-050", Level.MUST, "OpenID Federation 1.0, 9"),
    /** A refresh token gives new tokens. */
    REFRESH("ISS-060", Level.MUST, "RFC 6749, 6"),
    /** They are about the same person, who signed in when it was. */
    REFRESHED_ID_TOKEN("ISS-061", Level.MUST, "OpenID Connect Core 1.0, 12.2"),
    /** A refresh token is the client's to whom it was given. */
    REFRESH_OF_ANOTHER("ISS-062", Level.MUST, "RFC 6749, 6, 10.4"),
    /** It gives no more than was granted. */
    REFRESH_SCOPE("ISS-063", Level.MUST, "RFC 6749, 6"),
    /** One in whose place another came is gone. */
    REFRESH_ROTATION("ISS-064", Level.MUST, "RFC 9700, 2.2.2, 4.14.2; RFC 6749, 6"),
    /** One that was never given gets nothing. */
    UNKNOWN_REFRESH("ISS-065", Level.MUST, "RFC 6749, 5.2"),
    /** A refreshed ID token is one that each client can take. */
    REFRESHED_TAKEN("ISS-066", Level.MUST, "OpenID Connect Core 1.0, 12.2, 3.1.3.7"),
    /** And so is the access token beside it. */
    REFRESHED_ACCESS("ISS-067", Level.MUST, "RFC 6749, 6, 1.5; OpenID Connect Core 1.0, 5.3"),
    /** Whoever signs out is signed out. */
    SIGN_OUT("ISS-070", Level.MUST, "OpenID Connect RP-Initiated Logout 1.0, 2, 4"),
    /** And comes back. */
    SIGNED_OUT_RETURN("ISS-071", Level.MUST, "OpenID Connect RP-Initiated Logout 1.0, 2, 3"),
    /** But goes nowhere else. */
    SIGNED_OUT_ELSEWHERE("ISS-072", Level.MUST, "OpenID Connect RP-Initiated Logout 1.0, 3"),
    /** Clients are told. */
    LOGOUT_NOTICE("ISS-073", Level.MUST, "OpenID Connect Back-Channel Logout 1.0, 2.5"),
    /** Of this person and this session. */
    LOGOUT_SESSION("ISS-074", Level.MUST, "OpenID Connect Back-Channel Logout 1.0, 2.4, 2.6"),
    /** Which the ID token names too. */
    SESSION_NAMED("ISS-075", Level.MUST, "OpenID Connect Back-Channel Logout 1.0, 2.1"),
    /** By a token that each client can take. */
    LOGOUT_TOKEN("ISS-076", Level.MUST, "OpenID Connect Back-Channel Logout 1.0, 2.4, 2.6"),
    /** A token is given for a token. */
    EXCHANGE("ISS-080", Level.MUST, "RFC 8693, 2.2.1; RFC 6749, 5.1"),
    /** But not to whoever does not prove who it is. */
    EXCHANGE_AUTHENTICATION("ISS-081", Level.MUST, "RFC 6749, 3.2.1"),
    /** It is about the person as the other sector knows it. */
    EXCHANGED_SUBJECT("ISS-082", Level.MUST, PROFILE_DECISION),
    /** A token is exchanged for the client to whom it was given. */
    EXCHANGE_OF_ANOTHER("ISS-083", Level.MUST, PROFILE_DECISION);

    private final Rule rule;

    IssuerRequirement(String id, Level level, String source) {
        this.rule = KitRequirement.rule(id, level, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
