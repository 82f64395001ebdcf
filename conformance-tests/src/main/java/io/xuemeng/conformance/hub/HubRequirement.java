package io.xuemeng.conformance.hub;

import io.xuemeng.conformance.audit.KitRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Rule;

/**
 * What a hub must offer beside statements of the right form. HUB-001 to HUB-009 are about what it says of itself, HUB-010 to HUB-029 about
 * its members' statements, HUB-030 to HUB-039 about their list, HUB-040 to HUB-049 about HTTP and what is said at all, HUB-050 to HUB-059
 * about chains that it resolves, HUB-060 to HUB-069 about trust marks, HUB-070 about keys of the past, HUB-080 about SM2.
 */
enum HubRequirement implements KitRequirement {
    /** What it says of itself is where everybody looks. */
    CONFIGURATION("HUB-001", Level.MUST, "OpenID Federation 1.0, 9"),
    /** It has its media type. */
    CONFIGURATION_TYPE("HUB-002", Level.MUST, "OpenID Federation 1.0, 9.2"),
    /** It is by the hub and about the hub. */
    CONFIGURATION_ENTITY("HUB-003", Level.MUST, "OpenID Federation 1.0, 3.1.1, 9.2"),
    /** It is signed with one of the keys in it. */
    CONFIGURATION_SIGNED("HUB-004", Level.MUST, "OpenID Federation 1.0, 3.2"),
    /** The keys are those that were handed out. */
    KNOWN_KEYS("HUB-005", Level.MUST, "OpenID Federation 1.0, 10.2"),
    /** An anchor names nobody above it, an intermediate its superior. */
    SUPERIOR("HUB-006", Level.MUST, "OpenID Federation 1.0, 3.1.2"),
    /** It says where its endpoints are. */
    ENDPOINTS("HUB-007", Level.MUST, "OpenID Federation 1.0, 5.1.1"),
    /** Its published keys are public and sound. */
    SOUND_KEYS("HUB-008", Level.MUST, "OpenID Federation 1.0, 3.1.1; RFC 7517, 4"),
    /** All it signs is JSON that everybody reads alike. */
    STRICT_JSON("HUB-009", Level.MUST, "RFC 7519, 4; RFC 8725, 2.4"),
    /** The statement about a member is given. */
    FETCH("HUB-010", Level.MUST, "OpenID Federation 1.0, 8.1.2"),
    /** It is signed by the hub. */
    FETCH_SIGNED("HUB-011", Level.MUST, "OpenID Federation 1.0, 3.2"),
    /** It is by the hub, and about the member that was asked for. */
    FETCH_ENTITIES("HUB-012", Level.MUST, "OpenID Federation 1.0, 8.1.1"),
    /** It vouches for the keys with which the member signs. */
    MEMBER_KEYS("HUB-013", Level.MUST, "OpenID Federation 1.0, 3.1.1"),
    /** The member has a trust chain. */
    CHAIN("HUB-014", Level.MUST, "OpenID Federation 1.0, 10"),
    /** Of whom it does not know it says so. */
    UNKNOWN("HUB-015", Level.MUST, "OpenID Federation 1.0, 8.1.1, 8.9"),
    /** Without a subject there is no answer. */
    NO_SUBJECT("HUB-016", Level.MUST, "OpenID Federation 1.0, 8.1.1, 8.9"),
    /** It is not below itself. */
    ITSELF("HUB-017", Level.MUST, "OpenID Federation 1.0, 8.1.1, 8.9"),
    /** Identifiers are compared exactly. */
    LOOK_ALIKE("HUB-018", Level.MUST, "OpenID Federation 1.0, 1.2; RFC 8725, 3.8"),
    /** A parameter comes once. */
    REPEATED("HUB-019", Level.MUST, PROFILE_DECISION),
    /** What it signs of entities ends soon. */
    LIFETIME("HUB-020", Level.MUST, PROFILE_DECISION),
    /** Relying parties below it know people by pairwise subjects, whatever they say of themselves. */
    PAIRWISE("HUB-021", Level.MUST, PROFILE_DECISION),
    /** Members are listed. */
    LIST("HUB-030", Level.MUST, "OpenID Federation 1.0, 8.2.2"),
    /** The member is among them. */
    LISTED("HUB-031", Level.MUST, "OpenID Federation 1.0, 8.2.2"),
    /** Each of them has its statement. */
    LIST_FETCHED("HUB-032", Level.MUST, "OpenID Federation 1.0, 8.1, 8.2"),
    /** A filter is kept to, or refused. */
    FILTER_HONEST("HUB-033", Level.MUST, "OpenID Federation 1.0, 8.2.1"),
    /** Members are listed by type. */
    FILTER_TYPE("HUB-034", Level.MUST, "OpenID Federation 1.0, 8.2.1"),
    /** Nothing changes what it publishes. */
    METHODS("HUB-040", Level.MUST, "RFC 9110, 9.1"),
    /** Other methods are answered as such. */
    METHOD_NOT_ALLOWED("HUB-041", Level.SHOULD, "RFC 9110, 15.5.6"),
    /** HEAD is answered. */
    HEAD("HUB-042", Level.MUST, "RFC 9110, 9.1, 9.3.2"),
    /** Nothing may be kept longer than it is good for. */
    CACHE("HUB-043", Level.MUST, "OpenID Federation 1.0, 10.4; RFC 9111, 4.2"),
    /** Nobody's personal data is published. */
    PERSONAL_DATA("HUB-044", Level.MUST, PROFILE_DECISION),
    /** Whoever asks is answered, also from a web page's own programs without cookies. */
    NO_COOKIES("HUB-045", Level.SHOULD, PROFILE_DECISION),
    /** What is resolved is signed. */
    RESOLVE("HUB-050", Level.MUST, "OpenID Federation 1.0, 8.3.2"),
    /** It is what the chain comes to. */
    RESOLVE_METADATA("HUB-051", Level.MUST, "OpenID Federation 1.0, 8.3.2, 10.2"),
    /** It is good for no longer than the chain. */
    RESOLVE_EXPIRY("HUB-052", Level.MUST, "OpenID Federation 1.0, 8.3.2"),
    /** Who has no chain is not resolved. */
    RESOLVE_UNKNOWN("HUB-053", Level.MUST, "OpenID Federation 1.0, 8.3, 8.9"),
    /** Nobody is resolved to an anchor that is not known. */
    RESOLVE_ANCHOR("HUB-054", Level.MUST, "OpenID Federation 1.0, 8.3.1, 8.9"),
    /** A trust mark is given. */
    MARK("HUB-060", Level.MUST, "OpenID Federation 1.0, 7.1, 8.6"),
    /** None is given to whom has none. */
    NO_MARK("HUB-061", Level.MUST, "OpenID Federation 1.0, 8.6, 8.9"),
    /** Who has a mark is listed. */
    MARKED_LIST("HUB-062", Level.MUST, "OpenID Federation 1.0, 8.5"),
    /** A mark in force is said to be so. */
    MARK_ACTIVE("HUB-063", Level.MUST, "OpenID Federation 1.0, 8.4"),
    /** A forged mark is not. */
    MARK_FORGED("HUB-064", Level.MUST, "OpenID Federation 1.0, 8.4"),
    /** Keys of the past are published. */
    HISTORICAL_KEYS("HUB-070", Level.MUST, "OpenID Federation 1.0, 8.7"),
    /** SM2 is written in the one agreed form. */
    SM2("HUB-080", Level.MUST, PROFILE_DECISION);

    private final Rule rule;

    HubRequirement(String id, Level level, String source) {
        this.rule = KitRequirement.rule(id, level, source);
    }

    @Override
    public Rule rule() {
        return rule;
    }
}
