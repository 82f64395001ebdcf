package io.xuemeng.identity.federation;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** What a client that nobody registered must keep when it sends somebody to sign in, or identifies itself. */
public enum RegistrationRequirement implements CodedRequirement {
    /** typ of a request object, and of a client's assertion. */
    TYPE("FED-060", "RFC 9101, 10.8; " + PROFILE_DECISION),
    /** client_id is an entity, and iss the same. */
    CLIENT("FED-061", "OpenID Federation 1.0, 12.1.1.1; OpenID Connect Core 1.0, 9"),
    /** aud is the provider and nobody else. */
    AUDIENCE("FED-062", "OpenID Federation 1.0, 12.1.1.1, 12.1.1.2"),
    /** A request object has no sub. */
    NO_SUBJECT("FED-063", "OpenID Federation 1.0, 12.1.1.1"),
    /** sub of an assertion is the client. */
    SUBJECT("FED-064", "OpenID Connect Core 1.0, 9"),
    /** jti is there, and not longer than can be kept. */
    ID_PRESENT("FED-065", "OpenID Federation 1.0, 12.1.1.1; OpenID Connect Core 1.0, 9; " + PROFILE_DECISION),
    /** It comes once. */
    ONCE("FED-066", "OpenID Federation 1.0, 12.1.1.1; OpenID Connect Core 1.0, 9"),
    /** exp is there. */
    EXPIRY_PRESENT("FED-067", "OpenID Federation 1.0, 12.1.1.1; OpenID Connect Core 1.0, 9"),
    /** It is in force, and not for long. */
    IN_FORCE("FED-068", "OpenID Federation 1.0, 12.1.1.1; OpenID Connect Core 1.0, 9; " + PROFILE_DECISION),
    /** The client is a relying party that says it registers automatically, which the standard recommends. */
    AUTOMATIC("FED-069", "OpenID Federation 1.0, 5.1.2, 12.1; " + PROFILE_DECISION),
    /** The client publishes its keys in its metadata, and not only where they are. */
    CLIENT_KEYS("FED-070", "OpenID Federation 1.0, 12.1.1.1.2; " + PROFILE_DECISION),
    /** redirect_uri is one of the client's. */
    REDIRECT_URI("FED-071", "OpenID Connect Core 1.0, 3.1.2.1"),
    /** The client identifies itself by private_key_jwt. */
    AUTHENTICATION_METHOD("FED-072", "OpenID Federation 1.0, 12.1.4");

    private final Rule rule;

    RegistrationRequirement(String id, String source) {
        this.rule = new Rule(id, Level.MUST, Severity.ERROR, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return FederationRequirement.MESSAGES;
    }
}
